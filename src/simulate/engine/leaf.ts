import { typesWithPod } from '../../argo/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { seedOf } from './chance.ts'
import { isTrueIn, listIn, objectIn, objectsIn, textIn, anyText } from './json.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { callName } from './names.ts'
import type { ArtifactContent } from '../outcome.ts'
import { resourcesOf } from './resources.ts'
import type { LiveNode, RunState, Work } from './state.ts'
import { artifactsOf, nodeTypeOf, typeOf } from './template.ts'
import { podNameOf } from './work.ts'

/**
 * Starts what does something itself: a pod, or what the agent does in place of one (http, plugin). How it ends is asked for, once
 * (Argo: `executeContainer` and the like).
 */
export function executeLeaf(machine: Machine, execution: Execution, work: Work): Executed {
  const { run } = machine
  const { template } = work
  const type = typeOf(template)
  const there = run.find(execution.name)
  // Of a node with a lock or a memory there is only the node so far.
  if (
    there &&
    (there.podName !== undefined || run.requests.has(there.id) || run.asked.has(there.id))
  )
    return { node: there }
  const node =
    there ??
    run.createWith(template, { ...execution, type: nodeTypeOf(template), phase: 'Pending' })
  if (type && typesWithPod.has(type))
    run.change(node, { podName: podNameOf(run, node.name, template) })
  // A patch of the workflow is not filled in here: what is still open in it does not count.
  const patches = [run.spec, template].map((from) => textIn(from, 'podSpecPatch'))
  const resources = resourcesOf(template, patches, run.podPatches)
  if (resources) run.change(node, { resources })
  if (type === 'containerSet') addContainers(run, execution, template, node)
  run.asked.add(node.id)
  run.requests.set(node.id, {
    node: run.show(node),
    template,
    needsResult: type === 'data' || isResultRead(run, execution),
    artifacts: inputContents(run, template),
    seed: seedOf(run.seed, node.name.slice(run.name.length)),
    now: run.now,
  })
  return { node }
}

/** What input artifacts hold, as far as it is known here. */
function inputContents(
  run: RunState,
  template: JsonObject,
): Readonly<Record<string, ArtifactContent>> {
  const known = artifactsOf(template, 'inputs').flatMap((artifact) => {
    const content = run.contents.of(artifact)
    return content ? [[textIn(artifact, 'name') ?? '', content] as const] : []
  })
  return Object.fromEntries(known)
}

/** Whether the template around a step mentions its result; only then is it kept (Argo: `hasOutputResultRef`). */
function isResultRead(run: RunState, { name, boundary }: Execution): boolean {
  const outer = boundary && run.works.get(boundary.name)
  if (!outer) return false
  const own = callName(name)
  const list = typeOf(outer.template) === 'dag' ? 'tasks' : 'steps'
  return resultsReadIn(outer.found.json).has(`${list}.${own}`)
}

const resultsRead = new WeakMap<JsonObject, ReadonlySet<string>>()

/** The steps and tasks whose result a template mentions: `steps.flip` and the like. */
function resultsReadIn(template: JsonObject): ReadonlySet<string> {
  const known = resultsRead.get(template)
  if (known) return known
  const mention =
    /(steps|tasks)(?:\.([^.\s{}'"[\]]+)|\[\\?['"]([^'"\\]+)\\?['"]\])\.outputs\.result/g
  const found = new Set<string>()
  for (const [, list, plain, quoted] of JSON.stringify(template).matchAll(mention))
    found.add(`${list ?? ''}.${plain ?? quoted ?? ''}`)
  resultsRead.set(template, found)
  return found
}

/** The containers of a set are nodes of their own, one below those that it waits for (Argo: `executeContainerSet`). */
function addContainers(
  run: RunState,
  execution: Execution,
  template: JsonObject,
  node: LiveNode,
): void {
  const containers = objectsIn(objectIn(template, 'containerSet'), 'containers')
  const made = new Map<string, LiveNode>()
  for (const container of containers) {
    const name = textIn(container, 'name') ?? ''
    const child = run.create({
      ...execution,
      name: `${node.name}.${name}`,
      type: 'Container',
      phase: 'Pending',
      boundary: node,
    })
    made.set(name, child)
  }
  for (const container of containers) {
    const child = made.get(textIn(container, 'name') ?? '')
    const before = listIn(container, 'dependencies').flatMap(
      (name) => made.get(anyText(name)) ?? [],
    )
    if (child) for (const parent of before.length > 0 ? before : [node]) run.link(parent, child)
  }
}

/** Whether a template's pod goes on while the steps behind it run. */
export function isDaemon(template: JsonObject): boolean {
  return isTrueIn(template, 'daemon')
}
