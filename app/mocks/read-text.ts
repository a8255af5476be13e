import { LineIndex } from '../../src/base/index.ts'
import { readMocksFile, readTestFile, type Mock } from '../../src/simulate/index.ts'
import { itemsOf, parseTree, valueOf, type YamlTree } from '../../src/yaml/index.ts'

/** What a text says that steps give. */
export interface ReadMocks {
  readonly mocks: readonly Mock[]
  /** Of a file of tests, those that have mocks of their own, with these in front of the others. */
  readonly tests: readonly { readonly name: string; readonly mocks: readonly Mock[] }[]
  /** What cannot be read, and in which line. */
  readonly problems: readonly string[]
}

/** Reads a file of mocks, or of tests. */
export function readMocksText(text: string): ReadMocks {
  const tree = parseTree(text)
  const lines = new LineIndex(text)
  const told = ({ problems }: ReturnType<typeof readMocksFile>): readonly string[] =>
    problems.map(({ range, message }) => `Line ${String(lines.at(range.from).line)}: ${message}`)
  if (!isOfTests(tree)) {
    const read = readMocksFile(tree)
    return { mocks: read.mocks, tests: [], problems: told(read) }
  }
  const { file, problems } = readTestFile(tree)
  const tests = file.tests.flatMap(({ name, mocks }) =>
    mocks.length === 0 ? [] : [{ name, mocks: [...mocks, ...file.mocks] }],
  )
  return { mocks: file.mocks, tests, problems: told({ mocks: [], problems }) }
}

function isOfTests({ documents }: YamlTree): boolean {
  const root = documents[0]?.root
  return (
    valueOf(root, 'tests') !== undefined ||
    itemsOf(root).some((item) => valueOf(item, 'expect') !== undefined)
  )
}
