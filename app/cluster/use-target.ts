import { useMemo } from 'react'
import { useCluster, useScene, type SubmitTarget } from '../store/index.ts'
import { accountNamespace } from './cluster-facts.ts'
import { targetOf } from './prepare.ts'
import type { NamespaceSources } from './namespaces.ts'

/** All that has a say in the namespace. */
export function useNamespaceSources(): NamespaceSources {
  const { manifest } = useScene()
  const chosen = useCluster((state) => state.namespaces)
  const managed = useCluster((state) => state.managedNamespace)
  const account = useCluster((state) => accountNamespace(state.account))
  const own = manifest.namespace
  return useMemo(
    () => ({ manifest: own, chosen, managed, account }),
    [own, chosen, managed, account],
  )
}

/** What Submit would create now, and where. */
export function useTarget(): SubmitTarget | undefined {
  const scene = useScene()
  return targetOf(scene, useNamespaceSources())
}
