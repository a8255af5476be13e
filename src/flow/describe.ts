import { assertNever } from '../base/index.ts'
import { locate, valueOf } from '../yaml/index.ts'
import { calledBy } from './called.ts'
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
 * Says what a reference is and where it comes from. `flow` is that of its document, `elsewhere` the file that has what it means, where that is
 * another one.
 */
export function describeReference(
  flow: Flow,
  reference: FlowReference,
  elsewhere?: string,
): Description {
  const { what, problem } = reference
  const describe = (title: string, ...notes: readonly (string | undefined)[]): Description => ({
    title,
    notes: [
      ...notes.filter((note) => note !== undefined),
      ...(elsewhere === undefined ? [] : [`It is declared in ${elsewhere}.`]),
    ],
    problem,
  })
  switch (what.role) {
    case 'control':
      return describe(
        `The ${what.of} ${what.name}`,
        `It has to be over before this ${what.of} starts.`,
      )
    case 'call':
      return describe(`The template ${what.name}`, typeNote(flow, reference))
    case 'argument':
      return describe(
        `Value for the input ${what.of} ${what.name}`,
        reference.parts.length === 0
          ? elsewhere === undefined
            ? 'The template that is called declares no such input, or is not in this file.'
            : undefined
          : ownerNote(flow, reference.parts.at(-1)?.symbol),
      )
    case 'input':
      return describe(`Input ${what.of} ${what.name}`)
    case 'data':
      break
    default:
      return assertNever(what)
  }
  const found = what.reference
  switch (found.kind) {
    case 'step': {
      const { step, part, scope } = found
      const of = `of the ${scope === 'steps' ? 'step' : 'task'} ${step.name}`
      const notes = [placeNote(flow, reference), typeNote(flow, reference)]
      switch (part.kind) {
        case 'result':
          return describe(`Result ${of}`, 'What it writes to its standard output.', ...notes)
        case 'parameters':
          return describe(
            `All output parameters ${of}`,
            'One entry for each turn of its loop, as JSON.',
            ...notes,
          )
        case 'parameter':
        case 'artifact':
          return describe(`Output ${part.kind} ${part.name.name} ${of}`, ...notes)
        case 'field':
          return describe(`${fieldWords[part.field] ?? part.field} ${of}`, ...notes)
        case 'unknown':
          return describe(part.text === '' ? `Outputs ${of}` : `${part.text} ${of}`, ...notes)
        default:
          return assertNever(part)
      }
    }
    case 'input':
      return describe(
        `${found.path ? 'Path of the input' : 'Input'} ${found.of} ${found.name.name}`,
        ownerNote(flow, reference.parts.at(-1)?.symbol),
        valueNote(flow, reference.parts.at(-1)?.symbol),
      )
    case 'output':
      return describe(
        `${found.path ? 'Path of the output' : 'Output'} ${found.of} ${found.name.name}`,
        ownerNote(flow, reference.parts.at(-1)?.symbol),
      )
    case 'workflow-parameter':
      return describe(
        `Workflow parameter ${found.name.name}`,
        reference.parts.length > 0
          ? 'An argument of the workflow; whoever submits it may give another value.'
          : 'The workflow that runs this gives its value.',
        valueNote(flow, reference.parts.at(-1)?.symbol),
      )
    case 'workflow-output':
      return describe(
        `Global output ${found.of} ${found.name.name}`,
        'A template gives it to the whole workflow by its globalName.',
      )
    case 'item':
      return describe(
        found.key === undefined ? 'Item of the loop' : `${found.key.name} of the loop’s item`,
        'Each turn of the loop has its own.',
      )
    case 'built-in':
      return describe(found.name, builtInWords[found.name] ?? metadataWords(found.name))
    default:
      return assertNever(found)
  }
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

function placeNote(flow: Flow, { parts }: FlowReference): string | undefined {
  const symbol = parts[0]?.symbol
  const step = symbol && stepAt(flow, symbol.path)
  return step?.lane === undefined ? undefined : `It runs in lane ${String(step.lane + 1)}.`
}

function typeNote(flow: Flow, { parts }: FlowReference): string | undefined {
  const symbol = parts[0]?.symbol
  if (symbol?.kind === 'template') {
    const type =
      symbol.document === flow.document ? ownerAt(flow, symbol.path)?.view.type : undefined
    return type === undefined ? undefined : `It is of type ${type}.`
  }
  const step = symbol && stepAt(flow, symbol.path)
  const called = step && calledBy(flow, step.view, step.path)
  return called?.view.name === undefined
    ? undefined
    : `It calls the template ${called.view.name}${called.view.type === undefined ? '' : `, of type ${called.view.type}`}.`
}

function ownerNote(flow: Flow, symbol: FlowSymbol | undefined): string | undefined {
  if (symbol === undefined || symbol.document !== flow.document) return undefined
  const name = ownerAt(flow, symbol.path)?.view.name
  return name === undefined ? undefined : `The template ${name} declares it.`
}

/** More of a value than this is not said. */
const MOST_OF_VALUE = 60

/** What an input or an argument is where nobody gives it another value. */
function valueNote(flow: Flow, symbol: FlowSymbol | undefined): string | undefined {
  if (symbol === undefined || symbol.document !== flow.document) return undefined
  const node = locate(flow.tree, symbol)?.node
  for (const [key, words] of [
    ['value', 'Its value here'],
    ['default', 'Its default'],
  ] as const) {
    const value = valueOf(node, key)
    if (value?.kind !== 'scalar') continue
    const text = value.value.replace(/\s+/g, ' ')
    const shown = text.length > MOST_OF_VALUE ? `${text.slice(0, MOST_OF_VALUE)}…` : text
    return text === '' ? `${words} is an empty text.` : `${words} is “${shown}”.`
  }
  return undefined
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

function metadataWords(name: string): string {
  const [, list, key] = /^workflow\.(label|annotation)s\.(.+)$/.exec(name) ?? []
  return list === undefined ? 'Argo gives its value.' : `The ${list} ${key ?? ''} of the workflow.`
}

const builtInWords: Readonly<Partial<Record<string, string>>> = {
  'workflow.name': 'The name of the workflow.',
  'workflow.namespace': 'The namespace of the workflow.',
  'workflow.uid': 'The identifier of the workflow.',
  'workflow.status': 'How the workflow stands; known to exit handlers.',
  'workflow.failures': 'The steps that failed, as JSON; known to exit handlers.',
  'workflow.creationTimestamp': 'When the workflow was made.',
  'workflow.duration': 'How long the workflow has run, in seconds.',
  'workflow.serviceAccountName': 'The service account that the workflow runs as.',
  'workflow.mainEntrypoint': 'The template with which the workflow starts.',
  'pod.name': 'The name of the pod in which the template runs.',
  'workflow.priority': 'The priority of the workflow.',
  'workflow.parameters': 'All parameters of the workflow, as JSON.',
  'workflow.scheduledTime': 'When the schedule wanted this run to start.',
  'node.name': 'The full name of the node in the workflow.',
  retries: 'The number of the attempt, from 0.',
  'lastRetry.exitCode': 'The exit code of the attempt before.',
  'lastRetry.status': 'How the attempt before ended.',
  'lastRetry.duration': 'How long the attempt before took, in seconds.',
  'lastRetry.message': 'What the attempt before said at its end.',
}
