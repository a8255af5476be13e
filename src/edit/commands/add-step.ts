import { nodePath, templateAt } from '../../argo/index.ts'
import { newItem, styleOf, type JsonValue } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { insertSteps, settled } from '../insert-steps.ts'
import { makeTemplate, stepFields } from '../new-step.ts'
import { readNewTemplate, type NewTemplate } from '../new-template.ts'
import { pathOf, stepNames, type Destination, type TemplateKey } from '../places.ts'
import { putTask } from '../put-task.ts'
import { ensureNodesTemplate } from '../skeleton.ts'

export interface AddStepArguments {
  /** The `steps` or `dag` template that gets the step. In a manifest without templates, it is made. */
  readonly template: TemplateKey
  /** The step's fields. Without a name it is called as what it calls; a name that is taken gets a number. */
  readonly step?: Readonly<Record<string, JsonValue>> | undefined
  /** A template that is made along with the step, for it to call. */
  readonly newTemplate?: NewTemplate | undefined
  /** Without it, a new lane at the end. Not of a task, which depends on nothing: `addTask` says on what. */
  readonly to?: Destination | undefined
}

/** Adds a step, and where wanted the template that it calls. In an empty file, a whole workflow is made around it. */
export const addStep: Command<AddStepArguments> = (context, args) => {
  const draft = new Draft(context)
  const { document } = draft
  const template = ensureNodesTemplate(draft, args.template)
  const called = args.newTemplate === undefined ? undefined : makeTemplate(draft, args.newTemplate)
  if (template === undefined || draft.manifest === undefined) return draft.finish()
  const view = templateAt(draft.manifest, template)
  const step = stepFields(draft, args.step ?? {}, called, stepNames(view))
  if (view?.type === 'dag') {
    if (args.to !== undefined) draft.refuse('A dag has no lanes: addTask says what comes first.')
    const place = step && putTask(draft, template, step, [], [])
    const { manifest } = draft
    return draft.finish(place ? [{ document, path: nodePath(manifest, place) }] : [])
  }
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
