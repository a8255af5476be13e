import { fieldOrder, freeName, nameProblem } from '../../argo/index.ts'
import { newItem, styleOf, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { insertSteps, settled } from '../insert-steps.ts'
import { readNewTemplate, templateFields, type NewTemplate } from '../new-template.ts'
import { pathOf, stepNames, type Destination, type TemplateKey } from '../places.ts'
import { addTemplateFields, ensureStepsTemplate, freeTemplateName } from '../skeleton.ts'

export interface AddStepArguments {
  /** The `steps` template that gets the step. In a manifest without templates, it is made. */
  readonly template: TemplateKey
  /** The step's fields. Without a name it is called as what it calls; a name that is taken gets a number. */
  readonly step?: Readonly<Record<string, JsonValue>> | undefined
  /** A template that is made along with the step, for it to call. */
  readonly newTemplate?: NewTemplate | undefined
  /** Without it, a new lane at the end. */
  readonly to?: Destination | undefined
}

/** Adds a step, and where wanted the template that it calls. In an empty file, a whole workflow is made around it. */
export const addStep: Command<AddStepArguments> = (context, args) => {
  const draft = new Draft(context)
  const { document } = draft
  const template = ensureStepsTemplate(draft, args.template)
  const called = args.newTemplate === undefined ? undefined : makeTemplate(draft, args.newTemplate)
  if (template === undefined || draft.manifest === undefined) return draft.finish()
  const view = draft.manifest.spec.templates[template]
  const step = stepFields(draft, args.step ?? {}, called, stepNames(view))
  const to = settled(draft, template, args.to ?? { newLane: view?.lanes.length ?? 0 })
  if (to === undefined || step === undefined) return draft.finish()
  const places = insertSteps(draft, template, to, [newItem(step, styleOf(draft.tree, document))])
  const { manifest } = draft
  return draft.finish(places.map((place) => ({ document, path: pathOf(manifest, place) })))
}

export function readAddStep(read: ArgumentReader): AddStepArguments {
  return {
    template: read.template(),
    step: read.optionalObject('step'),
    newTemplate: read.optionalNested('newTemplate', readNewTemplate),
    to: read.optionalDestination(),
  }
}

/** Adds the new template and gives its name. */
function makeTemplate(draft: Draft, { name, type, language }: NewTemplate): string {
  const free = freeTemplateName(draft, name ?? type)
  const problem = nameProblem(free)
  if (problem !== undefined) draft.refuse(`“${free}” is no name for a template. ${problem}`)
  addTemplateFields(draft, templateFields(free, type, language))
  return free
}

/** The fields in the order in which people write them; nothing, and a refusal, when they make no step. */
function stepFields(
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
  const rank = (key: string): number => {
    const index = fieldOrder.step.indexOf(key)
    return index < 0 ? fieldOrder.step.length : index
  }
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => rank(a) - rank(b)))
}
