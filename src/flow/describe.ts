import { assertNever, type Path } from '../base/index.ts'
import type { StepReference } from '../expression/index.ts'
import { builtInWords } from './built-in-words.ts'
import { calledAt } from './called.ts'
import { calledIn, declaredBy, declaredHere, type NamedSource } from './declared.ts'
import {
  callNote,
  contentNotes,
  loopNotes,
  placeNote,
  portNotes,
  templateNotes,
} from './describe-notes.ts'
import { ownerAt, stepAt, type Flow } from './owner.ts'
import type { FlowReference } from './reference.ts'
import { symbolWords, type FlowSymbol } from './symbol.ts'

/** A reference in words. */
export interface Description {
  /** What it is: `Result of the step flip`. */
  readonly title: string
  /** What else there is to say, a sentence each. */
  readonly notes: readonly string[]
  /** Why it does not work. */
  readonly problem: string | undefined
}

/**
 * Says what a reference is, where it comes from, and which values it may have. `flow` is that of its document; what it means may be in one of the
 * sources.
 */
export function describeReference(
  flow: Flow,
  reference: FlowReference,
  sources: readonly NamedSource[] = [],
): Description {
  const { what, problem, path } = reference
  const declared = declaredBy(flow, reference, sources)
  const describe = (title: string, ...notes: readonly string[]): Description => ({
    title,
    notes,
    problem,
  })
  switch (what.role) {
    case 'control':
      return describe(
        `The ${what.of} ${what.name}`,
        `It has to be over before this ${what.of} starts.`,
        ...stepNotes(flow, reference, sources),
      )
    case 'call': {
      const isUnknown = declared === undefined && problem === undefined
      return describe(
        `The template ${what.name}`,
        ...(declared === undefined ? [] : templateNotes(declared)),
        ...(isUnknown ? ['It is in none of the open files.'] : []),
      )
    }
    case 'argument':
      return describe(
        `Value for the input ${what.of} ${what.name}`,
        ...(declared === undefined
          ? [undeclaredNote(flow, path.slice(0, -4))]
          : portNotes(declared)),
      )
    case 'input':
      return describe(`Input ${what.of} ${what.name}`, ...portNotes(declared))
    case 'data':
      break
    default:
      return assertNever(what)
  }
  const found = what.reference
  switch (found.kind) {
    case 'step':
      return describe(
        stepTitle(found),
        ...(found.part.kind === 'result' ? ['What it writes to its standard output.'] : []),
        ...(found.part.kind === 'parameters'
          ? ['One entry for each turn of its loop, as JSON.']
          : loopNote(flow, reference, found)),
        ...stepNotes(flow, reference, sources),
        ...(declared?.symbol.kind === 'output' ? portNotes(declared) : []),
      )
    case 'input':
    case 'output': {
      const title = `${found.kind} ${found.of} ${found.name.name}`
      return describe(found.path ? `Path of the ${title}` : capital(title), ...portNotes(declared))
    }
    case 'workflow-parameter':
      return describe(
        `Workflow parameter ${found.name.name}`,
        declared === undefined
          ? 'The workflow that runs this gives its value.'
          : 'An argument of the workflow; whoever submits it may give another value.',
        ...portNotes(declared),
      )
    case 'workflow-output':
      return describe(`Global output ${found.of} ${found.name.name}`, ...portNotes(declared))
    case 'item': {
      const key = found.key?.name
      return describe(
        key === undefined ? 'Item of the loop' : `${key} of the loop’s item`,
        ...loopNotes(flow, reference, key),
      )
    }
    case 'built-in':
      return describe(found.name, ...(problem === undefined ? [builtInWords(found.name)] : []))
    default:
      return assertNever(found)
  }
}

/** Says what a thing is where it is defined. */
export function describeDefinition(flow: Flow, symbol: FlowSymbol): Description {
  const title = capital(describeSymbol(flow, symbol))
  const declared = declaredHere(flow, symbol)
  const step = symbol.kind === 'step' ? stepAt(flow, symbol.path) : undefined
  const notes =
    step !== undefined
      ? [...placeNote(step), ...callNote(calledIn(flow, step, []))]
      : declared === undefined
        ? []
        : symbol.kind === 'template'
          ? templateNotes(declared)
          : contentNotes(declared)
  return { title, notes, problem: undefined }
}

/** Says what a thing is: `step flip in main`. */
export function describeSymbol(flow: Flow, symbol: FlowSymbol): string {
  const owner =
    symbol.kind === 'step'
      ? ownerAt(flow, symbol.path.slice(0, -3))
      : symbol.kind === 'template'
        ? undefined
        : ownerAt(flow, symbol.path)
  const name = symbol.name === '' ? 'without a name' : symbol.name
  const where = owner?.view.name === undefined ? '' : ` of ${owner.view.name}`
  return `${symbolWords(symbol)} ${name}${where}`
}

function stepTitle({ scope, step, part }: StepReference): string {
  const of = `of the ${scope === 'steps' ? 'step' : 'task'} ${step.name}`
  switch (part.kind) {
    case 'result':
      return `Result ${of}`
    case 'parameters':
      return `All output parameters ${of}`
    case 'parameter':
    case 'artifact':
      return `Output ${part.kind} ${part.name.name} ${of}`
    case 'field':
      return `${fieldWords[part.field] ?? part.field} ${of}`
    case 'unknown':
      return part.text === '' ? `Outputs ${of}` : `${part.text} ${of}`
    default:
      return assertNever(part)
  }
}

/** Where the step of a reference runs, and what it calls. */
function stepNotes(
  flow: Flow,
  { parts }: FlowReference,
  sources: readonly NamedSource[],
): readonly string[] {
  const symbol = parts[0]?.symbol
  const step = symbol?.kind === 'step' ? stepAt(flow, symbol.path) : undefined
  if (step === undefined) return []
  return [...placeNote(step), ...callNote(calledIn(flow, step, sources))]
}

/** Outputs of a step with a loop are lists. */
function loopNote(
  flow: Flow,
  { parts }: FlowReference,
  { part }: StepReference,
): readonly string[] {
  const symbol = parts[0]?.symbol
  const step = symbol && stepAt(flow, symbol.path)
  const isList = part.kind === 'result' || part.kind === 'parameter'
  return isList && step?.view.loop !== undefined
    ? ['The step has a loop: this is a JSON list with an entry for each turn.']
    : []
}

/** Why an argument is for no input that is known. */
function undeclaredNote(flow: Flow, caller: Path): string {
  const name = calledAt(flow, caller)?.view.name
  return name === undefined
    ? 'The template that is called is in none of the open files.'
    : `The template ${name}, which is called, declares no such input.`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const fieldWords: Readonly<Partial<Record<string, string>>> = {
  status: 'Status',
  id: 'Identifier',
  ip: 'Address',
  exitCode: 'Exit code',
  startedAt: 'Start time',
  finishedAt: 'End time',
  hostNodeName: 'Machine',
}
