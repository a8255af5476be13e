import { writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import {
  addTest,
  printTestFile,
  recordTest,
  testNameOf,
  testNamesOf,
  type RecordedRun,
} from '../../simulate/index.ts'
import { Misuse, type Terminal } from '../command-line.ts'
import { readSource, replaceFile } from '../files.ts'
import { testsBeside } from '../test/find-tests.ts'

/**
 * Adds a test of a run to the file of tests beside its workflow, which is the first of the names; a new file also says which other manifests it
 * needs. Throws a Misuse where that is not possible.
 */
export async function recordBeside(
  [workflow = '', ...sources]: readonly string[],
  ran: Omit<RecordedRun, 'name'>,
  terminal: Terminal,
): Promise<void> {
  const test = recordTest({ ...ran, name: testNameOf(ran.run, ran.parameters) })
  const known = await testsBeside(workflow)
  if (known === undefined) {
    const [name] = testNamesOf(workflow)
    const others = sources.map((source) => relative(dirname(workflow), source))
    await writeFile(name, printTestFile([test], others), { flag: 'wx' }).catch(() => {
      throw new Misuse(`${name} cannot be written.`)
    })
    terminal.error(`stepwright run: the run is a test in the new file ${name}.\n`)
    return
  }
  const added = addTest((await readSource(known, terminal)).text, test)
  if (!added.ok) throw new Misuse(`${known}: ${added.error}`)
  await replaceFile(known, added.value)
  terminal.error(`stepwright run: the run is a test at the end of ${known}.\n`)
}
