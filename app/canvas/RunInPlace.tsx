import { useEffect } from 'react'
import { sourceOf, useRun, useRunSelection, useRuns, type Designer } from '../store/index.ts'

/** Holds a picture that stands in place of another and the shown run together: a selected card is looked at, and a node that is looked at shows where it is. */
export function RunInPlace({ designer }: { readonly designer: Designer }) {
  const { store } = useRuns()
  const chosen = useRun((state) => state.chosen)
  useRunSelection()
  useEffect(() => {
    const { shown } = store.getState()
    const node = chosen === undefined ? undefined : shown?.index.nodeAt(chosen)
    if (shown === undefined || node === undefined || node.boundaryID === '') return
    const { source, document, path } = node.origin
    if (source !== sourceOf(shown, designer)) return
    // An edit since may have moved it, or taken it away.
    if (designer.scene().tree.text === shown.files[source]?.text)
      designer.actions.goTo({ document, path })
  }, [chosen, store, designer])
  return null
}
