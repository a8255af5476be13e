import type { ModelEdit, ModelRange } from '../../../app/editor/map-changes.ts'
import type { SyncModel } from '../../../app/editor/model-sync.ts'

type Listener = (edits: readonly ModelEdit[]) => void

/** A model as Monaco's: lines that end in line feeds, edits all at once, events from the end to the start. */
export class FakeModel implements SyncModel {
  text: string
  private readonly listeners: Listener[] = []

  constructor(text: string) {
    this.text = text
  }

  onChange(listener: Listener): void {
    this.listeners.push(listener)
  }

  applyEdits(edits: ModelEdit[]): void {
    const sorted = edits
      .map((edit, index) => ({ edit, index, ...this.span(edit.range) }))
      .sort((a, b) => b.from - a.from || b.to - a.to || b.index - a.index)
    let reached = this.text.length
    for (const { from, to, edit } of sorted) {
      if (to > reached) throw new Error('overlapping edits')
      if (edit.text.includes('\r')) throw new Error('a carriage return in the model')
      this.text = this.text.slice(0, from) + edit.text + this.text.slice(to)
      reached = from
    }
    for (const listener of this.listeners) listener(sorted.map(({ edit }) => edit))
  }

  /** Replaces text by offsets, as typing at one or several cursors does. */
  type(...edits: readonly { from: number; to: number; text: string }[]): void {
    this.applyEdits(edits.map(({ from, to, text }) => ({ range: this.range(from, to), text })))
  }

  private span(range: ModelRange): { from: number; to: number } {
    return {
      from: this.offset(range.startLineNumber, range.startColumn),
      to: this.offset(range.endLineNumber, range.endColumn),
    }
  }

  private offset(line: number, column: number): number {
    const lines = this.text.split('\n')
    const text = lines[line - 1]
    if (text === undefined || column < 1 || column > text.length + 1) {
      throw new Error(`no place ${line}:${column} in the model`)
    }
    return lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  }

  private range(from: number, to: number): ModelRange {
    const place = (offset: number) => {
      const lines = this.text.slice(0, offset).split('\n')
      return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
    }
    const [start, end] = [place(from), place(to)]
    return {
      startLineNumber: start.line,
      startColumn: start.column,
      endLineNumber: end.line,
      endColumn: end.column,
    }
  }
}
