import { err, ok, type Result, type TextChange } from '../../base/index.ts'
import {
  insertItems,
  newItem,
  parseTree,
  printBlock,
  styleOf,
  valueOf,
  type JsonObject,
  type TextStyle,
  type YamlTree,
} from '../../yaml/index.ts'
import { freeTestName } from './name-test.ts'
import { readTestFile } from './read-tests.ts'

const style: TextStyle = { indent: 2, dashIndent: 2, singleQuotes: true, lineBreak: '\n' }

/** A new file of tests, with the paths of further manifests that they need. */
export function printTestFile(
  tests: readonly JsonObject[],
  sources: readonly string[] = [],
): string {
  const around = sources.length === 0 ? {} : { sources }
  return `${printBlock({ ...around, tests }, style).join('\n')}\n`
}

/**
 * Adds a test at the end of a file of tests; all else stays as it is. Where another has its name, it gets a number behind it. An empty text
 * becomes a new file. In words why not, where the text does not parse or has no list of tests.
 */
export function addTest(text: string, test: JsonObject): Result<string, string> {
  const tree = parseTree(text)
  const broken = tree.problems.find(({ severity }) => severity === 'error')
  if (broken !== undefined) return err(`The tests do not parse: ${broken.message}`)
  const root = tree.documents[0]?.root
  if (root === undefined || root.kind === 'empty') return ok(text + printTestFile([test]))
  const path = root.kind === 'seq' ? [] : ['tests']
  if (root.kind !== 'seq' && valueOf(root, 'tests') === undefined)
    return err('There is no list of tests in the file.')
  const item = newItem(withFreeName(test, tree), styleOf(tree, 0))
  const plan = insertItems(tree, { document: 0, path }, Infinity, [item])
  if (!plan.ok) return err(typeof plan.error === 'string' ? plan.error : plan.error.message)
  return ok(withChanges(text, plan.value))
}

function withFreeName(test: JsonObject, tree: YamlTree): JsonObject {
  const { name } = test
  if (typeof name !== 'string') return test
  const names = readTestFile(tree).file.tests.map((one) => one.name)
  return { ...test, name: freeTestName(name, new Set(names)) }
}

/** A text with changes made that do not touch each other. */
function withChanges(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (written, { from, to, insert }) => written.slice(0, from) + insert + written.slice(to),
      text,
    )
}
