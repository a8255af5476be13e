import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isTestName, testNamesOf, workflowNamesOf } from '../../simulate/index.ts'
import type { Terminal } from '../command-line.ts'
import { Misuse } from '../command-line.ts'
import type { SourceFile } from '../files.ts'
import { gather } from '../lint/gather.ts'

/**
 * The files with tests that names lead to: those of folders and patterns whose names end in `.test.yaml`, and for a workflow the tests beside
 * it. Throws a Misuse for names that lead to none, or to what cannot be read.
 */
export async function findTests(
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const wanted = await Promise.all(names.map(testsFor))
  const { files, failures } = await gather(wanted, terminal)
  if (failures.length > 0) throw new Misuse(failures.join('\n'))
  const tests = files.filter(({ name, isNamed }) => isNamed || isTestName(name))
  if (tests.length === 0)
    throw new Misuse(
      'There are no tests: name files that end in .test.yaml, or folders with such files.',
    )
  return tests
}

/** The tests beside a workflow; any other name is one of tests itself. */
async function testsFor(name: string): Promise<string> {
  if (isTestName(name) || !/\.ya?ml$/.test(name)) return name
  return (await testsBeside(name)) ?? name
}

/** The file with the tests of a workflow, if there is one beside it. */
export async function testsBeside(workflow: string): Promise<string | undefined> {
  return firstFile(testNamesOf(workflow))
}

/** The path of the workflow that a file of tests is for. */
export async function workflowPath(tests: string, named: string | undefined): Promise<string> {
  if (named !== undefined) return join(dirname(tests), named)
  const names = workflowNamesOf(tests)
  const [usual] = names
  if (usual === undefined)
    throw new Misuse(`${tests}: say which workflow is tested, by workflow: FILE.`)
  const found = await firstFile(names)
  if (found !== undefined) return found
  throw new Misuse(
    `${tests}: there is no ${usual}. Say which workflow is tested, by workflow: FILE.`,
  )
}

async function firstFile(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) if (await isFile(name)) return name
  return undefined
}

async function isFile(name: string): Promise<boolean> {
  const info = await stat(name).catch(() => undefined)
  return info?.isFile() === true
}
