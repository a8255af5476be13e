import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { markAbsent, resolveArtifacts } from './arguments.ts'
import { evaluateBoolean } from './evaluate-boolean.ts'
import { isObject, listIn, objectIn, textIn } from './json.ts'
import type { Executed, Machine } from './machine.ts'
import type { TemplateContext } from './manifests.ts'
import { isFinal, isFulfilled, type Origin } from '../node.ts'
import { lastAttempt } from './outputs.ts'
import { Scope } from './scope.ts'
import type { LiveNode, RunState } from './state.ts'
import { substitute } from './substitute.ts'
import { fault, type Trouble } from './trouble.ts'
import { Layers } from './variables.ts'

/** A node whose hooks are looked at. */
export interface Hooked {
  readonly node: LiveNode
  /** The step, task or spec that declares the hooks. */
  readonly json: JsonObject
  readonly origin: Origin
  readonly context: TemplateContext
  readonly boundary: LiveNode | undefined
  readonly scope: Scope
  /** What its outputs are called in the scope: `steps.flip`. */
  readonly name: string
}

/** Whether a step or task has hooks of any kind. */
export function hasHooks(json: JsonObject): boolean {
  return objectIn(json, 'hooks') !== undefined || textIn(json, 'onExit') !== undefined
}

/**
 * Runs the hooks of a step or task whose expressions hold, but for the exit hook (Argo: `executeTmplLifeCycleHook`). Once begun, a hook
 * runs to its end. Tells whether none is at work.
 */
export function runHooks(machine: Machine, hooked: Hooked): Result<boolean, Trouble> {
  const { run } = machine
  const outputs = (lastAttempt(run, hooked.node) ?? hooked.node).outputs
  return runEach(machine, hooked, (hook) =>
    outputs ? hookArguments(run, hook, hooked) : ok(objectIn(hook, 'arguments')),
  )
}

/** The same with the hooks of the whole workflow, whose arguments refer to no step (Argo: `executeWfLifeCycleHook`). */
export function runWorkflowHooks(machine: Machine): Result<boolean, Trouble> {
  const { spec, context, origin, name } = machine.run
  const node = machine.run.find(name)
  if (!node) return ok(true)
  const scope = new Scope()
  const hooked = { node, json: spec, origin, context, boundary: undefined, scope, name: '' }
  return runEach(machine, hooked, (hook) => ok(objectIn(hook, 'arguments')))
}

function runEach(
  machine: Machine,
  hooked: Hooked,
  argumentsOf: (hook: JsonObject) => Result<JsonObject | undefined, Trouble>,
): Result<boolean, Trouble> {
  const { run } = machine
  const { node, json, origin, scope } = hooked
  let isOver = true
  for (const [key, hook] of Object.entries(objectIn(json, 'hooks') ?? {})) {
    if (key === 'exit' || !isObject(hook)) continue
    const name = `${node.name}.hooks.${key}`
    const expression = textIn(hook, 'expression')
    if (expression === undefined) return err(fault(`Expression required for hook ${name}`))
    const holds = evaluateIn(run, expression, scope)
    if (!holds.ok) return holds
    if (!holds.value && !run.find(name)) continue
    const args = argumentsOf(hook)
    if (!args.ok) return args
    const at = { ...origin, path: [...origin.path, 'hooks', key] }
    const { node: made, trouble } = runHook(machine, hooked, name, hook, args.value, at, false)
    if (trouble && !isHeldBack(run, trouble, made)) return err(trouble)
    if (made) run.link(node, made)
    if (!made || !isFulfilled(made)) isOver = false
  }
  return ok(isOver)
}

function evaluateIn(run: RunState, expression: string, scope: Scope): Result<boolean, Trouble> {
  return evaluateBoolean(expression, new Layers(run.globals, scope.variables), run.moment)
}

/** The exit hook of a step, a task or a spec; without arguments of its own it gets those of the workflow (Argo: `GetExitHook`). */
export function exitHookOf(
  json: JsonObject,
  spec: JsonObject,
): { readonly hook: JsonObject; readonly path: readonly string[] } | undefined {
  const given = objectIn(spec, 'arguments')
  const fallback = given === undefined ? {} : { arguments: given }
  const template = textIn(json, 'onExit')
  if (template !== undefined) return { hook: { template, ...fallback }, path: ['onExit'] }
  const hook = objectIn(objectIn(json, 'hooks'), 'exit')
  if (!hook) return undefined
  return { hook: hasArguments(hook) ? hook : { ...hook, ...fallback }, path: ['hooks', 'exit'] }
}

function hasArguments(hook: JsonObject): boolean {
  const given = objectIn(hook, 'arguments')
  return listIn(given, 'parameters').length + listIn(given, 'artifacts').length > 0
}

/**
 * Runs the exit hook of a node that has ended (Argo: `runOnExitNode`). Tells whether it is over; what it comes to does not matter
 * to the node.
 */
export function runExit(machine: Machine, hooked: Hooked): Result<boolean, Trouble> {
  const { run } = machine
  const exit = exitHookOf(hooked.json, run.spec)
  if (!exit || run.shutdown === 'Terminate') return ok(true)
  const { hook, path } = exit
  const expression = textIn(hook, 'expression')
  if (expression !== undefined) {
    const holds = evaluateIn(run, expression, hooked.scope)
    if (!holds.ok) return holds
    if (!holds.value) return ok(true)
  }
  const args = hasArguments(hook) ? hookArguments(run, hook, hooked) : ok(undefined)
  if (!args.ok) return args
  const name = `${hooked.node.name}.onExit`
  const at = { ...hooked.origin, path: [...hooked.origin.path, ...path] }
  const { node, trouble } = runHook(machine, hooked, name, hook, args.value, at, true)
  if (node) run.link(hooked.node, node)
  if (trouble && !isHeldBack(run, trouble, node)) return err(trouble)
  return ok(node !== undefined && isFulfilled(node))
}

/** To Argo a hook that a limit holds back is an error; but it does not look again at the moment at which one has begun. */
function isHeldBack(run: RunState, { kind }: Trouble, node: LiveNode | undefined): boolean {
  return kind === 'limit' && node?.startedAt === run.now && !isFinal(node.phase)
}

function runHook(
  machine: Machine,
  { boundary, context }: Hooked,
  name: string,
  hook: JsonObject,
  args: JsonObject | undefined,
  origin: Origin,
  isExit: boolean,
): Executed {
  const call = { name: '', kind: 'hook', json: hook, origin } as const
  return machine.execute({ name, call, context, args, boundary, isExit, isHooked: true })
}

/** The arguments of a hook, with what its node has left behind (Argo: `resolveExitTmplArgument`). */
function hookArguments(
  run: RunState,
  hook: JsonObject,
  { node, scope, name }: Hooked,
): Result<JsonObject | undefined, Trouble> {
  if (!hasArguments(hook)) return ok(undefined)
  const outputs = (lastAttempt(run, node) ?? node).outputs
  if (outputs) {
    const { parameters, artifacts } = outputs
    scope.addOutputs(name, { parameters, artifacts })
  }
  const variables = new Layers(run.globals, scope.variables)
  const marked = objectIn(markAbsent(hook, scope), 'arguments') ?? {}
  const filled = substitute(marked, { variables, strict: [], ...run.moment })
  return filled.ok ? resolveArtifacts(filled.value, scope, run.moment) : filled
}
