/** What undo and redo do for one model. */
export interface UndoRoute {
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
}

interface Resource {
  toString(): string
}

const routes = new Map<string, UndoRoute>()

/** Sends undo and redo of a model to `route`; gives back what ends that. */
export function routeUndo(uri: Resource, route: UndoRoute): () => void {
  const key = uri.toString()
  routes.set(key, route)
  return () => {
    if (routes.get(key) === route) routes.delete(key)
  }
}

/**
 * Stands in for Monaco's service of the same name, which keeps a stack of edits for each model. Ours keeps nothing: the history of the
 * document is the only one. As every way to undo in Monaco (keys, commands, menus, `model.undo()`) ends here, all of them act on it, and
 * edits from outside can no longer confuse a stack.
 */
export function createUndoService() {
  return {
    _serviceBrand: undefined,
    registerUriComparisonKeyComputer: () => ({ dispose: () => undefined }),
    getUriComparisonKey: (uri: Resource) => uri.toString(),
    pushElement: () => undefined,
    getLastElement: () => null,
    getElements: () => ({ past: [], future: [] }),
    hasElements: () => false,
    setElementsValidFlag: () => undefined,
    removeElements: () => undefined,
    createSnapshot: (resource: Resource) => ({ resource, elements: [] }),
    restoreSnapshot: () => undefined,
    canUndo: (uri: Resource) => routes.get(uri.toString())?.canUndo() ?? false,
    canRedo: (uri: Resource) => routes.get(uri.toString())?.canRedo() ?? false,
    undo: (uri: Resource) => routes.get(uri.toString())?.undo(),
    redo: (uri: Resource) => routes.get(uri.toString())?.redo(),
  }
}
