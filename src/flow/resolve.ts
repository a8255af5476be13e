import { assertNever, type Path } from '../base/index.ts'
import { isManifestKind, typesWithResult } from '../argo/index.ts'
import type { NamePart, PortKind, Reference, StepReference } from '../expression/index.ts'
import { itemsOf, valueOf } from '../yaml/index.ts'
import { runsAfter } from './ancestors.ts'
import { calledAt, calledBy } from './called.ts'
import type { Mention } from './mention.ts'
import {
  ownerAt,
  ownersAround,
  stepAt,
  stepNamed,
  type Flow,
  type Owner,
  type PlacedStep,
} from './owner.ts'
import { portOf, workflowInput, workflowOutput } from './ports.ts'
import type { FlowReference, Reader, ReferencePart } from './reference.ts'
import type { FlowSymbol } from './symbol.ts'

/** What a mention means: the things that it names, and why not. */
interface Meaning {
  readonly parts: readonly ReferencePart[]
  readonly problem?: string | undefined
}

/** A mention and where the node is with which it was found. */
export interface PlacedMention {
  readonly mention: Mention
  readonly base: Path
}

const nothing: Meaning = { parts: [] }

/** Finds out what a mention means in its document. */
export function resolveMention(flow: Flow, { mention, base }: PlacedMention): FlowReference {
  const path = [...base, ...mention.path]
  const { parts, problem } = meaningOf(flow, mention, base, path)
  return {
    document: flow.document,
    path,
    within: mention.within,
    text: textOf(mention),
    what: mention.what,
    reader: readerAt(flow, path),
    parts,
    problem,
  }
}

function meaningOf(flow: Flow, mention: Mention, base: Path, path: Path): Meaning {
  const { what, within } = mention
  const whole = (symbol: FlowSymbol | undefined, problem?: string): Meaning =>
    symbol === undefined ? { parts: [], problem } : { parts: [{ within, symbol }] }
  // What a template that is given in place does not have itself is looked for around it.
  const owners = ownersAround(flow, path)
  switch (what.role) {
    case 'data':
      return meaningOfData(flow, what.reference, owners, path)
    case 'control': {
      const owner = owners[0]
      if (owner === undefined) return nothing
      const { name, of } = what
      if (of === 'container')
        return whole(containerOf(owner, name), `There is no container ${name} in this set.`)
      const task = stepNamed(owner, name)
      return whole(task && stepSymbol(task), `There is no task ${name} in ${templateWords(owner)}.`)
    }
    case 'call': {
      const called = calledAt(flow, [...base, ...what.caller])
      const isElsewhere = path.at(-2) === 'templateRef' || isWithoutTemplates(flow)
      return whole(
        called && templateSymbol(called),
        isElsewhere ? undefined : `There is no template ${what.name} in this file.`,
      )
    }
    case 'argument': {
      const called = calledAt(flow, [...base, ...what.caller])
      return whole(called && portOf(called, 'input', what.of, what.name))
    }
    case 'input':
      return inputMeaning(owners, what.of, { name: what.name, range: within })
    default:
      return assertNever(what)
  }
}

function meaningOfData(
  flow: Flow,
  reference: Reference,
  owners: readonly Owner[],
  path: Path,
): Meaning {
  switch (reference.kind) {
    case 'step':
      return stepMeaning(flow, reference, owners, path)
    case 'input':
      return inputMeaning(owners, reference.of, reference.name)
    case 'output': {
      const { of, name } = reference
      for (const owner of owners) {
        const symbol = portOf(owner, 'output', of, name.name)
        if (symbol !== undefined) return { parts: [{ within: name.range, symbol }] }
      }
      const owner = owners[0]
      if (owner === undefined || isMade(name.name)) return nothing
      return {
        parts: [],
        problem: `${capital(templateWords(owner))} declares no output ${of} ${name.name}.`,
      }
    }
    case 'workflow-parameter': {
      const { name } = reference
      const symbol = workflowInput(flow, 'parameter', name.name)
      if (symbol !== undefined) return { parts: [{ within: name.range, symbol }] }
      // A template takes what it does not declare itself from the workflow that runs it.
      if (isWithoutTemplates(flow) || flow.manifest.kind !== 'Workflow' || isMade(name.name))
        return nothing
      return { parts: [], problem: `The workflow has no parameter ${name.name}.` }
    }
    case 'workflow-output': {
      const { of, name } = reference
      const symbol = workflowOutput(flow, of, name.name)
      if (symbol !== undefined) return { parts: [{ within: name.range, symbol }] }
      if (isWithoutTemplates(flow) || flow.manifest.kind !== 'Workflow' || isMade(name.name))
        return nothing
      return {
        parts: [],
        problem: `No template of this file gives the workflow an output ${of} ${name.name} by its globalName.`,
      }
    }
    case 'item':
      return { parts: [], problem: itemProblem(flow, reference.key, path) }
    case 'built-in':
      return { parts: [], problem: builtInProblem(reference.name) }
    default:
      return assertNever(reference)
  }
}

function inputMeaning(
  owners: readonly Owner[],
  of: PortKind,
  { name, range }: Pick<NamePart, 'name' | 'range'>,
): Meaning {
  for (const owner of owners) {
    const symbol = portOf(owner, 'input', of, name)
    if (symbol !== undefined) return { parts: [{ within: range, symbol }] }
  }
  const owner = owners.at(-1)
  if (owner === undefined || isMade(name)) return nothing
  return { parts: [], problem: `${capital(templateWords(owner))} declares no input ${of} ${name}.` }
}

function stepMeaning(
  flow: Flow,
  reference: StepReference,
  owners: readonly Owner[],
  path: Path,
): Meaning {
  const { scope, step: named, part } = reference
  const { name } = named
  // Names that begin so are never checked by Argo, and names made of tags are not known.
  if (name === '' || name === 'name' || isMade(name)) return nothing
  const type = scope === 'steps' ? 'steps' : 'dag'
  const word = scope === 'steps' ? 'step' : 'task'
  const owner = owners.find(
    (candidate) => candidate.view.type === type && stepNamed(candidate, name) !== undefined,
  )
  const step = owner && stepNamed(owner, name)
  if (owner === undefined || step === undefined) {
    const other = owners.find((candidate) => stepNamed(candidate, name) !== undefined)
    const around = owners.find(({ view }) => view.type === type) ?? owners[0]
    if (other !== undefined) {
      const right = scope === 'steps' ? 'tasks' : 'steps'
      return {
        parts: [],
        problem: `${capital(templateWords(other))} is a ${other.view.type ?? ''}: write ${right}.${name} instead of ${scope}.${name}.`,
      }
    }
    const where = around === undefined ? 'here' : `in ${templateWords(around)}`
    return { parts: [], problem: `There is no ${word} ${name} ${where}.` }
  }
  const parts: ReferencePart[] = [{ within: named.range, symbol: stepSymbol(step) }]
  const called = calledBy(flow, step.view, step.path)
  let problem = orderProblem(owner, step, name, path)
  if (part.kind === 'parameter' || part.kind === 'artifact') {
    const port = called && portOf(called, 'output', part.kind, part.name.name)
    if (port !== undefined) parts.push({ within: part.name.range, symbol: port })
    else if (called !== undefined && !isMade(part.name.name))
      problem ??= `${capital(templateWords(called))}, which ${name} calls, declares no output ${part.kind} ${part.name.name}.`
  } else if (part.kind === 'result' && called?.view.type !== undefined) {
    const { type: kind } = called.view
    if (!typesWithResult.has(kind) && kind !== 'containerSet')
      problem ??= `${capital(templateWords(called))}, which ${name} calls, is of type ${kind} and has no result.`
  }
  return { parts, problem }
}

/** Why a step is not over when a text is read. Hooks run when their step does; outputs are made at the end. */
function orderProblem(
  owner: Owner,
  step: PlacedStep,
  name: string,
  path: Path,
): string | undefined {
  const [first, second, third, field] = path.slice(owner.path.length)
  if (first === 'steps' && typeof second === 'number' && field !== 'hooks') {
    const { lane = 0 } = step
    if (lane < second) return undefined
    const isSame = step.path[step.path.length - 1] === third && lane === second
    if (isSame) return `The step ${name} is not over when this is read.`
    return lane === second
      ? `The step ${name} runs in the same lane, so it is not over when this is read.`
      : `The step ${name} runs in a later lane, so it is not over when this is read.`
  }
  if (first === 'dag' && second === 'tasks' && typeof third === 'number' && field !== 'hooks') {
    const task = owner.view.tasks[third]
    if (task === undefined || runsAfter(owner.view, task, name)) return undefined
    return task.name === name
      ? `The task ${name} is not over when this is read.`
      : `The task ${task.name ?? 'without a name'} does not wait for ${name}: name it under its dependencies.`
  }
  return undefined
}

function itemProblem(flow: Flow, key: NamePart | undefined, path: Path): string | undefined {
  let step = stepAt(flow, path)
  if (step === undefined)
    return 'Only the step with the loop knows its item: pass it on as an argument.'
  const { name } = step.view
  // A template that is given in place sees the loops of all steps around it.
  for (; step !== undefined; step = stepAt(flow, step.path.slice(0, -3))) {
    const { loop, itemKeys } = step.view
    if (loop === undefined) continue
    const isKnown = itemKeys.length === 0 || key === undefined || itemKeys.includes(key.name)
    return isKnown ? undefined : `The items of this loop have no ${key.name}.`
  }
  return `The step ${name ?? 'without a name'} has no loop: give it withItems, withParam or withSequence.`
}

/** Arguments of a workflow that are artifacts have no tag: Argo hands them to the template that it starts with, by their names. */
function builtInProblem(text: string): string | undefined {
  const artifact = /^workflow\.artifacts\.(.+)$/.exec(text)?.[1]
  return artifact === undefined
    ? undefined
    : `Argo knows no ${text}: give the template that the workflow starts with an input artifact ${artifact}.`
}

function readerAt(flow: Flow, path: Path): Reader {
  const step = stepAt(flow, path)
  if (step !== undefined) return { kind: 'step', path: step.path, name: step.view.name }
  const owner = ownerAt(flow, path)
  if (owner !== undefined) return { kind: 'template', path: owner.path, name: owner.view.name }
  return { kind: 'workflow', path: flow.manifest.specPath, name: undefined }
}

function textOf({ what }: Mention): string {
  if (what.role !== 'data') return what.name
  const { reference } = what
  switch (reference.kind) {
    case 'step': {
      const { scope, step, part } = reference
      const start = `${scope}.${step.name}`
      if (part.kind === 'parameter' || part.kind === 'artifact')
        return `${start}.outputs.${part.kind}s.${part.name.name}`
      if (part.kind === 'field') return `${start}.${part.field}`
      if (part.kind === 'unknown') return part.text === '' ? start : `${start}.${part.text}`
      return `${start}.outputs.${part.kind}`
    }
    case 'input':
    case 'output':
      return `${reference.kind}s.${reference.of}s.${reference.name.name}${reference.path ? '.path' : ''}`
    case 'workflow-parameter':
      return `workflow.parameters.${reference.name.name}`
    case 'workflow-output':
      return `workflow.outputs.${reference.of}s.${reference.name.name}`
    case 'item':
      return reference.key === undefined ? 'item' : `item.${reference.key.name}`
    case 'built-in':
      return reference.name
    default:
      return assertNever(reference)
  }
}

/** A step or task as a symbol. */
export function stepSymbol({ document, path, view }: PlacedStep): FlowSymbol {
  return { kind: 'step', document, path, name: view.name ?? '' }
}

/** A template as a symbol. */
export function templateSymbol({ document, path, view }: Owner): FlowSymbol {
  return { kind: 'template', document, path, name: view.name ?? '' }
}

/** A container of a containerSet by its name. */
export function containerOf(owner: Owner, name: string): FlowSymbol | undefined {
  const list = itemsOf(valueOf(valueOf(owner.view.node, 'containerSet'), 'containers'))
  const index = list.findIndex((item) => {
    const scalar = valueOf(item, 'name')
    return scalar?.kind === 'scalar' && scalar.value === name
  })
  const path = [...owner.path, 'containerSet', 'containers', index]
  return index < 0 ? undefined : { kind: 'container', document: owner.document, path, name }
}

/** Whether a name has a tag in it, so that it is known only when the workflow runs. */
function isMade(name: string): boolean {
  return name.includes('{')
}

/** Whether a document has its templates in another one, or is none of Argo's. */
function isWithoutTemplates({ manifest }: Flow): boolean {
  return manifest.spec.workflowTemplateRef !== undefined || !isManifestKind(manifest.kind)
}

function templateWords({ view, path }: Owner): string {
  if (view.name !== undefined) return `the template ${view.name}`
  return path.at(-1) === 'inline' ? 'the inline template' : 'the template without a name'
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
