import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject, JsonValue } from '../../yaml/index.ts'
import { isObject, isTrueIn, objectIn, parseJson, textIn } from '../engine/json.ts'
import { parseMoment } from '../engine/time.ts'
import { placeOf, type TimedPlace } from './place.ts'

/** How long a pod of an earlier run took, or what stands for one (http, plugin). */
export interface Span extends TimedPlace {
  readonly hasFailed: boolean
  /** Milliseconds from the moment at which the node came to be to its end. */
  readonly duration: number
}

/** How long the steps of an earlier run took, on a cluster or here. */
export interface EarlierRun {
  readonly name: string
  readonly spans: readonly Span[]
}

/** Unpacks gzip; nothing for what is none, or is too large. */
export type Unzip = (bytes: Uint8Array) => Promise<Uint8Array | undefined>

const HOW_TO_GET =
  'Give a Workflow with its status, as “argo get NAME -o json” or “kubectl get workflow NAME -o yaml” print it.'

/**
 * What is known of the durations of a Workflow by its status: a span for each pod that has ended, those of retries one by one. Left out is
 * what has no time of its own (skipped, found in a cache, not ended) and what waits (suspended nodes). Refused, in a sentence with what to do,
 * is what has no nodes, or none that has ended. Fields of a wrong shape count as absent.
 */
export async function readEarlierRun(
  value: JsonValue,
  unzip: Unzip,
): Promise<Result<EarlierRun, string>> {
  const kind = textIn(value, 'kind') ?? 'Workflow'
  const status = objectIn(value, 'status')
  if (!isObject(value) || kind !== 'Workflow')
    return err(`${isObject(value) ? `A ${kind}` : 'This'} is no run. ${HOW_TO_GET}`)
  const name = textIn(objectIn(value, 'metadata'), 'name') ?? 'a workflow without a name'
  const nodes = await nodesOf(name, status, unzip)
  if (!nodes.ok) return nodes
  const root = nodes.value.find((node) => node['id'] === node['name'])
  const spans = nodes.value.flatMap((node) => spanOf(node, textIn(root, 'name') ?? name))
  if (spans.length > 0) return ok({ name, spans })
  return err(
    `No pod of ${name} has ended with its times, so there are no durations in it. Take a run that has gone on further.`,
  )
}

/** The nodes of a status: as they are, or packed. */
async function nodesOf(
  name: string,
  status: JsonObject | undefined,
  unzip: Unzip,
): Promise<Result<readonly JsonObject[], string>> {
  const packed = textIn(status, 'compressedNodes')
  const plain = objectIn(status, 'nodes')
  const nodes = plain ?? (packed === undefined ? undefined : await unpacked(packed, unzip))
  if (nodes !== undefined) return ok(Object.values(nodes).filter(isObject))
  if (packed !== undefined)
    return err(
      `The nodes of ${name} are packed in a way that cannot be read here. Ask the Argo Server for it, which unpacks them: “argo get ${name} -o json” with ARGO_SERVER set.`,
    )
  if (textIn(status, 'offloadNodeStatusVersion') !== undefined)
    return err(
      `The nodes of ${name} are in the database of the Argo Server (offloadNodeStatusVersion), not in this text. Ask the server for it: “argo get ${name} -o json” with ARGO_SERVER set.`,
    )
  if (textIn(status, 'phase') !== undefined)
    return err(`${name} has no nodes: it has not begun, or could not. Take another run.`)
  return err(`${name} has no status.nodes, so it is no run. ${HOW_TO_GET}`)
}

/** Unpacks what Argo has made of nodes that take much room: JSON, with gzip, in base64. */
async function unpacked(packed: string, unzip: Unzip): Promise<JsonObject | undefined> {
  let bytes: Uint8Array
  try {
    bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
  const text = await unzip(bytes)
  const value = text && parseJson(new TextDecoder().decode(text))
  return isObject(value) ? value : undefined
}

const withTime: ReadonlySet<string> = new Set(['Pod', 'HTTP', 'Plugin'])

function spanOf(node: JsonObject, runName: string): readonly Span[] {
  const { type, phase } = node
  const name = textIn(node, 'name')
  const display = textIn(node, 'displayName')
  const duration = durationOf(node)
  const isOver = phase === 'Succeeded' || phase === 'Failed' || phase === 'Error'
  if (name === undefined || display === undefined || duration === undefined || !isOver) return []
  if (typeof type !== 'string' || !withTime.has(type)) return []
  if (isTrueIn(objectIn(node, 'memoizationStatus'), 'hit')) return []
  const place = placeOf(
    {
      name,
      displayName: display,
      templateName: textIn(node, 'templateName'),
      templateRef: objectIn(node, 'templateRef'),
    },
    runName,
  )
  return [{ ...place, hasFailed: phase !== 'Succeeded', duration }]
}

function durationOf(node: JsonObject): number | undefined {
  const [from, to] = [momentIn(node, 'startedAt'), momentIn(node, 'finishedAt')]
  const duration = from === undefined || to === undefined ? -1 : to - from
  return duration < 0 ? undefined : duration
}

function momentIn(node: JsonObject, field: string): number | undefined {
  return parseMoment(textIn(node, field) ?? '')
}
