import type { FieldReader } from '../argo/index.ts'
import { resolveScalar, type YamlNode } from '../yaml/index.ts'
import type { CheckSettings } from './settings.ts'

/**
 * Whether clusters usually have the full definitions of Argo's kinds (CRDs), which came with 4.0. Kubernetes then checks a manifest by rules of its own
 * when it is applied, some of which Argo's lint does not know.
 */
export function hasFullDefinitions({ target }: CheckSettings): boolean {
  return target >= '4.0'
}

/** What comes of breaking such a rule. */
export const refusedByCluster =
  'Lint takes it, but kubectl cannot apply it to a cluster with the full definitions of Argo 4.'

/** A field that is a number, as Argo reads it; nothing when it is anything else. */
export function numberOf(
  reader: FieldReader,
  owner: YamlNode | undefined,
  key: string,
): number | undefined {
  const node = reader.field(owner, key)
  const value = node?.kind === 'scalar' ? resolveScalar(node) : undefined
  return typeof value === 'number' ? value : undefined
}
