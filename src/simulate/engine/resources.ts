import { anchorsOf, parseTree, toValue, type JsonObject } from '../../yaml/index.ts'
import { anyTextIn, isObject, objectIn, objectsIn, textIn } from './json.ts'
import { readQuantity } from './quantity.ts'

/** What a pod asks of the cluster: cores of CPU, bytes of memory. */
export interface Resources {
  readonly cpu: number
  readonly memory: number
}

/** Patches of pods by their texts. */
export type PodPatches = Map<string, JsonObject>

const kinds = ['cpu', 'memory'] as const
const nothing: Resources = { cpu: 0, memory: 0 }

/** Containers of a pod: those that run side by side, and those that run before, one after the other. */
interface Containers {
  readonly containers: readonly JsonObject[]
  readonly initContainers: readonly JsonObject[]
}

/**
 * What the pod of a template asks for, as Kubernetes adds it up: all containers that run side by side, or the most that is asked for while
 * those before them run. Sidecars of Kubernetes, which are init containers that go on, count from their start. What only has a limit asks for
 * that much. Nothing where no container says anything. Of the containers that Argo adds itself only what a patch says is known. In: the
 * template, and behind it patches of the pod (`podSpecPatch`), those of the workflow first. `read` keeps what was read of patches, for the other
 * pods that have them.
 */
export function resourcesOf(
  template: JsonObject,
  patches: readonly (string | undefined)[] = [],
  read: PodPatches = new Map(),
): Resources | undefined {
  const pod = patches.reduce<Containers>(
    (before, patch) => (patch === undefined ? before : patched(before, patchOf(patch, read))),
    containersOf(template),
  )
  const all = [...pod.containers, ...pod.initContainers]
  if (!all.some((one) => kinds.some((kind) => askedBy(one, kind) !== undefined))) return undefined
  const before = pod.initContainers.reduce(
    ({ most, stay }, one) => {
      const now = sum(stay, asked(one))
      return { most: larger(most, now), stay: one['restartPolicy'] === 'Always' ? now : stay }
    },
    { most: nothing, stay: nothing },
  )
  return larger(before.most, pod.containers.map(asked).reduce(sum, before.stay))
}

function containersOf(template: JsonObject): Containers {
  const mains = [objectIn(template, 'container'), objectIn(template, 'script')].filter(isObject)
  const set = objectsIn(objectIn(template, 'containerSet'), 'containers')
  return {
    containers: [
      ...mains.map((main) => ({ ...main, name: 'main' })),
      ...set,
      ...objectsIn(template, 'sidecars'),
    ],
    initContainers: objectsIn(template, 'initContainers'),
  }
}

/** Containers after a strategic merge, as far as their resources go: by name, and those that are not there come behind. */
function patched(pod: Containers, patch: JsonObject): Containers {
  return {
    containers: merged(pod.containers, objectsIn(patch, 'containers')),
    initContainers: merged(pod.initContainers, objectsIn(patch, 'initContainers')),
  }
}

/** What a patch says; what is no map says nothing. */
function patchOf(text: string, read: PodPatches): JsonObject {
  const known = read.get(text)
  if (known) return known
  const root = parseTree(text).documents[0]?.root
  const value = root && toValue(root, anchorsOf(root))
  const patch = isObject(value) ? value : {}
  read.set(text, patch)
  return patch
}

function merged(
  containers: readonly JsonObject[],
  changes: readonly JsonObject[],
): readonly JsonObject[] {
  return changes.reduce<readonly JsonObject[]>((list, change) => {
    const name = textIn(change, 'name')
    if (!list.some((one) => one['name'] === name)) return [...list, change]
    return list.map((one) => (one['name'] === name ? withResources(one, change) : one))
  }, containers)
}

function withResources(container: JsonObject, change: JsonObject): JsonObject {
  const [own, other] = [objectIn(container, 'resources'), objectIn(change, 'resources')]
  const both = (kind: string): JsonObject => ({
    ...objectIn(own, kind),
    ...objectIn(other, kind),
  })
  return { ...container, resources: { requests: both('requests'), limits: both('limits') } }
}

function asked(container: JsonObject): Resources {
  return { cpu: askedBy(container, 'cpu') ?? 0, memory: askedBy(container, 'memory') ?? 0 }
}

function askedBy(container: JsonObject, kind: keyof Resources): number | undefined {
  const resources = objectIn(container, 'resources')
  const text =
    anyTextIn(objectIn(resources, 'requests'), kind) ??
    anyTextIn(objectIn(resources, 'limits'), kind)
  return text === undefined ? undefined : readQuantity(text)
}

function sum(a: Resources, b: Resources): Resources {
  return { cpu: a.cpu + b.cpu, memory: a.memory + b.memory }
}

function larger(a: Resources, b: Resources): Resources {
  return { cpu: Math.max(a.cpu, b.cpu), memory: Math.max(a.memory, b.memory) }
}
