import { fieldOrder, freeName, nameProblem } from '../argo/index.ts'
import type { JsonObject, JsonValue } from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { newTemplateName, templateFields, type NewTemplate } from './new-template.ts'
import { addTemplateFields, freeTemplateName } from './skeleton.ts'

/** Adds the template that a new step is to call, and gives its name. */
export function makeTemplate(draft: Draft, { name, type, language }: NewTemplate): string {
  const free = freeTemplateName(draft, name ?? newTemplateName(type))
  const problem = nameProblem(free)
  if (problem !== undefined) draft.refuse(`“${free}” is no name for a template. ${problem}`)
  addTemplateFields(draft, templateFields(free, type, language))
  return free
}

/** The fields of a new step or task in the order in which people write them; nothing, and a refusal, when they make none. */
export function stepFields(
  draft: Draft,
  given: Readonly<Record<string, JsonValue>>,
  called: string | undefined,
  taken: ReadonlySet<string>,
): JsonObject | undefined {
  const wanted = given['name'] ?? called ?? given['template'] ?? 'step'
  if (typeof wanted !== 'string') {
    draft.refuse('The name of a step must be a text.')
    return undefined
  }
  const problem = nameProblem(wanted)
  if (problem !== undefined) {
    draft.refuse(`“${wanted}” is no name for a step. ${problem}`)
    return undefined
  }
  const fields: Readonly<Record<string, JsonValue>> = {
    ...given,
    name: freeName(wanted, taken),
    ...(called === undefined ? {} : { template: called }),
  }
  return inOrder(fields, fieldOrder.step)
}

/** Fields in the order in which people write them; others come last. */
export function inOrder(
  fields: Readonly<Record<string, JsonValue>>,
  order: readonly string[],
): JsonObject {
  const rank = (key: string): number => {
    const index = order.indexOf(key)
    return index < 0 ? order.length : index
  }
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => rank(a) - rank(b)))
}
