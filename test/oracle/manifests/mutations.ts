import {
  isJsonArray,
  removeEntry,
  removeItems,
  renameKey,
  setEntry,
  setValue,
  toValue,
  type JsonValue,
  type Plan,
  type YamlNode,
  type YamlTree,
} from '../../../src/yaml/index.ts'
import type { Place } from '../../support/paths.ts'
import type { Random } from '../../support/random.ts'
import { additions } from './additions.ts'
import { brokenTag, newTag } from './tags.ts'

/** A place of a tree with what is around it. */
export interface Spot extends Place {
  readonly tree: YamlTree
  readonly document: number
  readonly root: YamlNode
  readonly all: readonly Place[]
}

/** One kind of edit: where it can be made, and how. */
export interface Mutation {
  readonly name: string
  fits(place: Place): boolean
  plan(spot: Spot, random: Random): Plan | undefined
}

/** Fields whose text names something. */
const naming = new Set(
  'name template entrypoint onExit dependencies depends target clusterScope kind'.split(' '),
)

function lastOf({ path }: Place): string | number | undefined {
  return path.at(-1)
}

/** The key under which a value stands, also in a list of such values. */
export function keyOf({ path }: Place): string {
  return path.findLast((part) => typeof part === 'string') ?? ''
}

function isScalar({ node }: Place): boolean {
  return node.kind === 'scalar'
}

function isEntry(place: Place): boolean {
  return typeof lastOf(place) === 'string'
}

function hasItems({ node }: Place): boolean {
  return node.kind === 'seq' && node.items.length > 0
}

function textOf({ node }: Place): string {
  return node.kind === 'scalar' ? node.value : ''
}

function valueOf(node: YamlNode): JsonValue {
  return toValue(node, new Map()) ?? null
}

function put({ tree, document, path }: Spot, value: JsonValue | undefined): Plan | undefined {
  return value === undefined ? undefined : setValue(tree, { document, path }, value)
}

function itemsOf(node: YamlNode): readonly JsonValue[] {
  return node.kind === 'seq' ? node.items.map(({ value }) => valueOf(value)) : []
}

/** A list with two of its items in each other's place. */
function swapped(items: readonly JsonValue[], random: Random): JsonValue | undefined {
  const [a, b] = [random.nat(items.length - 1), random.nat(items.length - 1)]
  const [first, second] = [items[a], items[b]]
  if (a === b || first === undefined || second === undefined) return undefined
  return items.with(a, second).with(b, first)
}

/** Another spelling of a name: some that Argo takes, some that it does not, some that are of something else. */
function otherName(name: string, { all }: Spot, random: Random): string | undefined {
  const others = all.filter((place) => naming.has(keyOf(place)) && isScalar(place)).map(textOf)
  return random.of([
    `${name}x`,
    name.slice(0, -1),
    name.toUpperCase(),
    `${name} b`,
    `${name}.b`,
    `${name}_b`,
    `-${name}`,
    `1${name}`,
    name.replaceAll('-', '_'),
    name.padEnd(129, 'x'),
    '',
    'name',
    '{{inputs.parameters.message}}',
    '{{workflow.name}}',
    ...others,
    ...others,
  ])
}

function otherKey(key: string, random: Random): string | undefined {
  const [first = '', ...rest] = key
  return random.of([
    key.slice(0, -1),
    `${key}s`,
    first.toUpperCase() + rest.join(''),
    key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    'unknown',
    ...['container', 'script', 'suspend', 'steps', 'dag', 'inputs', 'outputs', 'value', 'default'],
    ...['template', 'templateRef', 'inline', 'withItems', 'withParam', 'path', 'from', 'valueFrom'],
  ])
}

const scalars: readonly JsonValue[] = [
  ...['', 'x', 'a b', '5', '1h', '-1', 'true', 'null', '{{item}}', '{{item.key}}', '*/5 * * * *'],
  ...['{{workflow.name}}', '/tmp/../x', '/tmp/x', 'Succeeded', 'OnFailure', 'Always', 'get', '10m'],
  ...[true, false, null, 0, 1, -1, 1.5, 1e10],
]

const shapes: readonly JsonValue[] = [
  null,
  [],
  {},
  ['x'],
  { name: 'x' },
  [['x']],
  [{}],
  'x',
  5,
  true,
]

const always = () => true

export const mutations: readonly Mutation[] = [
  ...[1, 2, 3].map((): Mutation => ({
    name: 'remove a key',
    fits: isEntry,
    plan: ({ tree, document, path }) => removeEntry(tree, { document, path }),
  })),
  ...[1, 2].map((): Mutation => ({
    name: 'remove an item',
    fits: hasItems,
    plan: ({ tree, document, path, node }, random) =>
      removeItems(tree, { document, path }, [random.nat(itemsOf(node).length - 1)]),
  })),
  {
    name: 'remove arguments',
    fits: (place) => ['arguments', 'parameters', 'artifacts'].includes(String(lastOf(place))),
    plan: ({ tree, document, path }) => removeEntry(tree, { document, path }),
  },
  {
    name: 'rename a key',
    fits: isEntry,
    plan: (spot, random) => {
      const key = otherKey(keyOf(spot), random)
      const { tree, document, path } = spot
      return key === undefined ? undefined : renameKey(tree, { document, path }, key)
    },
  },
  ...[1, 2, 3].map((): Mutation => ({
    name: 'rename',
    fits: (place) => isScalar(place) && naming.has(keyOf(place)),
    plan: (spot, random) => put(spot, otherName(textOf(spot), spot, random)),
  })),
  ...[1, 2].map((): Mutation => ({
    name: 'duplicate an item',
    fits: hasItems,
    plan: (spot, random) => {
      const items = itemsOf(spot.node)
      const item = random.of(items)
      return item === undefined ? undefined : put(spot, [...items, item])
    },
  })),
  {
    name: 'swap items',
    fits: hasItems,
    plan: (spot, random) => put(spot, swapped(itemsOf(spot.node), random)),
  },
  {
    name: 'swap steps',
    fits: (place) => hasItems(place) && keyOf(place) === 'steps',
    plan: (spot, random) => put(spot, swapped(itemsOf(spot.node), random)),
  },
  {
    name: 'merge lanes',
    fits: (place) => hasItems(place) && lastOf(place) === 'steps',
    plan: (spot) => {
      const [first, second, ...rest] = itemsOf(spot.node)
      const lanes = [first, second].flatMap((lane) => (isJsonArray(lane) ? lane : []))
      return second === undefined ? undefined : put(spot, [lanes, ...rest])
    },
  },
  ...[1, 2].map((): Mutation => ({
    name: 'change a scalar',
    fits: isScalar,
    plan: (spot, random) => put(spot, random.of(scalars)),
  })),
  {
    name: 'take a scalar from elsewhere',
    fits: isScalar,
    plan: (spot, random) => {
      const from = random.of(spot.all.filter(isScalar))
      return from && put(spot, valueOf(from.node))
    },
  },
  {
    name: 'take a value from elsewhere',
    fits: isEntry,
    plan: (spot, random) => {
      const from = random.of(spot.all.filter((place) => lastOf(place) === lastOf(spot)))
      return from && put(spot, valueOf(from.node))
    },
  },
  ...[1, 2].map((): Mutation => ({
    name: 'retype a value',
    fits: always,
    plan: (spot, random) => put(spot, random.of(shapes)),
  })),
  {
    name: 'wrap in a list',
    fits: always,
    plan: (spot) => put(spot, [valueOf(spot.node)]),
  },
  ...[1, 2, 3].map((): Mutation => ({
    name: 'break a tag',
    fits: (place) => textOf(place).includes('{{'),
    plan: (spot, random) => put(spot, brokenTag(textOf(spot), random)),
  })),
  ...[1, 2].map((): Mutation => ({
    name: 'refer to something',
    fits: (place) => isScalar(place) && !['apiVersion', 'kind'].includes(keyOf(place)),
    plan: (spot, random) => put(spot, newTag(textOf(spot), namesIn(spot), random)),
  })),
  {
    name: 'change the kind',
    fits: ({ path }) => path.length === 1 && path[0] === 'kind',
    plan: (spot, random) =>
      put(
        spot,
        random.of(['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow']),
      ),
  },
  ...[1, 2, 3, 4].map((): Mutation => ({
    name: 'add a field',
    fits: (place) => additionsAt(place).length > 0,
    plan: (spot, random) => {
      const addition = random.of(additionsAt(spot))
      if (addition === undefined) return undefined
      const [key, value] = addition
      return setEntry(spot.tree, { document: spot.document, path: spot.path }, key, value)
    },
  })),
]

/** What can be added to a map, by where it is. */
function additionsAt({ node, path }: Place): readonly (readonly [string, JsonValue])[] {
  if (node.kind !== 'map') return []
  const place = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.')
  return Object.entries(additions)
    .filter(([where]) => new RegExp(`(^|\\.)${where}$`).test(place))
    .flatMap(([, fields]) => fields)
}

function namesIn({ all }: Spot): readonly string[] {
  return all.filter((place) => lastOf(place) === 'name' && isScalar(place)).map(textOf)
}
