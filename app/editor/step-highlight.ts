import { containerPath, nodePath, templatePath } from '../../src/argo/index.ts'
import { locate } from '../../src/yaml/index.ts'
import type { Designer } from '../store/index.ts'
import type { CursorMirror } from './cursor-mirror.ts'
import styles from './editor.module.css'
import type { ModelSync } from './model-sync.ts'
import type { MonacoDecoration, MonacoEditor } from './monaco-types.ts'

interface Drawn {
  readonly openings: number
  readonly document: number
  readonly template: number | undefined
  readonly name: string | undefined
}

interface Lines {
  readonly from: number
  readonly to: number
}

/**
 * Marks the lines of the selected steps in the YAML, and brings them into sight when they were selected elsewhere.
 * Neither cursor nor focus move.
 */
export class StepHighlight {
  private readonly designer: Designer
  private readonly sync: ModelSync
  private readonly editor: MonacoEditor
  private readonly cursor: CursorMirror
  private readonly decorations: ReturnType<MonacoEditor['createDecorationsCollection']>
  private readonly ends: readonly (() => void)[]
  private shown = ''
  /** The template that was drawn last. */
  private drawn: Drawn | undefined

  constructor(designer: Designer, sync: ModelSync, editor: MonacoEditor, cursor: CursorMirror) {
    this.designer = designer
    this.sync = sync
    this.editor = editor
    this.cursor = cursor
    this.decorations = editor.createDecorationsCollection()
    // The model hears of a change after the stores do: look at it when all have heard.
    let waiting = false
    const soon = (): void => {
      const byCursor = this.cursor.isTelling
      if (byCursor) this.shown = this.selectedKey()
      if (waiting) return
      waiting = true
      queueMicrotask(() => {
        waiting = false
        this.update()
      })
    }
    this.ends = [designer.document.subscribe(soon), designer.view.subscribe(soon)]
    this.update()
  }

  dispose(): void {
    for (const end of this.ends) end()
    this.decorations.clear()
  }

  private update(): void {
    const { isStale } = this.designer.scene()
    // While the text does not parse, the places are those of another one; what is marked moves along.
    if (isStale || this.editor.getModel() === null) return
    const lines = this.selectedLines()
    // What is marked moves along with the text by itself, and marking anew costs Monaco more than reading.
    if (!this.isMarked(lines)) this.decorations.set(lines.map(decoration))
    const key = this.selectedKey()
    const isEntered = this.entered()
    if (key === this.shown && !isEntered) return
    this.shown = key
    const [first] = lines
    if (first) this.editor.revealLinesInCenterIfOutsideViewport(first.from, first.to)
    else if (isEntered) this.showTemplate()
  }

  /** Whether another template is drawn than before; not when another file was opened, which is read from its beginning. */
  private entered(): boolean {
    const { document, templateIndex, template } = this.designer.scene()
    const { openings } = this.designer.view.getState()
    const before = this.drawn
    this.drawn = { openings, document, template: templateIndex, name: template?.name }
    if (before?.openings !== openings) return false
    if (before.document !== document) return true
    // An edit may give the drawn template another place, or another name, but not both.
    return before.template !== templateIndex && before.name !== template?.name
  }

  private showTemplate(): void {
    const { tree, document, manifest, templateIndex } = this.designer.scene()
    const found =
      templateIndex === undefined
        ? undefined
        : locate(tree, { document, path: templatePath(manifest, templateIndex) })
    if (found === undefined) return
    const { startLineNumber } = this.sync.rangeAt(found.start, found.start)
    this.editor.revealLineNearTop(startLineNumber)
  }

  private selectedLines(): readonly Lines[] {
    const {
      tree,
      document,
      manifest,
      nested,
      selectedNodes,
      selectedContainers,
      nestedContainers,
    } = this.designer.scene()
    const paths = [
      ...[...selectedNodes, ...nested].map((place) => nodePath(manifest, place)),
      ...[...selectedContainers, ...nestedContainers].map(({ template, container }) =>
        containerPath(manifest, template, container),
      ),
    ]
    return paths.flatMap((path) => {
      const found = locate(tree, { document, path })
      if (found === undefined) return []
      const range = this.sync.rangeAt(found.start, found.end)
      const pastEnd = range.endColumn === 1 && range.endLineNumber > range.startLineNumber
      return [{ from: range.startLineNumber, to: range.endLineNumber - (pastEnd ? 1 : 0) }]
    })
  }

  private isMarked(lines: readonly Lines[]): boolean {
    const marked = this.decorations.getRanges()
    return (
      marked.length === lines.length &&
      lines.every(({ from, to }, index) => {
        const range = marked[index]
        return range?.startLineNumber === from && range.endLineNumber === to
      })
    )
  }

  private selectedKey(): string {
    const { document, nested, selectedNodes, selectedContainers, nestedContainers } =
      this.designer.scene()
    const places = [...selectedNodes, ...nested, ...selectedContainers, ...nestedContainers]
    return places.length === 0 ? '' : JSON.stringify([document, places])
  }
}

function decoration({ from, to }: Lines): MonacoDecoration {
  return {
    range: { startLineNumber: from, startColumn: 1, endLineNumber: to, endColumn: 1 },
    options: {
      isWholeLine: true,
      className: styles.stepLine ?? '',
      linesDecorationsClassName: styles.stepEdge ?? '',
    },
  }
}
