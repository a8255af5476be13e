import { ChangeSet } from '../../src/document/index.ts'
import { LineMap, hiddenStart } from './line-map.ts'
import {
  documentChanges,
  modelEdits,
  modelRange,
  type ModelEdit,
  type ModelRange,
} from './map-changes.ts'

/** What is needed of Monaco's model; it holds the text with line feeds only. */
export interface SyncModel {
  applyEdits(edits: ModelEdit[]): unknown
}

/**
 * Holds a model and a text together: what is typed into the model is read as changes of the text, and changes of the text are made in the
 * model. It knows which of the model's events are echoes of its own edits.
 */
export class ModelSync {
  private readonly model: SyncModel
  private shown: string
  private lines: LineMap
  private applying = false

  /** The model must show `text` already. */
  constructor(model: SyncModel, text: string) {
    this.model = model
    this.shown = text
    this.lines = LineMap.of(text)
  }

  /** The text that the model shows. */
  get text(): string {
    return this.shown
  }

  get map(): LineMap {
    return this.lines
  }

  /** Whether the model is being edited from here now: what it tells is no news. */
  get isApplying(): boolean {
    return this.applying
  }

  /** Takes in what was typed into the model; gives the changes of the text, empty if there are none. */
  read(edits: readonly ModelEdit[]): ChangeSet {
    const before = this.shown
    const changes = documentChanges(before, this.lines, edits)
    if (changes.isEmpty) return changes
    this.shown = changes.apply(before)
    this.lines = this.lines.update(changes, this.shown)
    // A mark that came to the start is a byte order mark now, which is not shown.
    if (hiddenStart(before) < hiddenStart(this.shown)) {
      this.apply([{ range: firstCharacter, text: '' }])
    }
    return changes
  }

  /** The text is a copy of the one that others hold; keeping theirs makes the next comparison cheap. */
  adopt(text: string): void {
    if (text === this.shown) this.shown = text
  }

  /** Makes changes of the text in the model. `after` is the text after them. */
  write(changes: ChangeSet, after: string): void {
    const edits = modelEdits(this.shown, this.lines, changes, after)
    this.lines = this.lines.update(changes, after)
    this.shown = after
    this.apply(edits)
  }

  /** Brings the model to another text by as small a change as is found quickly; gives that change. */
  show(after: string): ChangeSet {
    const changes = ChangeSet.between(this.shown, after)
    if (!changes.isEmpty) this.write(changes, after)
    return changes
  }

  rangeAt(from: number, to: number): ModelRange {
    return modelRange(this.lines, from, to)
  }

  private apply(edits: readonly ModelEdit[]): void {
    if (edits.length === 0) return
    this.applying = true
    try {
      this.model.applyEdits([...edits])
    } finally {
      this.applying = false
    }
  }
}

const firstCharacter: ModelRange = {
  startLineNumber: 1,
  startColumn: 1,
  endLineNumber: 1,
  endColumn: 2,
}
