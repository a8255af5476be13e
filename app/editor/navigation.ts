import { definitionRange } from '../../src/flow/index.ts'
import type { Designer } from '../store/index.ts'
import type { Monaco, MonacoEditor } from './monaco-types.ts'
import { meantElsewhere, type FindSpot, type Spot } from './spot.ts'

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
        const other = spot && meantElsewhere(designer, spot)
        if (other?.source.id !== undefined) actions.findReferences(other.symbol, other.source.id)
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
  const other = meantElsewhere(designer, spot)
  if (other?.source.id !== undefined) {
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
