import { containerPath, nodePath } from '../../src/argo/index.ts'
import { locate } from '../../src/yaml/index.ts'
import type { Designer } from '../store/index.ts'
import type { CursorMirror } from './cursor-mirror.ts'
import styles from './editor.module.css'
import type { ModelSync } from './model-sync.ts'
import type { MonacoDecoration, MonacoEditor } from './monaco-types.ts'

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
    this.decorations.set(lines.map(decoration))
    const key = this.selectedKey()
    if (key === this.shown) return
    this.shown = key
    const [first] = lines
    if (first) this.editor.revealLinesInCenterIfOutsideViewport(first.from, first.to)
  }

  private selectedLines(): readonly Lines[] {
    const { tree, document, manifest, nested, selectedNodes, selectedContainers } =
      this.designer.scene()
    const paths = [
      ...[...selectedNodes, ...nested].map((place) => nodePath(manifest, place)),
      ...selectedContainers.map(({ template, container }) =>
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

  private selectedKey(): string {
    const { document, nested, selectedNodes, selectedContainers } = this.designer.scene()
    const places = [...selectedNodes, ...nested, ...selectedContainers]
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
