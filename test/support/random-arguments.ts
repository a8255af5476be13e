import { isManifestKind, readManifest, type ManifestView } from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import type { Destination } from '../../src/edit/index.ts'
import { isJsonArray, locate, type JsonValue, type YamlTree } from '../../src/yaml/index.ts'
import { placesOf, withChanged } from './paths.ts'
import type { Random } from './random.ts'

/** What commands are drawn for: one document of a file. */
export interface World {
  readonly tree: YamlTree
  readonly document: number
  readonly manifest: ManifestView
}

/** Arguments, and where it is easy to say, what the document's value is afterwards, given what it was before. */
export interface Drawn {
  readonly args: Readonly<Record<string, unknown>>
  readonly intended?: (before: JsonValue) => JsonValue | undefined
}

export type Draw = (world: World, random: Random) => Drawn

type Json = Record<string, JsonValue>

/** A document to work on: mostly one of Argo's kinds. */
export function worldOf(tree: YamlTree, random: Random): World {
  const kinds = tree.documents.map((document) => isManifestKind(readManifest(document).kind))
  const good = [...kinds.keys()].filter((index) => kinds[index])
  const document = random.of(good.length > 0 && random.chance(0.9) ? good : [...kinds.keys()]) ?? 0
  const whole = tree.documents[document]
  if (whole === undefined) throw new Error('no document')
  return { tree, document, manifest: readManifest(whole) }
}

export const names = [
  'a',
  'new-name',
  'x-2',
  'Step_1',
  '',
  '9',
  'true',
  'no',
  '{{inputs.parameters.a}}',
]
const texts = [
  '',
  'plain',
  'two\nlines\n',
  ' leading',
  'trailing ',
  'yes',
  'no',
  '010',
  '1e3',
  '~',
  'null',
  'a: b',
  '# no comment',
  '- dash',
  '{{inputs.parameters.a}}',
  '*star',
  '&and',
  '!bang',
  '%percent',
  '@at',
  '`tick`',
  `it's`,
  'say "hi"',
  'back\\slash',
  'tab\there',
  'ends with colon:',
  'emoji 🎉 é',
  '\u0000\u0007',
  '\u2028',
  '\uFEFF',
  '|',
  '>-',
  '---',
  '...',
  'x'.repeat(300),
  '\n\n  indented\n\n\n',
  '  spaces\nand less\n',
  'crlf\r\ninside',
  'no newline\nat end',
]

function json(random: Random, depth = 2): JsonValue {
  const leaf = (): JsonValue =>
    random.of<JsonValue>([random.of(texts) ?? '', true, false, 0, 1, -1.5, 1e21]) ?? ''
  if (depth === 0 || random.chance(0.6)) return leaf()
  const count = random.nat(3)
  if (random.chance(0.5)) return Array.from({ length: count }, () => json(random, depth - 1))
  const keys = ['name', 'value', 'a b', 'yes', 'k: v', '# c', '', '1']
  return Object.fromEntries(
    Array.from({ length: count }, () => [random.of(keys) ?? '', json(random, depth - 1)]),
  )
}

export function templateOf(
  { manifest }: World,
  random: Random,
): { key: string | number; index: number } {
  const { templates } = manifest.spec
  const index = random.nat(Math.max(0, templates.length - 1))
  const name = templates[index]?.name
  const isFirst = templates.findIndex((other) => other.name === name) === index
  return { key: name !== undefined && isFirst && random.chance(0.7) ? name : index, index }
}

interface Place {
  readonly template: number
  readonly lane: number
  readonly index: number
}

/** A step that there is, if there is one. */
export function stepOf({ manifest }: World, random: Random): Place {
  const places = manifest.spec.templates.flatMap((view, template) =>
    view.lanes.flatMap(({ steps }, lane) => steps.map((_, index) => ({ template, lane, index }))),
  )
  return random.of(places) ?? { template: 0, lane: 0, index: 0 }
}

function lanesPath({ manifest }: World, template: number): Path {
  return [...manifest.specPath, 'templates', template, 'steps']
}

function stepPathOf(world: World, { template, lane, index }: Place): Path {
  return [...lanesPath(world, template), lane, index]
}

/** Changes the lanes of a template in the document's value. */
function onLanes(world: World, template: number, change: (lanes: Json[][]) => JsonValue) {
  return (before: JsonValue): JsonValue | undefined => {
    const path = lanesPath(world, template)
    const lanes = path.reduce<JsonValue | undefined>((at, part) => partOf(at, part), before)
    const isPlain = isJsonArray(lanes) && lanes.every((lane) => Array.isArray(lane))
    return isPlain
      ? withChanged(before, path, () => change(structuredClone(lanes) as Json[][]))
      : undefined
  }
}

function partOf(value: JsonValue | undefined, part: string | number): JsonValue | undefined {
  if (isJsonArray(value)) return typeof part === 'number' ? value[part] : undefined
  return value !== null && typeof value === 'object' ? value[part] : undefined
}

function stepsOf({ manifest }: World, template: number): { lane: number; index: number }[] {
  const lanes = manifest.spec.templates[template]?.lanes ?? []
  return lanes.flatMap(({ steps }, lane) => steps.map((_, index) => ({ lane, index })))
}

export function someSteps(world: World, random: Random): { template: number; steps: Place[] } {
  const { template } = stepOf(world, random)
  const all = stepsOf(world, template)
  const chosen = all.filter(() => random.chance(2 / Math.max(2, all.length)))
  const steps = chosen.length > 0 ? chosen : all.slice(0, 1)
  return { template, steps: steps.map((place) => ({ template, ...place })) }
}

function withoutSteps(world: World, template: number, gone: readonly Place[]) {
  return onLanes(world, template, (lanes) =>
    lanes.flatMap((steps, lane) => {
      const kept = steps.filter((_, index) => !isIn(gone, lane, index))
      return kept.length === 0 && steps.length > 0 ? [] : [kept]
    }),
  )
}

function isIn(places: readonly Place[], lane: number, index: number): boolean {
  return places.some((place) => place.lane === lane && place.index === index)
}

function destination({ manifest }: World, template: number, random: Random) {
  const lanes = manifest.spec.templates[template]?.lanes ?? []
  const lane = random.nat(Math.max(0, lanes.length - 1))
  const index = random.nat(lanes[lane]?.steps.length ?? 0)
  const drawn: readonly Destination[] = [
    { newLane: random.nat(lanes.length) },
    { lane },
    { lane, index },
    { lane: 99 },
  ]
  return random.of(drawn) ?? { lane }
}

/** What moving steps makes of the lanes, told by marks for the places where they were and where they land. */
function withMoved(world: World, template: number, moved: readonly Place[], to: Destination) {
  const [gone, here] = [Symbol('gone'), Symbol('here')]
  return onLanes(world, template, (lanes) => {
    const taken = moved.flatMap(({ lane, index }) => lanes[lane]?.slice(index, index + 1) ?? [])
    const marked: (Json | symbol)[][] = lanes.map((steps, lane) =>
      steps.map((step, index) => (isIn(moved, lane, index) ? gone : step)),
    )
    const hollow = lanes.map((steps) => steps.length === 0)
    if ('lane' in to) marked[to.lane]?.splice(to.index ?? marked[to.lane]?.length ?? 0, 0, here)
    else {
      marked.splice(to.newLane, 0, [here])
      hollow.splice(to.newLane, 0, true)
    }
    return marked.flatMap((steps, lane) => {
      const kept: Json[] = []
      for (const step of steps) {
        if (step === here) kept.push(...taken)
        else if (typeof step !== 'symbol') kept.push(step)
      }
      return kept.length === 0 && hollow[lane] !== true ? [] : [kept]
    })
  })
}

function anyPath(world: World, random: Random, wanted?: 'seq' | 'map'): Path {
  const root = world.tree.documents[world.document]?.root
  if (root === undefined) return []
  const places = placesOf(root).filter(({ node }) => wanted === undefined || node.kind === wanted)
  return random.of(places)?.path ?? []
}

function lengthAt({ tree, document }: World, path: Path): number {
  const node = locate(tree, { document, path })?.node
  return node?.kind === 'seq' ? node.items.length : 0
}

/** Puts a value where a path leads, making what is missing as `setField` does. */
function put(before: JsonValue, path: Path, value: JsonValue): JsonValue {
  const [part, ...rest] = path
  if (part === undefined) return value
  const here = before ?? (typeof part === 'number' ? [] : {})
  if (isJsonArray(here) && typeof part === 'number') {
    const items = [...here]
    items[part] = put(items[part] ?? null, rest, value)
    return items
  }
  const map = typeof here === 'object' && !isJsonArray(here) ? here : {}
  return { ...map, [part]: put(map[part] ?? null, rest, value) }
}

const field: Draw = (world, random) => {
  const at = anyPath(world, random)
  const grown = random.chance(0.3)
    ? [...at, random.of(['name', 'extra', 'a b', 'when', 'yes', '# h']) ?? 'x']
    : at
  const path = grown.length === 0 ? ['metadata', 'labels', 'x'] : grown
  if (random.chance(0.25)) {
    const isThere = locate(world.tree, { document: world.document, path }) !== undefined
    return {
      args: { path, value: null },
      intended: (old) => (isThere ? withChanged(old, path, () => undefined) : old),
    }
  }
  const value = json(random)
  // A null on the way may stand for a map or a list, so a model of it would be a second program.
  return { args: { path, value }, intended: (old) => put(old, path, value) }
}

const ports: Draw = (world, random) => {
  const { key, index } = templateOf(world, random)
  const kind = random.of(['inputs', 'outputs', 'arguments']) ?? 'inputs'
  const spec = world.manifest.spec
  const view = spec.templates[index]
  const owner = kind === 'inputs' ? view?.inputs : kind === 'outputs' ? view?.outputs : spec
  const artifact = random.chance(0.2)
  const list = (artifact ? owner?.artifacts : owner?.parameters) ?? []
  const parameter =
    random.of([...list.flatMap(({ name }) => name ?? []), 'fresh', 'bad name']) ?? 'a'
  return {
    args: {
      template: kind === 'arguments' ? null : key,
      kind,
      parameter,
      ...(artifact ? { artifact } : {}),
    },
  }
}

/** How the arguments of the commands are drawn that edit steps, templates, parameters and fields. */
export const basicDraws: Readonly<Record<string, Draw>> = {
  addStep: (world, random) => {
    const { key, index } = templateOf(world, random)
    const type = random.of(['script', 'container', 'suspend', 'steps'])
    return {
      args: {
        template: key,
        ...(random.chance(0.5) ? { step: { name: random.of(names), when: random.of(texts) } } : {}),
        ...(random.chance(0.3) ? { newTemplate: { name: random.of(names), type } } : {}),
        ...(random.chance(0.7) ? { to: destination(world, index, random) } : {}),
      },
    }
  },
  addTemplate: (_, random) =>
    random.chance(0.5)
      ? {
          args: {
            type: random.of(['script', 'container', 'suspend', 'steps']),
            name: random.of(names),
          },
        }
      : { args: { template: { name: random.of(names), suspend: {}, metadata: json(random) } } },
  deleteStep: (world, random) => {
    const place = stepOf(world, random)
    return { args: { ...place }, intended: withoutSteps(world, place.template, [place]) }
  },
  deleteSteps: (world, random) => {
    const { template, steps } = someSteps(world, random)
    return {
      args: { template, steps: steps.map(({ lane, index }) => ({ lane, index })) },
      intended: withoutSteps(world, template, steps),
    }
  },
  deleteTemplate: (world, random) => {
    const { key, index } = templateOf(world, random)
    const path = [...world.manifest.specPath, 'templates', index]
    return { args: { template: key }, intended: (old) => withChanged(old, path, () => undefined) }
  },
  nestItems: (world, random) => {
    const list = anyPath(world, random, 'seq')
    return {
      args: { path: list },
      intended: (old) =>
        withChanged(old, list, (items) =>
          listOf(items).map((item) => (isJsonArray(item) || item === null ? item : [item])),
        ),
    }
  },
  quoteValue: (world, random) => ({ args: { path: anyPath(world, random) } }),
  removeShadowed: (world, random) => ({
    args: { path: anyPath(world, random) },
    intended: (old) => old,
  }),
  duplicateItem: (world, random) => {
    const list = anyPath(world, random, 'seq')
    const at = random.nat(Math.max(0, lengthAt(world, list) - 1))
    return {
      args: { path: [...list, at] },
      intended: (old) =>
        withChanged(old, list, (items) =>
          listOf(items).flatMap((item, index) => (index === at ? [item, item] : [item])),
        ),
    }
  },
  duplicateStep: (world, random) => {
    const place = stepOf(world, random)
    return { args: { ...place, ...(random.chance(0.5) ? { name: random.of(names) } : {}) } }
  },
  duplicateSteps: (world, random) => {
    const { template, steps } = someSteps(world, random)
    return { args: { template, steps: steps.map(({ lane, index }) => ({ lane, index })) } }
  },
  duplicateTemplate: (world, random) => {
    const { key, index } = templateOf(world, random)
    const path = [...world.manifest.specPath, 'templates']
    return {
      args: { template: key, name: 'the-copy' },
      intended: (old) =>
        withChanged(old, path, (items) =>
          (items as Json[]).flatMap((item, at) =>
            at === index ? [item, { ...item, name: 'the-copy' }] : [item],
          ),
        ),
    }
  },
  insertItem: (world, random) => {
    const path = anyPath(world, random, 'seq')
    const index = random.nat(lengthAt(world, path))
    const value = json(random)
    return {
      args: { path, index, value },
      intended: (old) =>
        withChanged(old, path, (items) => listOf(items).toSpliced(index, 0, value)),
    }
  },
  moveItem: (world, random) => {
    const path = anyPath(world, random, 'seq')
    const length = lengthAt(world, path)
    const from = random.nat(Math.max(0, length - 1))
    const to = random.nat(length)
    return {
      args: { path, from, to },
      intended: (old) => withChanged(old, path, (items) => moved(listOf(items), from, to)),
    }
  },
  moveLane: (world, random) => {
    const { template, lane } = stepOf(world, random)
    const to = random.nat(world.manifest.spec.templates[template]?.lanes.length ?? 0)
    return {
      args: { template, lane, to },
      intended: onLanes(world, template, (lanes) => moved(lanes, lane, to)),
    }
  },
  moveStep: (world, random) => {
    const place = stepOf(world, random)
    if (random.chance(0.3)) return { args: { ...place, to: random.of(['up', 'down']) } }
    const to = destination(world, place.template, random)
    return {
      args: { ...place, to },
      intended: withMoved(world, place.template, [place], to),
    }
  },
  moveSteps: (world, random) => {
    const { template, steps } = someSteps(world, random)
    const to = destination(world, template, random)
    return {
      args: { template, steps: steps.map(({ lane, index }) => ({ lane, index })), to },
      intended: withMoved(world, template, steps, to),
    }
  },
  pasteSteps: (world, random) => {
    const { key, index } = templateOf(world, random)
    const yaml = random.of([
      '- name: bye\n  template: echo\n',
      '- - name: a\n    template: t # why\n  - name: b\n    template: t\n',
      '{name: flow, template: x}',
      'name: one\r\ntemplate: t\r\n',
      'not yaml: [',
    ])
    return {
      args: {
        template: key,
        yaml,
        ...(random.chance(0.5) ? { to: destination(world, index, random) } : {}),
      },
    }
  },
  removeParameter: ports,
  convertField: (world, random) => {
    const path = anyPath(world, random)
    const form = random.of(['list', 'single'])
    return { args: { path: path.length > 0 ? path : ['spec'], name: random.of(names), form } }
  },
  renameField: (world, random) => {
    const path = anyPath(world, random)
    return { args: { path: path.length > 0 ? path : ['spec'], name: random.of(names) } }
  },
  renameParameter: (world, random) => {
    const { args } = ports(world, random)
    return { args: { ...args, name: random.of(names) } }
  },
  renameStep: (world, random) => {
    const place = stepOf(world, random)
    const name = random.of(names) ?? 'a'
    return { args: { ...place, name } }
  },
  renameTemplate: (world, random) => ({
    args: { template: templateOf(world, random).key, name: random.of(names) },
  }),
  setArgument: (world, random) => {
    const place = stepOf(world, random)
    const given = locate(world.tree, { document: world.document, path: stepPathOf(world, place) })
    return {
      args: {
        ...place,
        name: random.of(['message', 'input', 'fresh', given === undefined ? 'x' : 'name']),
        value: random.chance(0.2) ? null : random.of(texts),
        ...(random.chance(0.2) ? { artifact: true } : {}),
      },
    }
  },
  setEntrypoint: (world, random) => {
    const { key, index } = templateOf(world, random)
    const name = world.manifest.spec.templates[index]?.name
    return {
      args: { template: key },
      ...(name === undefined
        ? {}
        : { intended: (old) => put(old, [...world.manifest.specPath, 'entrypoint'], name) }),
    }
  },
  setField: field,
  setFields: (world, random) => ({
    args: {
      fields: Array.from({ length: 1 + random.nat(2) }, () => field(world, random).args),
    },
  }),
  setFunction: (world, random) => ({
    args: {
      template: templateOf(world, random).key,
      code: random.of([
        'def f(message: str, times=1):\n    print(message * times)\n',
        'def f():\n\tpass\n',
        'def f(a, b="x"):\n    """doc"""\n\n    return a\n',
        'def (',
      ]),
    },
  }),
  setParameter: (world, random) => {
    const { args } = ports(world, random)
    const key = random.of(['value', 'default', 'description', 'enum']) ?? 'value'
    const value = random.chance(0.2) ? null : key === 'enum' ? ['a', 'b: c'] : random.of(texts)
    return { args: { ...args, fields: { [key]: value } } }
  },
  setScriptSource: (world, random) => {
    const { key, index } = templateOf(world, random)
    const source = random.of(texts) ?? ''
    const path = [...world.manifest.specPath, 'templates', index, 'script', 'source']
    return { args: { template: key, source }, intended: (old) => put(old, path, source) }
  },
  setWhen: (world, random) => {
    const place = stepOf(world, random)
    const when = random.chance(0.2) ? null : (random.of(texts) ?? '')
    const path = [...stepPathOf(world, place), 'when']
    return {
      args: { ...place, when },
      intended: (old) =>
        when === null || when === ''
          ? locate(world.tree, { document: world.document, path }) === undefined
            ? old
            : withChanged(old, path, () => undefined)
          : put(old, path, when),
    }
  },
  toParallel: (world, random) => {
    const { template, steps } = someSteps(world, random)
    return { args: { template, steps: steps.map(({ lane, index }) => ({ lane, index })) } }
  },
  toSequence: (world, random) => {
    const { template, steps } = someSteps(world, random)
    return { args: { template, steps: steps.map(({ lane, index }) => ({ lane, index })) } }
  },
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : []
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  const left = items.toSpliced(from, 1)
  return item === undefined ? left : left.toSpliced(to > from ? to - 1 : to, 0, item)
}
