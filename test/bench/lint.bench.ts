import { existsSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { checkTree, usualSettings } from '../../src/validate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import { ask } from '../oracle/ask.ts'
import { stepsManifest } from '../support/generate.ts'
import { median, ratio, time, type Benchmark, type Measured } from './harness.ts'

/** What `npm run oracle:argo` builds where there is Go. */
const PROGRAM = '.cache/oracle/argo'

const settings = { ...usualSettings, isOffline: true }

/** All rules on a tree that was never looked at, against the time in which `yaml` parses its text. */
async function ofTree(steps: number): Promise<Measured> {
  const text = stepsManifest(steps)
  const trees = Array.from({ length: 9 + 2 }, () => parseTree(text))
  return ratio(
    () => {
      const tree = trees.pop()
      if (tree === undefined) throw new Error('no tree is left')
      checkTree(tree, [], settings)
    },
    () => parseDocument(text),
  )
}

/** From text to problems, against Argo's own validator in one process of Go: reading its request, decoding twice, validating. */
async function againstArgo(steps: number): Promise<Measured> {
  const text = stepsManifest(steps)
  const question = { kind: 'manifests', files: [{ name: 'a.yaml', text }] } as const
  const asking = async (count: number): Promise<number> =>
    time(() => ask(PROGRAM, Array<typeof question>(count).fill(question)))
  const rounds = 10
  const theirs: number[] = []
  const ours: number[] = []
  for (let taken = 0; taken < 5; taken++) {
    // The start of the process is in both, and so in neither.
    theirs.push(((await asking(1 + rounds)) - (await asking(1))) / rounds)
    ours.push(await time(() => checkTree(parseTree(text), [], settings)))
  }
  const [mine, other] = [median(ours), median(theirs)]
  return { value: mine / other, note: `${mine.toFixed(1)} ms against ${other.toFixed(1)} ms` }
}

export const benchmarks: readonly Benchmark[] = [
  { name: 'lint-1000', unit: 'x', goal: 1, run: () => ofTree(1_000) },
  {
    name: 'lint-1000-argo',
    unit: 'x',
    lacks: () =>
      existsSync(PROGRAM) ? undefined : `there is no ${PROGRAM}; npm run oracle:argo builds it`,
    run: () => againstArgo(1_000),
  },
]
