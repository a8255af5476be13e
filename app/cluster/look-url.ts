import { workflowPageUrl } from '../../src/client/index.ts'
import type { ClusterLink, SubmitTarget } from '../store/index.ts'
import { argoOf } from './cluster-facts.ts'

/** Where to look whether something is there: its own page if its name is known, else Argo's first one. */
export function lookUrl(link: ClusterLink, target: SubmitTarget): string | undefined {
  const argo = argoOf(link)
  if (argo === undefined || !/^https?:/i.test(argo)) return undefined
  const { fixedName, namespace, kind } = target
  return (
    (fixedName === undefined ? undefined : workflowPageUrl(argo, namespace, fixedName, kind)) ??
    argo
  )
}
