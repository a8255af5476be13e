import type { JsonObject } from '../../yaml/index.ts'
import { anyTextIn, isObject, objectIn, objectsIn } from './json.ts'
import { readQuantity } from './quantity.ts'

/** What a pod asks of the cluster: cores of CPU, bytes of memory. */
export interface Resources {
  readonly cpu: number
  readonly memory: number
}

const nothing: Resources = { cpu: 0, memory: 0 }

/**
 * What the pod of a template asks for, as Kubernetes adds it up: all containers that run side by side, or one of those that run before,
 * if that asks for more. What only has a limit asks for that much. Nothing where no container says anything.
 */
export function resourcesOf(template: JsonObject): Resources | undefined {
  const mains = [objectIn(template, 'container'), objectIn(template, 'script')].filter(isObject)
  const set = objectsIn(objectIn(template, 'containerSet'), 'containers')
  const beside = [...mains, ...set, ...objectsIn(template, 'sidecars')].flatMap(askedBy)
  const before = objectsIn(template, 'initContainers').flatMap(askedBy)
  if (beside.length + before.length === 0) return undefined
  const sum = beside.reduce(
    (a, b) => ({ cpu: a.cpu + b.cpu, memory: a.memory + b.memory }),
    nothing,
  )
  const most = (of: keyof Resources): number => Math.max(sum[of], ...before.map((one) => one[of]))
  return { cpu: most('cpu'), memory: most('memory') }
}

function askedBy(container: JsonObject): readonly Resources[] {
  const resources = objectIn(container, 'resources')
  const asked = (kind: string): number | undefined => {
    const text =
      anyTextIn(objectIn(resources, 'requests'), kind) ??
      anyTextIn(objectIn(resources, 'limits'), kind)
    return text === undefined ? undefined : readQuantity(text)
  }
  const [cpu, memory] = [asked('cpu'), asked('memory')]
  if (cpu === undefined && memory === undefined) return []
  return [{ cpu: cpu ?? 0, memory: memory ?? 0 }]
}
