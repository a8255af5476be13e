import { corpus } from '../../support/corpus.ts'
import { Random } from '../../support/random.ts'
import { assertNever } from '../../../src/base/index.ts'
import { ask, type ManifestFile, type ManifestVerdict } from '../ask.ts'
import { Tally } from '../tally.ts'
import type { CheckMode } from '../../../src/validate/index.ts'
import { compare, ourProblems, verdictOf } from './compare.ts'
import { libraryFor } from './library.ts'
import { mutate } from './mutate.ts'
import { ruleExamples } from './rule-examples.ts'

/** How many manifests are asked about at once. */
const BATCH = 500

/** A set of files of which the first is judged. */
interface ManifestCase {
  readonly name: string
  readonly files: readonly [ManifestFile, ...ManifestFile[]]
}

/**
 * What can be compared: real manifests, our own examples of rules, mutants of both, and all that as when it is created, with a tenth of
 * the mutants.
 */
export const manifestParts = ['corpus', 'rules', 'mutants', 'create'] as const

export type ManifestPart = (typeof manifestParts)[number]

/** Compares one part; `mutants` is how many of them there are. */
export function compareManifests(
  part: ManifestPart,
  program: string,
  seed: number,
  mutants: number,
): Promise<Tally> {
  const known = part === 'rules' ? [] : corpus('argo', 'hera').map(caseOf)
  const own = part === 'corpus' ? [] : ruleExamples().map(caseOf)
  const all = [...known, ...own]
  switch (part) {
    case 'corpus':
    case 'rules':
      return tallyOf(part, program, all)
    case 'mutants':
      return tallyOf(part, program, mutantsOf(all, seed, mutants))
    case 'create': {
      const some = mutantsOf(all, seed + mutants, Math.ceil(mutants / 10))
      return tallyOf(part, program, [...all, ...some], 'create')
    }
    default:
      return assertNever(part)
  }
}

function caseOf({ name, text }: ManifestFile): ManifestCase {
  return { name, files: [{ name, text }, ...libraryFor(text)] }
}

/** Mutants of cases drawn at random. Each has its own number, with which it can be made again. */
function* mutantsOf(
  cases: readonly ManifestCase[],
  seed: number,
  count: number,
): Generator<ManifestCase> {
  for (let index = 0; index < count; index++) {
    const random = new Random(seed + index)
    const parent = random.of(cases)
    if (parent === undefined) return
    const { text, edits } = mutate(parent.files[0].text, random)
    const name = `${parent.name} #${String(seed + index)} (${edits.join(', ')})`
    yield { name, files: [{ name: 'mutant.yaml', text }, ...libraryFor(text)] }
  }
}

async function tallyOf(
  part: string,
  program: string,
  cases: Iterable<ManifestCase>,
  mode: CheckMode = 'lint',
): Promise<Tally> {
  const tally = new Tally(part)
  for (const batch of batches(cases)) {
    const create = mode === 'create'
    const questions = batch.map(({ files }) => ({ kind: 'manifests' as const, files, create }))
    const verdicts = await ask(program, questions)
    for (const [index, one] of batch.entries()) judge(one, mode, verdicts[index]?.manifests, tally)
  }
  return tally
}

function judge(
  { name, files }: ManifestCase,
  mode: CheckMode,
  verdict: ManifestVerdict | undefined,
  tally: Tally,
): void {
  const [{ name: file, text }] = files
  if (verdict === undefined) {
    tally.disagree('no answer', 'no answer', '', { name, text, message: 'no answer' })
    return
  }
  const outcome = compare(verdictOf(file, verdict), ourProblems(files, mode))
  if (outcome.kind === 'agree') tally.agreed++
  if (outcome.kind === 'explained') tally.explained++
  if (outcome.kind === 'disagree') {
    const { sort, pattern, codes, message } = outcome
    tally.disagree(sort, pattern, codes.join(', '), { name, text, message })
  }
}

function* batches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
