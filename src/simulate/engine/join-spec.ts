import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject, JsonValue } from '../../yaml/index.ts'
import { isTrueIn, objectIn, objectsIn, textIn, without } from './json.ts'
import type { Manifest, Manifests } from './manifests.ts'

/**
 * The spec that runs: with `workflowTemplateRef` that of the other manifest, and over it what the workflow says itself (Argo:
 * `setStoredWfSpec`).
 */
export function joinSpec(
  manifests: Manifests,
  own: Manifest,
): Result<{ readonly templates: Manifest; readonly spec: JsonObject }, string> {
  const ref = objectIn(own.spec, 'workflowTemplateRef')
  if (!ref) return ok({ templates: own, spec: own.spec })
  const name = textIn(ref, 'name') ?? ''
  const other = manifests.named(name, isTrueIn(ref, 'clusterScope'))
  if (!other)
    return err(`The WorkflowTemplate ${name} is in none of the open files: open it to run this.`)
  const over = without(own.spec, 'workflowTemplateRef')
  const given = joinArguments(objectIn(other.spec, 'arguments'), objectIn(over, 'arguments'))
  return ok({ templates: other, spec: { ...other.spec, ...over, ...given } })
}

function joinArguments(under: JsonObject | undefined, over: JsonObject | undefined): JsonObject {
  if (!under || !over) {
    const only = over ?? under
    return only ? { arguments: only } : {}
  }
  const joined = (field: string): readonly JsonValue[] =>
    joinByName(objectsIn(under, field), objectsIn(over, field))
  const lists = { parameters: joined('parameters'), artifacts: joined('artifacts') }
  return { arguments: { ...under, ...over, ...lists } }
}

function joinByName(
  under: readonly JsonObject[],
  over: readonly JsonObject[],
): readonly JsonValue[] {
  const named = (
    list: readonly JsonObject[],
    name: JsonValue | undefined,
  ): JsonObject | undefined => list.find((one) => one['name'] === name)
  const kept = under.map((one) => ({ ...one, ...named(over, one['name']) }))
  return [...kept, ...over.filter((one) => !named(under, one['name']))]
}
