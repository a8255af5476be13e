import { dependencyClosure, taskDependencies } from './dag.ts'
import { isTaskPlace, nodeAt, type NodePlace } from './node-place.ts'
import { calledTemplate, templateAt } from './resolve.ts'
import { typesWithResult } from './template-types.ts'
import type { ManifestView, StepView, TemplateView } from './view.ts'

/** A value that a step may refer to. */
export interface ScopeValue {
  /** What goes between the braces: `steps.flip.outputs.result`. */
  readonly reference: string
  readonly kind: 'parameter' | 'artifact'
  /** Where it comes from, for grouping. */
  readonly source: ScopeSource
  /** The part of the reference that tells it from others of its source. */
  readonly label: string
}

export type ScopeSource =
  | { readonly kind: 'item' }
  | { readonly kind: 'inputs' }
  | { readonly kind: 'step'; readonly name: string }
  | { readonly kind: 'workflow' }

/**
 * The values that the arguments and the `when` of a step may refer to: the loop's item, the inputs of its template, outputs of
 * steps in strictly earlier lanes (of a task: of all tasks that it depends on), and what belongs to the workflow. Argo's lint also
 * accepts steps of the same lane, but at run time such a reference is never resolved, so they are left out.
 */
export function valuesInScope(manifest: ManifestView, place: NodePlace): readonly ScopeValue[] {
  const template = templateAt(manifest, place.template)
  if (template === undefined) return []
  const step = nodeAt(manifest, place)
  return [
    ...(step === undefined ? [] : itemValues(step)),
    ...inputValues(template),
    ...earlierThan(template, place).flatMap((earlier) => outputValues(manifest, earlier, place)),
    ...workflowValues(manifest),
  ]
}

/** The steps or tasks that are over when one begins, the nearest first. */
function earlierThan(template: TemplateView, place: NodePlace): readonly StepView[] {
  if (!isTaskPlace(place))
    return template.lanes
      .slice(0, place.lane)
      .toReversed()
      .flatMap(({ steps }) => steps)
  const own = template.tasks[place.task]?.name
  const earlier = dependencyClosure(taskDependencies(template.tasks), own ?? '')
  return template.tasks.filter(
    ({ name }) => name !== undefined && name !== own && earlier.has(name),
  )
}

function itemValues(step: StepView): ScopeValue[] {
  if (step.loop === undefined) return []
  const item = (label: string): ScopeValue => ({
    reference: label,
    kind: 'parameter',
    source: { kind: 'item' },
    label,
  })
  return step.itemKeys.length === 0
    ? [item('item')]
    : step.itemKeys.map((key) => item(`item.${key}`))
}

function inputValues(template: TemplateView): ScopeValue[] {
  const { parameters, artifacts } = template.inputs
  const source: ScopeSource = { kind: 'inputs' }
  return [
    ...named(parameters).map((name): ScopeValue => ({
      reference: `inputs.parameters.${name}`,
      kind: 'parameter',
      source,
      label: name,
    })),
    ...named(artifacts).map((name): ScopeValue => ({
      reference: `inputs.artifacts.${name}`,
      kind: 'artifact',
      source,
      label: name,
    })),
  ]
}

/** What a step leaves behind, by the type and the declared outputs of what it calls. */
function outputValues(manifest: ManifestView, step: StepView, place: NodePlace): ScopeValue[] {
  const prefix = isTaskPlace(place) ? 'tasks' : 'steps'
  const { name } = step
  if (name === undefined) return []
  const source: ScopeSource = { kind: 'step', name }
  const value = (label: string, kind: ScopeValue['kind'] = 'parameter'): ScopeValue => ({
    reference: `${prefix}.${name}.${label}`,
    kind,
    source,
    label,
  })
  const called = calledTemplate(manifest, step)
  // What a template of another file gives is not known here; its result is what people mostly want.
  const unknown = called === undefined
  const hasResult =
    unknown ||
    (called.type !== undefined && typesWithResult.has(called.type)) ||
    called.type === 'containerSet'
  return [
    ...(hasResult ? [value('outputs.result')] : []),
    ...named(called?.outputs.parameters ?? []).map((parameter) =>
      value(`outputs.parameters.${parameter}`),
    ),
    ...(step.loop !== undefined && (called?.outputs.parameters.length ?? 0) > 0
      ? [value('outputs.parameters')]
      : []),
    ...named(called?.outputs.artifacts ?? []).map((artifact) =>
      value(`outputs.artifacts.${artifact}`, 'artifact'),
    ),
    value('status'),
    ...(hasResult ? [value('exitCode')] : []),
    value('id'),
    value('startedAt'),
    value('finishedAt'),
  ]
}

function workflowValues(manifest: ManifestView): ScopeValue[] {
  const source: ScopeSource = { kind: 'workflow' }
  const value = (label: string, kind: ScopeValue['kind'] = 'parameter'): ScopeValue => ({
    reference: `workflow.${label}`,
    kind,
    source,
    label,
  })
  return [
    ...named(manifest.spec.parameters).map((name) => value(`parameters.${name}`)),
    ...named(manifest.spec.artifacts).map((name) => value(`artifacts.${name}`, 'artifact')),
    ...['name', 'namespace', 'uid', 'serviceAccountName', 'creationTimestamp'].map((label) =>
      value(label),
    ),
  ]
}

function named(ports: readonly { readonly name: string | undefined }[]): string[] {
  return ports.flatMap(({ name }) => (name === undefined ? [] : [name]))
}
