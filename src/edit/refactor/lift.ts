import {
  allSteps,
  calledTemplate,
  type ManifestView,
  type StepView,
  type TemplateView,
} from '../../argo/index.ts'
import type { Reference, StepReference } from '../../expression/index.ts'
import { valueOf } from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'
import { capital } from './order.ts'
import type { PortList } from './port-list.ts'
import { partsOf, wordsOf, type PlacedReference } from './references.ts'
import type { Replacement } from './rewrite.ts'
import { placeWords, stepOfPath, stepName } from './words.ts'

/** What is taken out of a template, and what it reads of what stays. */
export interface Lifting {
  /** The template that it comes from. */
  readonly from: TemplateView
  /** The names of the steps or tasks that are taken. */
  readonly own: ReadonlySet<string>
  /** Whether an item of a loop is read from outside, as by a template given in place. */
  readonly item: boolean
  readonly inputs: PortList
}

/**
 * What takes the place of a reference that leads out of what is taken: an input, which the list gets with the reference as its argument.
 * Nothing for references that stay as they are. Refuses in the draft what cannot be handed in.
 */
export function lift(
  draft: Draft,
  { from, own, item, inputs }: Lifting,
  placed: PlacedReference,
): Replacement | undefined {
  const { reference } = placed.found
  const where = (): string =>
    `${capital(placeWords(draft, placed.scalar.path))} reads ${wordsOf(placed)}`
  const input = (kind: 'parameters' | 'artifacts', wanted: string, isOptional = false) => {
    const tag = `{{${partsOf(reference).join('.')}}}`
    const given = kind === 'parameters' ? { value: tag } : { from: tag }
    const key = partsOf(reference).join('.')
    const fields = { declared: {}, given }
    const name = inputs.nameFor(key, kind, wanted, fields, isOptional)
    const parts = ['inputs', kind, name]
    return parts.join('.') === key ? undefined : { parts }
  }
  switch (reference.kind) {
    case 'input': {
      const kind = reference.of === 'parameter' ? 'parameters' : 'artifacts'
      const artifact = from.inputs.artifacts.find(({ name }) => name === reference.name.name)
      const isOptional = kind === 'artifacts' && artifact?.optional === true
      return input(kind, reference.name.name, isOptional)
    }
    case 'item': {
      if (!item) return undefined
      const { key } = reference
      return input('parameters', key === undefined ? 'item' : `item-${key.name}`)
    }
    case 'step': {
      if (own.has(reference.step.name)) return undefined
      const reason = cannotHandIn(draft, from, placed, reference)
      if (reason !== undefined) {
        draft.refuse(`${where()}${reason}`, { document: draft.document, path: placed.scalar.path })
        return undefined
      }
      const wanted = `${reference.step.name}-${partsOf(reference).at(-1) ?? 'value'}`
      const isArtifact = reference.part.kind === 'artifact'
      const kind = isArtifact ? 'artifacts' : 'parameters'
      return input(kind, wanted, isArtifact && isOptional(draft, from, reference))
    }
    case 'built-in': {
      const isList = /^inputs\.(parameters|artifacts)$/.test(reference.name)
      const isRetry = /^(retries|lastRetry)\b/.test(reference.name)
      if (isList) draft.refuse(`${where()}, all inputs at once, and the new template has others.`)
      if (isRetry && valueOf(from.node, 'retryStrategy') !== undefined)
        draft.refuse(`${where()}, and the new template is not retried itself.`)
      return undefined
    }
    case 'output':
    case 'workflow-output':
    case 'workflow-parameter':
      return undefined
  }
}

/** The step or task of a template that a reference means. */
export function producerOf(from: TemplateView, reference: StepReference): StepView | undefined {
  return allSteps(from).find(({ name }) => name === reference.step.name)
}

/** Whether a step may end without outputs though the steps after it run. */
export function mayLackOutputs({ when, continuesOn }: StepView): boolean {
  return when !== undefined || continuesOn.length > 0
}

/**
 * Why an argument cannot stand for a reference: it is read when the new template starts, whatever the conditions in it say. So what a
 * skipped step did not leave behind would be missed earlier than now.
 */
function cannotHandIn(
  draft: Draft,
  from: TemplateView,
  { scalar }: PlacedReference,
  reference: StepReference,
): string | undefined {
  const producer = producerOf(from, reference)
  const { part } = reference
  if (part.kind === 'unknown') return ', which Argo gives no value.'
  if (producer === undefined || part.kind === 'field' || !mayLackOutputs(producer)) return undefined
  const reader = draft.manifest && stepOfPath(draft.manifest, scalar.path)
  if (reader?.when === undefined || scalar.path.at(-1) === 'when') return undefined
  const why = producer.when === undefined ? 'may fail and be passed over' : 'may be skipped'
  return `, and ${stepName(producer)} ${why}: only the condition of ${stepName(reader)} guards that, and an input of a new template would be read before it.`
}

function isOptional({ manifest }: Draft, from: TemplateView, reference: StepReference): boolean {
  const producer = producerOf(from, reference)
  const called = producer && manifest && calledTemplate(manifest, producer)
  return optionalOutput(called, reference)
}

function optionalOutput(called: TemplateView | undefined, { part }: StepReference): boolean {
  if (part.kind !== 'artifact') return false
  return called?.outputs.artifacts.find(({ name }) => name === part.name.name)?.optional === true
}

/** The daemon that a step starts: a template that runs on until its caller ends. */
export function daemonOf(manifest: ManifestView, step: StepView): string | undefined {
  const called = calledTemplate(manifest, step)
  const daemon = called && valueOf(called.node, 'daemon')
  return daemon?.kind === 'scalar' && daemon.value === 'true' ? stepName(step) : undefined
}

/** Whether a reference is one to a step or task. */
export function isStepReference(reference: Reference): reference is StepReference {
  return reference.kind === 'step'
}
