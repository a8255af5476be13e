import type { Path } from '../base/index.ts'
import { valueOf } from '../yaml/index.ts'
import { calledFacts } from './called.ts'
import { dependencyClosure, taskDependencies } from './dag.ts'
import { isTaskPlace, nodeAt, nodePath, nodePlaceOf, type NodePlace } from './node-place.ts'
import {
  calledTemplate,
  sameTemplate,
  templateAddressOf,
  templateAt,
  templatePath,
} from './resolve.ts'
import { named, valueOfParts, type ScopeSource, type ScopeValue } from './scope-value.ts'
import { stepOutputs } from './step-outputs.ts'
import { typesWithPod } from './template-types.ts'
import type { ManifestView, StepView, TemplateView } from './view.ts'
import { workflowValues } from './workflow-scope.ts'

/** How scopes are found out. */
export interface ScopeOptions {
  /** The template that a step calls, where others than those of the manifest are known. */
  readonly called?: (step: StepView) => TemplateView | undefined
  /** Which steps are wanted, by their names; all without it. */
  readonly wants?: (name: string) => boolean
  /** Outputs of so many steps are enough, the nearest. */
  readonly mostSteps?: number
}

/** The values in scope at a step or task, for its arguments and its `when`: `scopeAt` of these. */
export function valuesInScope(
  manifest: ManifestView,
  place: NodePlace,
  options: ScopeOptions = {},
): readonly ScopeValue[] {
  return scopeAt(manifest, [...nodePath(manifest, place), 'arguments'], options)
}

/**
 * The values that a text at a path may refer to. In a step or task: the item of its loop, the inputs of its template, outputs of
 * steps in strictly earlier lanes (of a task: of all tasks that it depends on; for its hooks also its own), and what belongs to the workflow.
 * Elsewhere in a template: its inputs, where its files are, its pod and attempts; in its outputs also those of all its steps. Inside a template
 * that is given in place, what is in scope around it comes after its own.
 *
 * Argo's lint also accepts steps of the same lane, but at run time such a reference is never resolved, so they are left out.
 */
export function scopeAt(
  manifest: ManifestView,
  path: Path,
  options: ScopeOptions = {},
): readonly ScopeValue[] {
  const found = [...valuesAround(manifest, path, options), ...workflowValues(manifest, path)]
  const seen = new Set<string>()
  return found.filter(({ reference }) => !seen.has(reference) && seen.add(reference))
}

function valuesAround(
  manifest: ManifestView,
  path: Path,
  options: ScopeOptions,
): readonly ScopeValue[] {
  const address = templateAddressOf(manifest, path)
  const template = address === undefined ? undefined : templateAt(manifest, address)
  if (address === undefined || template === undefined) return []
  const place = nodePlaceOf(manifest, path)
  const own =
    place !== undefined && sameTemplate(place.template, address)
      ? stepValues(manifest, template, place, path[nodePath(manifest, place).length], options)
      : templateValues(
          manifest,
          template,
          path.slice(templatePath(manifest, address).length),
          typeof address === 'object',
          options,
        )
  if (typeof address === 'number') return own
  const giver = [...address.slice(0, -1), 'arguments']
  return [...own, ...valuesAround(manifest, giver, options)]
}

const loops: readonly unknown[] = ['withItems', 'withParam', 'withSequence']

/** What a field of a step or task may refer to. */
function stepValues(
  manifest: ManifestView,
  template: TemplateView,
  place: NodePlace,
  field: Path[number] | undefined,
  options: ScopeOptions,
): readonly ScopeValue[] {
  const step = nodeAt(manifest, place)
  const prefix = isTaskPlace(place) ? 'tasks' : 'steps'
  // What a loop goes over is known before its items are, and hooks run when their step does.
  const hasItem = step !== undefined && !loops.includes(field)
  const isHook = field === 'hooks' || field === 'onExit'
  const earlier = nearest(earlierThan(template, place), options)
  return [
    ...(hasItem ? itemValues(step) : []),
    ...(isHook && step !== undefined ? outputValues(manifest, step, prefix, options) : []),
    ...inputValues(template),
    ...earlier.flatMap((other) => outputValues(manifest, other, prefix, options)),
  ]
}

/** What a field of a template may refer to that is not one of its steps. */
function templateValues(
  manifest: ManifestView,
  template: TemplateView,
  [field]: Path,
  isInline: boolean,
  options: ScopeOptions,
): readonly ScopeValue[] {
  const { type, tasks, lanes } = template
  const isGraph = type === 'steps' || type === 'dag'
  const steps = type === 'dag' ? tasks : lanes.toReversed().flatMap((lane) => lane.steps)
  const prefix = type === 'dag' ? 'tasks' : 'steps'
  return [
    // Defaults of inputs are filled in before there are any.
    ...(field === 'inputs' ? [] : inputValues(template)),
    ...(isGraph && field === 'outputs'
      ? nearest(steps, options)
          .flatMap((step) => outputValues(manifest, step, prefix, options))
          // How a task ended is known to tasks that wait for it only.
          .filter(({ parts }) => type !== 'dag' || parts.at(-1) !== 'status' || parts.length > 3)
      : []),
    ...(isGraph ? [] : ownValues(template, isInline)),
  ]
}

function nearest(
  steps: readonly StepView[],
  { wants, mostSteps }: ScopeOptions,
): readonly StepView[] {
  const wanted = wants === undefined ? steps : steps.filter(({ name }) => wants(name ?? ''))
  return mostSteps === undefined ? wanted : wanted.slice(0, mostSteps)
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

/** What belongs to a template of a leaf while it runs (Argo: `validateTemplate`, and `pod.name` for those with a pod that have a name). */
function ownValues({ node, type, inputs, outputs }: TemplateView, isInline: boolean): ScopeValue[] {
  const own = { kind: 'own' } as const
  const path = (side: 'inputs' | 'outputs', list: 'parameters' | 'artifacts', name: string) =>
    valueOfParts([side, list, name, 'path'], `${name}.path`, own, 'path')
  const has = (key: string, port: { readonly node: TemplateView['node'] }): boolean =>
    valueOf(port.node, key) !== undefined
  return [
    ...named(inputs.artifacts).map((name) => path('inputs', 'artifacts', name)),
    ...named(outputs.parameters.filter((port) => has('valueFrom', port))).map((name) =>
      path('outputs', 'parameters', name),
    ),
    ...named(outputs.artifacts).map((name) => path('outputs', 'artifacts', name)),
    ...(type !== undefined && typesWithPod.has(type) && !isInline
      ? [valueOfParts(['pod', 'name'], 'pod.name', own)]
      : []),
    valueOfParts(['node', 'name'], 'node.name', own),
    ...(valueOf(node, 'retryStrategy') === undefined
      ? []
      : [
          valueOfParts(['retries'], 'retries', own, 'number'),
          valueOfParts(['lastRetry', 'exitCode'], 'lastRetry.exitCode', own, 'number'),
          valueOfParts(['lastRetry', 'status'], 'lastRetry.status', own),
          valueOfParts(['lastRetry', 'duration'], 'lastRetry.duration', own, 'number'),
          valueOfParts(['lastRetry', 'message'], 'lastRetry.message', own),
        ]),
  ]
}

function itemValues(step: StepView): ScopeValue[] {
  if (step.loop === undefined) return []
  const source: ScopeSource = { kind: 'item' }
  const type = step.loop === 'withSequence' ? 'number' : 'text'
  const whole = valueOfParts(['item'], 'item', source, type)
  return step.itemKeys.length === 0
    ? [whole]
    : step.itemKeys.map((key) => valueOfParts(['item', key], `item.${key}`, source))
}

function inputValues({ inputs: { parameters, artifacts } }: TemplateView): ScopeValue[] {
  const source: ScopeSource = { kind: 'inputs' }
  return [
    ...named(parameters).map((name) => valueOfParts(['inputs', 'parameters', name], name, source)),
    ...named(artifacts).map((name) =>
      valueOfParts(['inputs', 'artifacts', name], name, source, 'artifact'),
    ),
  ]
}

/** What a step leaves behind, by the type and the declared outputs of what it calls. */
function outputValues(
  manifest: ManifestView,
  step: StepView,
  prefix: 'steps' | 'tasks',
  { called: find }: ScopeOptions,
): ScopeValue[] {
  const { name } = step
  if (name === undefined) return []
  const source: ScopeSource = { kind: 'step', name }
  const called = find === undefined ? calledTemplate(manifest, step) : find(step)
  return stepOutputs(called && calledFacts(called), step).map(({ parts, type }) =>
    valueOfParts([prefix, name, ...parts], parts.join('.'), source, type),
  )
}
