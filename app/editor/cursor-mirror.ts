import { samePath, type TextRange } from '../../src/base/index.ts'
import {
  containerPath,
  containerPlaceOf,
  nodePath,
  nodePlaceOf,
  type ManifestView,
  sameTemplate,
  type TemplateAddress,
} from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import type { Transaction } from '../../src/document/index.ts'
import { addressAt, type Address } from '../../src/yaml/index.ts'
import { isUnfolded, type Designer } from '../store/index.ts'
import { selectedAfterMove } from './cursor-place.ts'
import type { ModelSync } from './model-sync.ts'
import type { MonacoEditor } from './monaco-types.ts'

/** How long a cursor has to rest before others hear of it, in milliseconds. */
const REST = 100

/**
 * Tells the session where the cursors of the YAML editor are, and which step they stand in; puts them where an edit was that
 * is undone. What it does itself it does not take for the person's doing.
 */
export class CursorMirror {
  private readonly designer: Designer
  private readonly sync: ModelSync
  private readonly editor: MonacoEditor
  private readonly listener: { dispose(): void }
  private timer: ReturnType<typeof setTimeout> | undefined
  private waiting: readonly TextRange[] | undefined
  private placing = false
  private telling = false

  constructor(designer: Designer, sync: ModelSync, editor: MonacoEditor) {
    this.designer = designer
    this.sync = sync
    this.editor = editor
    this.listener = editor.onDidChangeCursorSelection(() => {
      if (!this.placing && !sync.isApplying) this.wait()
    })
  }

  /** Whether what is selected now is being changed from here. */
  get isTelling(): boolean {
    return this.telling
  }

  /** Tells at once where the cursors are, if they have moved. */
  flush(): void {
    clearTimeout(this.timer)
    const ranges = this.waiting
    this.waiting = undefined
    if (ranges === undefined) return
    const { session, actions } = this.designer
    const { selection } = session.state
    const steps = this.stepAt(ranges[0]?.from ?? 0)
    const moved = !sameRanges(ranges, selection.ranges)
    const chosen = steps !== undefined && !sameAddresses(steps, selection.steps)
    if (!moved && !chosen) return
    this.telling = true
    try {
      actions.edit({
        userEvent: 'select',
        selection: { ranges, ...(chosen && { steps }) },
      })
    } finally {
      this.telling = false
    }
  }

  /** After a change from elsewhere: undo and redo bring the cursor to what they changed. */
  afterForeign(transaction: Transaction): void {
    const { history } = this.designer.session
    const label =
      transaction.userEvent === 'undo'
        ? history.redoLabel
        : transaction.userEvent === 'redo'
          ? history.undoLabel
          : undefined
    if (label === undefined) return
    if (!label.startsWith('input') && !this.editor.hasTextFocus()) return
    this.place(selectedAfterMove(transaction))
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.listener.dispose()
  }

  private wait(): void {
    const { sync } = this
    this.waiting = this.editor.getSelections()?.map((selection) => ({
      from: sync.map.offsetAt({
        lineNumber: selection.startLineNumber,
        column: selection.startColumn,
      }),
      to: sync.map.offsetAt({ lineNumber: selection.endLineNumber, column: selection.endColumn }),
    }))
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), REST)
  }

  private place(ranges: readonly TextRange[]): void {
    const [first] = ranges
    if (first === undefined) return
    clearTimeout(this.timer)
    this.waiting = undefined
    this.placing = true
    try {
      this.editor.setSelections(
        ranges.map(({ from, to }) => {
          const range = this.sync.rangeAt(from, to)
          return {
            selectionStartLineNumber: range.startLineNumber,
            selectionStartColumn: range.startColumn,
            positionLineNumber: range.endLineNumber,
            positionColumn: range.endColumn,
          }
        }),
      )
      this.editor.revealRangeInCenterIfOutsideViewport(this.sync.rangeAt(first.from, first.to))
    } finally {
      this.placing = false
    }
  }

  /** The step, task or container in sight of the canvas in which an offset is; nothing elsewhere, and while the text does not parse. */
  private stepAt(offset: number): readonly Address[] | undefined {
    const { tree, document, manifest, address: drawn, shown, isStale } = this.designer.scene()
    if (isStale) return undefined
    const address = addressAt(tree, offset)
    if (address.document !== document) return undefined
    const isSeen = (template: TemplateAddress): boolean =>
      sameTemplate(template, drawn) || isUnfolded(shown, template)
    const path = cardPath(manifest, address.path, isSeen)
    return path && [{ document, path }]
  }
}

/** The path of the step, task or container that a path leads into, if its template is seen. */
function cardPath(
  manifest: ManifestView,
  path: Path,
  isSeen: (template: TemplateAddress) => boolean,
): Path | undefined {
  const node = nodePlaceOf(manifest, path)
  if (node !== undefined) return isSeen(node.template) ? nodePath(manifest, node) : undefined
  const container = containerPlaceOf(manifest, path)
  return container === undefined || !isSeen(container.template)
    ? undefined
    : containerPath(manifest, container.template, container.container)
}

function sameRanges(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to }, index) => from === b[index]?.from && to === b[index].to)
  )
}

function sameAddresses(a: readonly Address[], b: readonly Address[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ document, path }, index) => {
      const other = b[index]
      return other?.document === document && samePath(path, other.path)
    })
  )
}
