import {
  allSteps,
  type ManifestView,
  type ParameterView,
  type StepView,
  type TemplateView,
} from '../../argo/index.ts'
import {
  findTags,
  parseReference,
  renameExpressionReference,
  renameReference,
  type PortReference,
  type Reference,
  type StepReference,
} from '../../expression/index.ts'
import { itemsOf, keyText, valueOf, type YamlNode } from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'
import { applyChanges } from '../splice-scalar.ts'
import { mayLackOutputs, producerOf } from './lift.ts'
import { rewriteText, type Replacement } from './rewrite.ts'
import { stepName, templateName } from './words.ts'

/** A call that is replaced by what it calls. */
export interface Call {
  /** The template in which the call stands, the step that calls, and the template that it calls. */
  readonly from: TemplateView
  readonly step: StepView
  readonly called: TemplateView
  /** New names of steps of the called template that are taken where they go. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Fields that a step which is replaced by others may have. */
const plainStep = new Set(['name', 'template', 'arguments', 'dependencies', 'depends'])
const plainTemplate = new Set(['name', 'inputs', 'outputs', 'steps', 'dag'])
const fieldWords: Readonly<Partial<Record<string, string>>> = {
  when: 'a condition',
  withItems: 'a loop',
  withParam: 'a loop',
  withSequence: 'a loop',
  continueOn: 'continueOn',
  hooks: 'hooks',
  onExit: 'an exit handler',
}

/** Whether the called template has steps or tasks, by the word with which they refer to each other. */
export function scopeOf({ called }: Call): 'steps' | 'tasks' {
  return called.type === 'dag' ? 'tasks' : 'steps'
}

/** Why steps cannot stand for a call: something of the call, or of the called template, is about all of them together. */
export function togetherness({ from, step, called }: Call, isAlone: boolean): string | undefined {
  const own = keysOf(step.node).find((key) => !plainStep.has(key))
  if (own !== undefined)
    return `The step ${stepName(step)} has ${fieldWords[own] ?? own}, which is about all steps of ${templateName(called)} together. Remove it first, or keep the call.`
  const other = keysOf(called.node).find(
    (key) =>
      !plainTemplate.has(key) &&
      !(key === 'failFast' && isSame(from.node, called.node, key)) &&
      !(key === 'parallelism' && isAlone && isSame(from.node, called.node, key)),
  )
  if (other !== undefined)
    return `The template ${templateName(called)} has ${other}, which is about all of its steps together. Remove it first, or keep the call.`
  const global = ['parameters', 'artifacts'].flatMap((list) =>
    itemsOf(valueOf(valueOf(called.node, 'outputs'), list)).flatMap(
      (item) => valueOf(item, 'globalName') ?? [],
    ),
  )[0]
  return global?.kind === 'scalar'
    ? `The template ${templateName(called)} gives the workflow the output ${global.value}, which steps alone cannot.`
    : undefined
}

/** What takes the place of an input of the called template in its steps: what the call gives. Refuses in the draft what it gives in another way. */
export function inputValue(
  draft: Draft,
  call: Call,
  reference: Reference,
): Replacement | undefined {
  const { step, called } = call
  if (reference.kind === 'built-in' && /^inputs\.(parameters|artifacts)$/.test(reference.name)) {
    draft.refuse(
      `The template ${templateName(called)} reads ${reference.name}, all of its inputs at once.`,
    )
    return undefined
  }
  if (reference.kind !== 'input') return undefined
  const name = reference.name.name
  if (reference.of === 'artifact') return artifactValue(draft, call, reference)
  const input = called.inputs.parameters.find((parameter) => parameter.name === name)
  const given = step.parameters.find((parameter) => parameter.name === name)
  if (input === undefined) {
    draft.refuse(
      `The template ${templateName(called)} reads its input ${name}, which it does not have.`,
    )
    return undefined
  }
  const source: ParameterView = given ?? input
  if (source.hasValueFrom) {
    draft.refuse(
      `The input ${name} of ${templateName(called)} has its value from elsewhere (valueFrom), which no other place can have.`,
    )
    return undefined
  }
  const value = given?.value ?? input.value ?? input.default
  if (value === undefined) {
    draft.refuse(
      `The step ${stepName(step)} does not give the input ${name} of ${templateName(called)}.`,
    )
    return undefined
  }
  const fallback = input.value ?? input.default
  const lacking = fallback === undefined ? undefined : producerThatMayLack(call, given?.value)
  if (lacking !== undefined) {
    draft.refuse(
      `The input ${name} of ${templateName(called)} falls back to its default when ${lacking} leaves nothing behind, which an argument cannot.`,
    )
  }
  return { text: value }
}

/** A step whose output is all of a value, and that may end without it. */
function producerThatMayLack({ from }: Call, value: string | undefined): string | undefined {
  const [tag, more] = value === undefined ? [] : findTags(value)
  if (tag?.kind !== 'simple' || more !== undefined) return undefined
  const reference = parseReference(tag.body)
  if (reference?.kind !== 'step' || reference.part.kind === 'field') return undefined
  const producer = producerOf(from, reference)
  return producer !== undefined && mayLackOutputs(producer) ? stepName(producer) : undefined
}

function artifactValue(
  draft: Draft,
  { step, called }: Call,
  reference: PortReference,
): Replacement | undefined {
  const name = reference.name.name
  const given = step.artifacts.find((artifact) => artifact.name === name)
  if (given?.from !== undefined) return { text: given.from }
  draft.refuse(
    given === undefined
      ? `The step ${stepName(step)} does not give the artifact ${name} of ${templateName(called)}.`
      : `The artifact ${name} comes from a storage and not from a step, which the steps of ${templateName(called)} could not say.`,
  )
  return undefined
}

/** What takes the place of an output of the call: where the called template has it from. Refuses in the draft what has no such place. */
export function outputValue(
  draft: Draft,
  call: Call,
  reference: StepReference,
  where: string,
): Replacement | undefined {
  const { called, step } = call
  const { part } = reference
  if (part.kind !== 'parameter' && part.kind !== 'artifact') {
    const what = part.kind === 'field' ? `the ${part.field}` : 'the result'
    draft.refuse(
      `${where}, ${what} of ${stepName(step)} as a whole, and it would be there no more.`,
    )
    return undefined
  }
  const list = part.kind === 'parameter' ? 'parameters' : 'artifacts'
  const name = part.name.name
  const output = itemsOf(valueOf(valueOf(called.node, 'outputs'), list)).find(
    (item) => textIn(item, 'name') === name,
  )
  if (output === undefined) {
    draft.refuse(`${where}, and ${templateName(called)} has no output ${name}.`)
    return undefined
  }
  const source = sourceOf(output, part.kind)
  if (source === undefined) {
    draft.refuse(
      `${where}, and the output ${name} of ${templateName(called)} is more than a reference (${keysOf(output).join(', ')}).`,
    )
    return undefined
  }
  const { text, isExpression } = source
  let moved = text
  for (const [old, fresh] of call.renamed) {
    const rename = isExpression ? renameExpressionReference : renameReference
    moved = applyChanges(moved, rename(moved, { scope: scopeOf(call), step: old }, fresh))
  }
  const value = rewriteText(moved, isExpression, (inner) => inputValue(draft, call, inner))
  return { text: isExpression ? `{{=${value}}}` : value }
}

/** Where an output has its value from, if from one place. */
function sourceOf(
  output: YamlNode,
  kind: 'parameter' | 'artifact',
): { readonly text: string; readonly isExpression: boolean } | undefined {
  const others = keysOf(output).filter((key) => key !== 'name' && key !== 'description')
  const [key, more] = others
  if (key === undefined || more !== undefined) return undefined
  if (kind === 'artifact') {
    const text = key === 'from' ? textIn(output, 'from') : undefined
    return text === undefined ? undefined : { text, isExpression: false }
  }
  if (key === 'value') {
    const text = textIn(output, 'value')
    return text === undefined ? undefined : { text, isExpression: false }
  }
  const from = key === 'valueFrom' ? valueOf(output, 'valueFrom') : undefined
  const [way, other] = keysOf(from)
  if ((way !== 'parameter' && way !== 'expression') || other !== undefined) return undefined
  const text = textIn(from, way)
  return text === undefined ? undefined : { text, isExpression: way === 'expression' }
}

/** The keys of a map as it is written. */
export function keysOf(node: YamlNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.flatMap((entry) => keyText(entry) ?? []) : []
}

/** A text of a map. */
export function textIn(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueOf(node, key)
  return value?.kind === 'scalar' ? value.value : undefined
}

function isSame(a: YamlNode, b: YamlNode, key: string): boolean {
  return textIn(a, key) === textIn(b, key)
}

/** Whether a step starts a daemon; see `daemonOf`. */
export function daemonIn(manifest: ManifestView, called: TemplateView): string | undefined {
  for (const inner of allSteps(called)) {
    const index = manifest.spec.templates.findIndex(({ name }) => name === inner.template)
    const template = inner.inline ?? manifest.spec.templates[index]
    if (textIn(template?.node, 'daemon') === 'true') return stepName(inner)
  }
  return undefined
}
