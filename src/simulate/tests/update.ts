import { ok, err, type Path, type Result, type TextChange } from '../../base/index.ts'
import { locate, setValue, type JsonValue, type Plan, type YamlTree } from '../../yaml/index.ts'
import { parseJson } from '../engine/json.ts'
import { inOneLine, type TestFailure } from './judge.ts'

/** What is to be told of an expectation, and where it stands. */
export interface ToldExpectation {
  /** One sentence or more. */
  readonly message: string
  readonly path: Path
}

/** What becomes of the expectations of a test that what came is accepted for. */
export interface TestUpdate {
  /** Of the text of the tests. */
  readonly changes: readonly TextChange[]
  /** Those that say what came. */
  readonly rewritten: readonly ToldExpectation[]
  /** Those that stay as they are, and why. */
  readonly left: readonly ToldExpectation[]
}

/**
 * Plans to rewrite the expectations that were not met by what came; the failures must be of this text. Only values that stand there already
 * are changed, and only what of them is another. What says which nodes run, and in which order, stays as it is.
 */
export function updateTest(
  tree: YamlTree,
  failures: readonly TestFailure[],
  document = 0,
): TestUpdate {
  const changes: TextChange[] = []
  const rewritten: ToldExpectation[] = []
  const left: ToldExpectation[] = []
  for (const failure of failures) {
    const { what, expected, path, instead } = failure
    const plan = rewrite(tree, document, failure)
    if (plan.ok) {
      const now = instead.ok ? inOneLine(String(instead.value ?? 'nothing')) : ''
      rewritten.push({ message: `${what}: expects ${now} now, not ${expected}.`, path })
      changes.push(...plan.value)
    } else left.push({ message: `${what}: stays as it is. ${plan.error}`, path })
  }
  return { changes: changes.toSorted((a, b) => a.from - b.from), rewritten, left }
}

function rewrite(
  tree: YamlTree,
  document: number,
  { path, instead }: TestFailure,
): Result<readonly TextChange[], string> {
  if (!instead.ok) return instead
  const address = { document, path }
  const node = locate(tree, address)?.node
  const isPlain = node?.kind !== 'map' && node?.kind !== 'seq'
  const plan = setValue(tree, address, isPlain ? instead.value : collectionIn(instead.value))
  return inWords(plan)
}

/** Lists and maps are expected by the JSON that a step gives: where there was one, one comes again. */
function collectionIn(value: string | number | null): JsonValue {
  const parsed = typeof value === 'string' ? parseJson(value) : undefined
  const isCollection = typeof parsed === 'object' && parsed !== null
  return isCollection && JSON.stringify(parsed) === value ? parsed : value
}

function inWords(plan: Plan): Result<readonly TextChange[], string> {
  if (plan.ok) return ok(plan.value)
  return err(typeof plan.error === 'string' ? plan.error : plan.error.message)
}
