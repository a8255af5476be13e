import { useMemo } from 'react'
import { isFlatSame, useCluster, useSceneOf, type SubmitTarget } from '../store/index.ts'
import { accountNamespace } from './cluster-facts.ts'
import { targetOf } from './prepare.ts'
import type { NamespaceSources } from './namespaces.ts'

/** All that has a say in the namespace. */
export function useNamespaceSources(): NamespaceSources {
  const own = useSceneOf(({ manifest }) => manifest.namespace)
  const chosen = useCluster((state) => state.namespaces)
  const managed = useCluster((state) => state.managedNamespace)
  const account = useCluster((state) => accountNamespace(state.account))
  return useMemo(
    () => ({ manifest: own, chosen, managed, account }),
    [own, chosen, managed, account],
  )
}

/** What Submit would create now, and where. */
export function useTarget(): SubmitTarget | undefined {
  const sources = useNamespaceSources()
  return useSceneOf((scene) => targetOf(scene, sources), isSameTarget)
}

function isSameTarget(a: SubmitTarget | undefined, b: SubmitTarget | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && isFlatSame(a, b))
}
