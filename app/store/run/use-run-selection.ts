import { useEffect } from 'react'
import { containerPath, nodePath } from '../../../src/argo/index.ts'
import type { Path } from '../../../src/base/index.ts'
import { useDesigner, useSceneOf } from '../hooks.ts'
import type { Scene } from '../scene.ts'
import { keysIn, markIn } from './run-hooks.ts'
import { useRuns } from './run-store.ts'

/** Looks at the node of the card that is selected on the canvas, whenever another one is. */
export function useRunSelection(): void {
  const { store } = useRuns()
  const designer = useDesigner()
  const selected = useSceneOf((scene) => JSON.stringify(selectedPath(scene)))
  useEffect(() => {
    const state = store.getState()
    const path = selectedPath(designer.scene())
    if (state.shown === undefined || path === undefined) return
    const { index } = state.shown
    const keys = keysIn(state.shown, designer, () => [path])
    const node = markIn(state, state.shown, keys)?.node
    if (node === undefined || node === state.chosen) return
    // Another node of the same card may be looked at: an item, an attempt, another call.
    if (state.chosen !== undefined && index.keyOfNode(state.chosen) === keys.at(-1)) return
    store.setState({ chosen: node })
  }, [selected, store, designer])
}

function selectedPath(scene: Scene): Path | undefined {
  const { manifest, selectedNodes, nested, selectedContainers } = scene
  const node = [...selectedNodes, ...nested].at(-1)
  if (node !== undefined) return nodePath(manifest, node)
  const container = selectedContainers.at(-1)
  return container && containerPath(manifest, container.template, container.container)
}
