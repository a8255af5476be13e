import {
  isTestFile,
  readTestFile,
  workflowNamesOf,
  type ReadProblem,
  type TestFile,
  type WorkflowTest,
} from '../../../src/simulate/index.ts'
import type { YamlTree } from '../../../src/yaml/index.ts'
import type { FileEntry, KeptVerdict } from '../../store/index.ts'

/** An open file of tests, and what it is about as far as that is open. */
export interface OpenTests {
  readonly entry: FileEntry
  readonly file: TestFile
  readonly problems: readonly ReadProblem[]
  /** The name of the workflow that is tested; nothing where neither the file nor its name says it. */
  readonly workflowName: string | undefined
  /** The workflow, and behind it the other manifests that the file names. */
  readonly sources: readonly FileEntry[]
  /** The names of those that are not open. */
  readonly missing: readonly string[]
}

const read = new WeakMap<YamlTree, ReturnType<typeof readTestFile>>()

function readOnce(tree: YamlTree): ReturnType<typeof readTestFile> {
  const known = read.get(tree) ?? readTestFile(tree)
  read.set(tree, known)
  return known
}

/** Whether an open file holds tests. */
export function holdsTests({ file, tree }: Pick<FileEntry, 'file' | 'tree'>): boolean {
  return isTestFile(file.name, tree.documents[0])
}

/** What an open file of tests is about. Open files have no folders, so of paths the names count. */
export function openTestsOf(entry: FileEntry, entries: readonly FileEntry[]): OpenTests {
  const { file, problems } = readOnce(entry.tree)
  const named = file.workflow === undefined ? undefined : nameIn(file.workflow)
  const names = named === undefined ? workflowNamesOf(entry.file.name) : [named]
  const find = (...wanted: readonly string[]) =>
    entries.find((one) => wanted.includes(one.file.name))
  const workflow = find(...names)
  const others = file.sources.map(nameIn).map((name) => ({ name, found: find(name) }))
  const workflowName = workflow?.file.name ?? names[0]
  const isMissing = workflow === undefined && workflowName !== undefined
  return {
    entry,
    file,
    problems,
    workflowName,
    sources: [workflow, ...others.map(({ found }) => found)].filter((one) => one !== undefined),
    missing: [
      ...(isMissing ? [workflowName] : []),
      ...others.flatMap(({ name, found }) => (found === undefined ? [name] : [])),
    ],
  }
}

function nameIn(path: string): string {
  return path.split('/').at(-1) ?? path
}

/** The tests that belong to the file on the canvas: its own, or those of open files that are about it. */
export function testsAround(entries: readonly FileEntry[]): readonly OpenTests[] {
  const active = entries.find(({ isActive }) => isActive)
  if (active === undefined) return []
  if (holdsTests(active)) return [openTestsOf(active, entries)]
  return testsOf(active.id, entries)
}

/** The tests of a workflow, in all open files. */
export function testsOf(workflow: number, entries: readonly FileEntry[]): readonly OpenTests[] {
  return entries
    .filter(holdsTests)
    .map((entry) => openTestsOf(entry, entries))
    .filter(({ sources, workflowName }) => {
      const [first] = sources
      return first?.id === workflow && first.file.name === workflowName
    })
}

/** Why the tests of a file cannot run, and what to do; nothing if they can. */
export function whyNot({
  entry,
  file,
  problems,
  workflowName,
  sources,
  missing,
}: OpenTests): string | undefined {
  const { name } = entry.file
  if (entry.isBroken) return `${name} does not parse: mend it first.`
  const [first] = problems
  if (first !== undefined) {
    const count = problems.length
    return count === 1
      ? `Something in ${name} cannot be read: ${first.message}`
      : `${String(count)} things in ${name} cannot be read, the first: ${first.message}`
  }
  if (workflowName === undefined)
    return `${name} does not say which workflow it tests: write workflow: FILE at its top.`
  if (missing.length > 0) {
    const [one, ...others] = missing
    return others.length === 0
      ? `${one ?? ''} is not open. Open it to run these tests.`
      : `${missing.join(' and ')} are not open. Open them to run these tests.`
  }
  const broken = sources.find(({ isBroken }) => isBroken)
  if (broken !== undefined) return `${broken.file.name} does not parse: mend it first.`
  return file.tests.length === 0 ? `${name} has no test yet.` : undefined
}

/** All that the verdict of a test depends on. */
export function textsOf(
  { entry, file, sources }: OpenTests,
  test: WorkflowTest,
): readonly string[] {
  const { from, to } = test.range
  const around = JSON.stringify([file.workflow, file.sources, file.mocks])
  return [entry.tree.text.slice(from, to), around, ...sources.map(({ tree }) => tree.text)]
}

/** What is known of a test: a verdict that holds, or else one of an older text. */
export function verdictOf(
  tests: OpenTests,
  test: WorkflowTest,
  verdicts: readonly KeptVerdict[],
): { readonly kept: KeptVerdict; readonly isOld: boolean } | undefined {
  const own = verdicts.filter(({ file }) => file === tests.entry.id)
  const texts = textsOf(tests, test)
  const now = own.find((kept) => isSame(kept.texts, texts))
  if (now !== undefined) return { kept: now, isOld: false }
  const older = own.find(({ name }) => name === test.name)
  return older && { kept: older, isOld: true }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}
