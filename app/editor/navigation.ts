import type { TextRange } from '../../src/base/index.ts'
import {
  definitionElsewhere,
  definitionRange,
  flowOf,
  type Elsewhere,
  type SymbolAt,
} from '../../src/flow/index.ts'
import type { Designer, OpenSource } from '../store/index.ts'
import type { ModelPosition } from './line-map.ts'
import type { Monaco, MonacoEditor } from './monaco-types.ts'

/** What a position of an editor is on, and where in the editor's text that is written. */
export interface Spot {
  readonly at: SymbolAt
  readonly range: TextRange
}

/** Finds what a position is on; nothing where no name is, and while the text does not parse. */
export type FindSpot = (position: ModelPosition) => Spot | undefined

/** Adds going to definitions and finding references to an editor: by keys, by its menu, and by a click with Control. Gives back what ends that. */
export function addNavigation(
  { KeyCode, KeyMod }: Monaco,
  editor: MonacoEditor,
  designer: Designer,
  find: FindSpot,
): () => void {
  const { actions } = designer
  const here = (): Spot | undefined => {
    const position = editor.getPosition()
    return position === null ? undefined : find(position)
  }
  const nothing = (): void =>
    actions.notify({
      tone: 'info',
      text: designer.scene().isStale
        ? 'The YAML does not parse just now. Mend it to follow its references.'
        : 'There is no step, template, parameter or artifact here.',
    })
  const ends = [
    editor.addAction({
      id: 'stepwright.goToDefinition',
      label: 'Go to definition',
      keybindings: [KeyCode.F12],
      contextMenuGroupId: 'navigation',
      contextMenuOrder: 1,
      run: () => {
        const spot = here()
        if (spot === undefined) nothing()
        else goToDefinition(designer, spot)
      },
    }),
    editor.addAction({
      id: 'stepwright.findReferences',
      label: 'Find references',
      keybindings: [KeyMod.Shift | KeyCode.F12],
      contextMenuGroupId: 'navigation',
      contextMenuOrder: 2,
      run: () => {
        const spot = here()
        const other = spot && elsewhere(designer, spot)
        if (other !== undefined) actions.findReferences(other.symbol, other.source.id)
        else if (spot?.at.symbol === undefined) nothing()
        else actions.findReferences(spot.at.symbol)
      },
    }),
    editor.onMouseUp(({ event, target }) => {
      if (!(event.ctrlKey || event.metaKey) || !event.leftButton || target.position === null) return
      // A drag selects.
      if (editor.getSelection()?.isEmpty() !== true) return
      const spot = find(target.position)
      if (spot?.at.reference !== undefined) goToDefinition(designer, spot)
    }),
  ]
  return () => ends.forEach((end) => end.dispose())
}

function goToDefinition(designer: Designer, spot: Spot): void {
  const { actions } = designer
  const { symbol, reference } = spot.at
  const other = elsewhere(designer, spot)
  if (other !== undefined) {
    const { source, symbol: found } = other
    const range = definitionRange(source.tree, found)
    const { document, path } = found
    actions.goTo({ file: source.id, document, path, range, focus: true })
    return
  }
  if (symbol === undefined) {
    const text =
      reference?.problem ??
      `${reference?.text ?? 'This'} is given by Argo or by a file that is not open here.`
    actions.notify({ tone: reference?.problem === undefined ? 'info' : 'warning', text })
    return
  }
  const range = definitionRange(designer.scene().tree, symbol)
  actions.goTo({ document: symbol.document, path: symbol.path, range, focus: true })
}

/** What a spot means in another of the open files: of a name of an output, that and not the step which gives it. */
function elsewhere(
  designer: Designer,
  { at: { symbol, reference, within } }: Spot,
): (Elsewhere<OpenSource> & { readonly source: { readonly id: number } }) | undefined {
  const { tree, sources } = designer.scene()
  const flow = reference && flowOf(tree, reference.document)
  if (reference === undefined || flow === undefined) return undefined
  // On the name of a step or of what is in this file, that is meant.
  const isOwn = symbol !== undefined && reference.parts.some((part) => part.within === within)
  if (isOwn) return undefined
  const found = definitionElsewhere(flow, reference, sources)
  const id = found?.source.id
  return found === undefined || id === undefined
    ? undefined
    : { symbol: found.symbol, source: { ...found.source, id } }
}
