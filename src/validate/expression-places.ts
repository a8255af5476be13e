import type { Path } from '../base/index.ts'
import type { ExprNames } from '../expression/index.ts'
import type { ArgoVersion } from '../schema/index.ts'
import type { TaggedExpression } from './tagged-text.ts'

/** Where Argo evaluates an expression, and what it knows there. */
export interface ExpressionPlace {
  readonly names: ExprNames
  /** Whether what has a wrong expression there can never end well. */
  readonly fails: boolean
  /** The same of what cannot even be read. */
  readonly failsUnread: boolean
  /** What becomes of it when the expression cannot be compiled, for messages. */
  readonly wrong: string
  /** When it cannot be read. */
  readonly unread: string
}

const ofNodes = ['steps', 'tasks', 'inputs', 'outputs', 'workflow', 'item']
const ofTemplates = [...ofNodes, 'pod', 'node', 'retries', 'lastRetry', 'cronworkflow']
const ofMetrics = ['status', 'duration', 'exitCode', 'resourcesDuration']
const lastRetry = ['exitCode', 'status', 'duration', 'message']

function closed(roots: readonly string[], more: Partial<ExprNames> = {}): ExprNames {
  return { variables: [], roots, open: false, ...more }
}

function always(names: ExprNames, wrong: string): ExpressionPlace {
  return { names, fails: true, failsUnread: true, wrong, unread: wrong }
}

function sometimes(names: ExprNames, wrong: string): ExpressionPlace {
  return { names, fails: false, failsUnread: false, wrong, unread: wrong }
}

const stays = 'The tag stays in the text as it is.'

function tag(roots: readonly string[]): Readonly<Record<'new' | 'old', ExpressionPlace>> {
  const old = sometimes(closed(roots), stays)
  // Since 4.0 a template fails with an expression that cannot be read, whoever could fill it in. (Argo: `expressionReplaceStrict`.)
  return { new: { ...old, failsUnread: true, unread: 'What it is in fails before it runs.' }, old }
}

const tags = tag(ofTemplates)
const metricTags = tag([...ofTemplates, ...ofMetrics])

const bool = { gives: 'true or false' } as const
const places = {
  nodeHook: always(closed(ofNodes, bool), 'The step fails as soon as the hook is looked at.'),
  nodeExit: always(closed(ofNodes, bool), 'The step fails when it ends.'),
  workflowHook: always(closed(['workflow'], bool), 'The workflow fails.'),
  retry: sometimes(
    {
      variables: ['retries', ...lastRetry.map((name) => `lastRetry.${name}`)],
      open: false,
      ...bool,
    },
    'When an attempt fails, that ends in an error instead of another attempt.',
  ),
  output: always(closed(ofNodes), 'The template fails when all its steps have run.'),
  outputWithDefault: sometimes(closed(ofNodes), 'The default is taken instead, always.'),
  artifact: always(
    closed(ofNodes, { gives: 'an artifact' }),
    'The template fails when all its steps have run.',
  ),
  argument: always(closed(ofNodes, { gives: 'an artifact' }), 'The step fails.'),
  data: always(closed(['data'], { functions: false }), 'The step fails.'),
  http: always(closed(['request', 'response'], { functions: false, ...bool }), 'The step fails.'),
  label: always(closed(['workflow'], { gives: 'a text' }), 'The workflow fails before it starts.'),
  stop: sometimes(
    closed(['cronworkflow'], { functions: false, ...bool }),
    'The schedule never stops by it.',
  ),
}

const ofEvents = ['namespace', 'discriminator', 'metadata', 'payload']

/** What Argo evaluates of a WorkflowEventBinding: only what becomes of metadata knows its functions. (Argo: `dispatch`.) */
export const bindingPlaces: Readonly<
  Record<'selector' | 'argument' | 'metadata', ExpressionPlace>
> = {
  selector: always(
    closed(ofEvents, { functions: false, ...bool }),
    'No event ever starts a workflow.',
  ),
  argument: always(closed(ofEvents, { functions: false }), 'No event ever starts a workflow.'),
  metadata: always(closed(ofEvents, { gives: 'a text' }), 'No event ever starts a workflow.'),
}

/** What the path of an expression does not tell. */
export interface ExpressionOwner {
  /** It stands in the spec of a workflow, and in none of its templates. */
  readonly isOfWorkflow: boolean
  /** There is a `default` beside it. */
  readonly hasDefault: boolean
}

/** Where an expression is, by its path in a template, a step or the spec of a workflow; nothing where Argo does not evaluate it. */
export function placeOf(
  path: Path,
  { isWhole }: TaggedExpression,
  target: ArgoVersion,
  { isOfWorkflow, hasDefault }: ExpressionOwner,
): ExpressionPlace | undefined {
  if (!isWhole) {
    const both = path.includes('metrics') ? metricTags : tags
    return target.startsWith('3.') ? both.old : both.new
  }
  const [owner, list, item] = [path.at(-2), path.at(-3), path.at(-4)]
  switch (path.at(-1)) {
    case 'successCondition':
      return places.http
    case 'fromExpression':
      return path.includes('arguments') ? places.argument : places.artifact
    default:
      if (owner === 'retryStrategy') return places.retry
      if (owner === 'stopStrategy') return places.stop
      if (list === 'labelsFrom') return places.label
      if (list === 'transformation') return places.data
      if (owner === 'valueFrom' && item === 'parameters')
        return hasDefault ? places.outputWithDefault : places.output
      if (list !== 'hooks') return undefined
      if (isOfWorkflow) return places.workflowHook
      return owner === 'exit' ? places.nodeExit : places.nodeHook
  }
}
