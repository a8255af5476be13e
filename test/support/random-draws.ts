import {
  basicDraws,
  names,
  someSteps,
  stepOf,
  templateOf,
  type Draw,
  type World,
} from './random-arguments.ts'
import type { Random } from './random.ts'

/** The names of the tasks of a template, or of its containers, and one that there is not. */
function nodesOf({ manifest }: World, random: Random): { template: number; all: string[] } {
  const { templates } = manifest.spec
  const withTasks = [...templates.keys()].filter((index) => templates[index]?.type === 'dag')
  const sets = [...templates.keys()].filter((index) => templates[index]?.type === 'containerSet')
  const template = random.of(random.chance(0.7) ? withTasks : sets) ?? 0
  const tasks = templates[template]?.tasks.flatMap(({ name }) => name ?? []) ?? []
  return { template, all: [...tasks, 'one', 'two', 'main'] }
}

function taskOf(world: World, random: Random): object {
  const { template, all } = nodesOf(world, random)
  return { template, step: random.of(all) }
}

const edge: Draw = (world, random) => {
  const { template, all } = nodesOf(world, random)
  return { args: { template, from: random.of(all), to: random.of(all) } }
}

const kinds = ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow']
const result = ['Succeeded', 'Failed', 'Errored', 'Skipped']

const template: Draw = (world, random) => ({ args: { template: templateOf(world, random).key } })

const more: Readonly<Record<string, Draw>> = {
  addDocument: (_, random) => ({ args: { kind: random.of(kinds), name: 'another' } }),
  moveDocument: ({ tree }, random) => ({
    args: { from: random.nat(tree.documents.length - 1), to: random.nat(tree.documents.length) },
  }),
  removeDocument: ({ tree }, random) => ({
    args: { index: random.nat(tree.documents.length - 1) },
  }),
  setKind: (_, random) => ({
    args: {
      kind: random.of(kinds),
      ...(random.chance(0.5) ? { schedule: '0 9 * * 1-5' } : {}),
      ...(random.chance(0.5) ? { lose: true } : {}),
    },
  }),
  setSchedule: (_, random) => ({
    args: { index: random.nat(1), schedule: random.of([null, '@daily', '*/5 * * * *']) },
  }),
  addContainer: (world, random) => {
    const { template: index, all } = nodesOf(world, random)
    const after = random.chance(0.5) ? [random.of(all)] : undefined
    return {
      args: {
        template: index,
        container: { name: random.of(names), image: 'x' },
        ...(after === undefined ? {} : { after }),
      },
    }
  },
  addTask: (world, random) => {
    const { template: index, all } = nodesOf(world, random)
    return {
      args: {
        template: index,
        task: { name: random.of(names), template: 'work' },
        ...(random.chance(0.5) ? { after: [random.of(all)] } : {}),
        ...(random.chance(0.5) ? { before: [random.of(all)] } : {}),
      },
    }
  },
  connectTasks: (world, random) => {
    const { args } = edge(world, random)
    return { args: { ...args, ...(random.chance(0.3) ? { result: random.of(result) } : {}) } }
  },
  containerToScript: template,
  convertDependencies: (world, random) => ({
    args: {
      template: nodesOf(world, random).template,
      to: random.of(['depends', 'dependencies']),
    },
  }),
  dagToSteps: template,
  deleteContainers: (world, random) => {
    const { template: index, all } = nodesOf(world, random)
    return { args: { template: index, containers: [random.of(all)] } }
  },
  disconnectTasks: edge,
  duplicateContainers: (world, random) => {
    const { template: index, all } = nodesOf(world, random)
    return { args: { template: index, containers: [random.of(all), random.of(all)] } }
  },
  extractTemplate: (world, random) => {
    const { template: index, steps } = someSteps(world, random)
    if (random.chance(0.4)) {
      const { template: dag, all } = nodesOf(world, random)
      return { args: { template: dag, steps: [random.of(all), random.of(all)] } }
    }
    return {
      args: {
        template: index,
        steps: steps.map((place) => ({ lane: place.lane, index: place.index })),
        ...(random.chance(0.5) ? { name: random.of(names) } : {}),
      },
    }
  },
  inlineTemplate: (world, random) => ({
    args: {
      ...(random.chance(0.4) ? taskOf(world, random) : stepOf(world, random)),
      ...(random.chance(0.3) ? { keep: random.chance(0.5) } : {}),
    },
  }),
  moveDependency: (world, random) => {
    const { template: index, all } = nodesOf(world, random)
    const end = random.chance(0.5) ? 'newFrom' : 'newTo'
    const [from, to, next] = [random.of(all), random.of(all), random.of(all)]
    return { args: { template: index, from, to, [end]: next } }
  },
  nameInline: (world, random) => ({ args: { ...stepOf(world, random), name: random.of(names) } }),
  pasteContainers: (world, random) => ({
    args: {
      template: nodesOf(world, random).template,
      yaml: random.of([
        '- {name: one, image: x, dependencies: [two]}\n- {name: two, image: y}\n',
        'name: main\nimage: x # one\ndependencies:\n  - one\n',
        '- image: x\n',
        '- name: one\n  template: work\n',
      ]),
    },
  }),
  removeUnusedTemplates: () => ({ args: {} }),
  renameArtifact: (world, random) => ({
    args: {
      template: templateOf(world, random).key,
      kind: random.of(['inputs', 'outputs']),
      artifact: random.of(['a', 'text', 'result']),
      name: random.of(names),
    },
  }),
  renameGlobalOutput: (_, random) => ({
    args: { output: random.of(['total', 'a']), name: random.of(names) },
  }),
  renameContainer: (world, random) => {
    const { template: index, all } = nodesOf(world, random)
    return { args: { template: index, container: random.of(all), name: random.of(names) } }
  },
  scriptToContainer: template,
  setDependencyResult: (world, random) => {
    const { args } = edge(world, random)
    return { args: { ...args, result: random.chance(0.3) ? null : random.of(result) } }
  },
  stepsToDag: template,
  wrapInLoop: (world, random) => ({
    args: {
      ...stepOf(world, random),
      ...random.of<object>([
        { withItems: [1, 'a', { b: 'c: d' }] },
        { withParam: '{{inputs.parameters.list}}' },
        { withSequence: { count: '3' } },
      ]),
      ...(random.chance(0.5) ? { argument: 'message' } : {}),
    },
  }),
  wrapInRetry: (world, random) => ({
    args: {
      ...stepOf(world, random),
      ...(random.chance(0.5) ? { copy: random.chance(0.5) } : {}),
    },
  }),
}

/** For each command, how its arguments are drawn. A command without a way fails the test, so that none goes unjudged. */
export const draws: Readonly<Record<string, Draw>> = { ...basicDraws, ...more }
