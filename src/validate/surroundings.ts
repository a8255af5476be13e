import {
  calledFacts,
  callableTemplates,
  changedCalls,
  resolveTemplateRef,
  stepCalls,
  stepNames,
  taskGraph,
  type CalledFacts,
  type StepView,
  type TemplateRefView,
  type TemplateView,
} from '../argo/index.ts'
import { defaultImages } from './default-images.ts'
import { templateRefsIn } from './template-refs.ts'
import type { DocumentScope, Surroundings } from './scope.ts'
import { changedConditions, conditionalSteps } from './conditional-steps.ts'
import { isSameMap, workflowNames, type WorkflowNames } from './workflow-names.ts'

/** What steps know of what is around them; the object of before the edit if that still says the same. */
export function surroundingsOf(
  template: TemplateView,
  scope: DocumentScope,
  before: Surroundings | undefined,
): Surroundings {
  const { manifest, reader, settings } = scope
  const { name, type } = template
  const declared = declaredInputs(template)
  const workflow = workflowNames(manifest, scope.run, before?.workflow)
  const made: Surroundings = {
    name,
    type,
    inputs: before !== undefined && isSameSet(before.inputs, declared) ? before.inputs : declared,
    steps: stepNames(template),
    calls: stepCalls(template),
    tasks: template.type === 'dag' ? taskGraph(template.tasks) : undefined,
    templates: callableTemplates(manifest),
    elsewhere: elsewhereOf(template, scope, before?.elsewhere),
    workflow,
    values: valuesOf(template, scope, workflow, before?.values),
    ownInputs: ownInputs(template, scope, before?.ownInputs),
    hasOthers: manifest.spec.workflowTemplateRef !== undefined,
    conditional: conditionalSteps(template, before?.conditional),
    defaultImages: defaultImages(manifest, reader),
    settings,
  }
  return before !== undefined && isSame(before, made) ? before : made
}

/** What the steps of a template know that a step has in place: each other, and what that step knows of the rest. */
export function surroundingsInline(inline: TemplateView, around: Surroundings): Surroundings {
  return {
    ...around,
    name: inline.name,
    type: inline.type,
    inputs: declaredInputs(inline),
    steps: stepNames(inline),
    calls: stepCalls(inline),
    tasks: inline.type === 'dag' ? taskGraph(inline.tasks) : undefined,
    ownInputs: noInputs,
    conditional: conditionalSteps(inline),
  }
}

function declaredInputs({ inputs }: TemplateView): ReadonlySet<string> {
  return new Set([
    ...inputs.parameters.map((parameter) => `parameter ${parameter.name ?? ''}`),
    ...inputs.artifacts.map((artifact) => `artifact ${artifact.name ?? ''}`),
  ])
}

/**
 * Names of steps about which surroundings say something else than before; nothing where more than that is another. Who mentions none of
 * them has the same problems.
 */
export function changedNames(
  before: Surroundings,
  after: Surroundings,
): ReadonlySet<string> | undefined {
  if (before === after) return new Set()
  const { calls, steps, conditional } = after
  if (!isSame({ ...before, calls, steps, conditional }, after)) return undefined
  const changed = new Set([
    ...changedCalls(before.calls, calls),
    ...changedConditions(before.conditional, conditional),
  ])
  if (before.steps === steps) return changed
  for (const [name, place] of steps.places)
    if (before.steps.places.get(name) !== place) changed.add(name)
  return changed
}

/** What a step calls, as far as it is known: by its inline template, in another manifest, or by name. */
export function calledBy(
  step: Pick<StepView, 'inline' | 'templateRef' | 'template'>,
  around: Surroundings,
): CalledFacts | undefined {
  const { inline, templateRef, template } = step
  if (inline !== undefined) return calledFacts(inline)
  if (templateRef !== undefined) return around.elsewhere.get(keyOf(templateRef))
  return template === undefined ? undefined : around.templates.get(template)
}

/** All that surroundings say; the type makes sure that nothing is missing. */
const facts: { readonly [K in keyof Surroundings]: (around: Surroundings) => Surroundings[K] } = {
  name: ({ name }) => name,
  type: ({ type }) => type,
  inputs: ({ inputs }) => inputs,
  steps: ({ steps }) => steps,
  calls: ({ calls }) => calls,
  tasks: ({ tasks }) => tasks,
  templates: ({ templates }) => templates,
  elsewhere: ({ elsewhere }) => elsewhere,
  workflow: ({ workflow }) => workflow,
  values: ({ values }) => values,
  ownInputs: ({ ownInputs }) => ownInputs,
  hasOthers: ({ hasOthers }) => hasOthers,
  conditional: ({ conditional }) => conditional,
  defaultImages: ({ defaultImages }) => defaultImages,
  settings: ({ settings }) => settings,
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return Object.values(facts).every((fact) => fact(a) === fact(b))
}

const none: ReadonlyMap<string, CalledFacts> = new Map()

/** The templates of other manifests that a template calls, as far as they are in open files. */
function elsewhereOf(
  template: TemplateView,
  { manifest, sources, settings }: DocumentScope,
  before: ReadonlyMap<string, CalledFacts> | undefined,
): ReadonlyMap<string, CalledFacts> {
  const found = new Map<string, CalledFacts>()
  for (const { reference } of templateRefsIn(template)) {
    const key = keyOf(reference)
    if (found.has(key)) continue
    const resolved = resolveTemplateRef(sources, reference, manifest.namespace, settings.isOffline)
    if (resolved.status === 'found' && resolved.template !== undefined)
      found.set(key, calledFacts(resolved.template))
  }
  if (found.size === 0) return none
  return before !== undefined && isSameMap(before, found) ? before : found
}

/**
 * What is known before a run: arguments of the workflow, and inputs of the entrypoint, which Argo checks with the values that it starts with. All
 * other templates it checks with something that stands for their inputs.
 */
function valuesOf(
  template: TemplateView,
  scope: DocumentScope,
  { values }: WorkflowNames,
  before: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  if (!isStart(template, scope)) return values
  const { spec } = scope.manifest
  const known = new Map(values)
  for (const { name = '', value, default: fallback } of template.inputs.parameters) {
    const argument = spec.parameters.find((parameter) => parameter.name === name)
    const given = argument === undefined ? (value ?? fallback) : argument.value
    if (given !== undefined) known.set(`inputs.parameters.${name}`, given)
  }
  return before !== undefined && isSameMap(before, known) ? before : known
}

/** The workflow's arguments take the place of the entrypoint's inputs, but only of those that they name. */
function ownInputs(
  template: TemplateView,
  scope: DocumentScope,
  before: ReadonlySet<string> | undefined,
): ReadonlySet<string> {
  if (!isStart(template, scope)) return noInputs
  const { spec } = scope.manifest
  const own = new Set<string>()
  for (const list of ['parameters', 'artifacts'] as const) {
    const ports: readonly { readonly name: string | undefined }[] = template.inputs[list]
    const given = new Set(spec[list].map(({ name }) => name))
    for (const [index, { name }] of ports.entries())
      if (!given.has(name)) own.add(`${list} ${String(index)}`)
  }
  return before !== undefined && isSameSet(before, own) ? before : own
}

const noInputs: ReadonlySet<string> = new Set()

function isStart(template: TemplateView, { manifest, templates }: DocumentScope): boolean {
  const { kind, spec } = manifest
  const isRun = kind === 'Workflow' || kind === 'CronWorkflow'
  return isRun && templates.get(spec.entrypoint ?? '') === template
}

function keyOf({ name = '', template = '', clusterScope }: TemplateRefView): string {
  return `${String(clusterScope)} ${name} ${template}`
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...b].every((item) => a.has(item))
}
