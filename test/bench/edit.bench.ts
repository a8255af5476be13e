import { parseDocument } from 'yaml'
import { readManifest } from '../../src/argo/index.ts'
import { ChangeSet } from '../../src/document/index.ts'
import { runCommand } from '../../src/edit/index.ts'
import { stepsGraph } from '../../src/graph/index.ts'
import { layoutLanes } from '../../src/layout/index.ts'
import { checkTree } from '../../src/validate/index.ts'
import { parseTree, updateTree, type YamlTree } from '../../src/yaml/index.ts'
import { stepsManifest } from '../support/generate.ts'
import { percentile, ratio, type Benchmark, type Measured } from './harness.ts'

/** Everything that the designer derives from a text. */
function derive(tree: YamlTree): void {
  const document = tree.documents[0]
  if (document === undefined) throw new Error('no document')
  layoutLanes(stepsGraph(readManifest(document), 0))
  checkTree(tree)
}

const EDITS = 60

/** Times edits from the canvas, each of another step all over the file: command, text, tree, view, graph, layout, problems. */
function editTimes(steps: number): number[] {
  let tree = parseTree(stepsManifest(steps))
  derive(tree)
  const document = tree.documents[0]
  const lanes =
    document === undefined ? [] : (readManifest(document).spec.templates[0]?.lanes ?? [])
  const times: number[] = []
  for (let edit = -10; edit < EDITS; edit++) {
    const lane = Math.floor(((edit + 10) * lanes.length) / (EDITS + 10))
    const args = { template: 0, lane, index: 0, when: `"{{workflow.name}}" != "${edit}"` }
    const start = performance.now()
    const result = runCommand({ tree, document: 0 }, 'setWhen', args)
    if (!result.ok) throw new Error(result.error.message)
    const { changes } = result.value
    tree = updateTree(tree, changes, ChangeSet.of(changes, tree.text.length).apply(tree.text))
    derive(tree)
    if (edit >= 0) times.push(performance.now() - start)
  }
  return times
}

const sizes = [100, 1_000, 10_000] as const
const goals = { 100: undefined, 1_000: 8, 10_000: 16 } as const

/** Memory of an open document, in MB: its text, and everything that is derived of it and kept. */
function heapOf(steps: number): Measured {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('memory is measured with --expose-gc')
  // The rules and tables of the library are there before any document.
  derive(parseTree(stepsManifest(10)))
  // What one collection frees may have held other things.
  for (let round = 0; round < 3; round++) gc()
  const before = process.memoryUsage().heapUsed
  const text = stepsManifest(steps)
  const tree = parseTree(text)
  derive(tree)
  gc()
  const value = (process.memoryUsage().heapUsed - before) / 1e6
  const size = tree.text.length / 1e6
  return { value, note: `${(value / size).toFixed(0)} times the text of ${size.toFixed(1)} MB` }
}

export const benchmarks: readonly Benchmark[] = [
  ...sizes.map((steps) => ({
    name: `open-${steps}`,
    unit: 'x',
    ...(steps === 100 ? {} : { goal: 2 }),
    run: () => {
      const text = stepsManifest(steps)
      return ratio(
        () => {
          derive(parseTree(text))
        },
        () => parseDocument(text),
        5,
      )
    },
  })),
  ...sizes.map((steps) => ({
    name: `edit-p95-${steps}`,
    unit: 'ms',
    ...(goals[steps] === undefined ? {} : { goal: goals[steps] }),
    run: () => ({
      value: percentile(editTimes(steps), 0.95),
      note: `${EDITS} edits, each of another step`,
    }),
  })),
  ...sizes.map((steps) => ({
    name: `heap-${steps}`,
    unit: 'MB',
    run: () => heapOf(steps),
  })),
]
