import { ChangeSet } from '../../../src/document/index.ts'
import { addTest, printTestFile, testNamesOf } from '../../../src/simulate/index.ts'
import type { Designer } from '../../store/index.ts'
import type { RecordedTest } from '../run-messages.ts'
import { openTestsOf, testsOf } from './open-tests.ts'
import { testDeskOf } from './test-desk.ts'

/**
 * Puts a recorded test into the open file of tests of a workflow, as a step of its history, or into a new one beside it. The canvas stays where it
 * is; the tests are listed, and the new one runs.
 */
export function keepTest(
  designer: Designer,
  workflow: number,
  { test, sources }: RecordedTest,
): void {
  const { workspace, actions } = designer
  const owner = workspace.entries().find(({ id }) => id === workflow)
  if (owner === undefined) return
  const tests = testsOf(workflow, workspace.entries())[0]
  let id = tests?.entry.id
  if (tests === undefined || id === undefined) {
    const [name] = testNamesOf(owner.file.name)
    // An example that nobody has touched gives its place to the next file: one with tests is to stay.
    if (owner.isActive && owner.file.isSample === true)
      actions.renameFile({ name: owner.file.name })
    id = workspace.add({ name }, printTestFile([test], sources), '', false)
  } else {
    const { entry } = tests
    const { text } = entry.tree
    const added = entry.isBroken ? undefined : addTest(text, test)
    if (added?.ok !== true) {
      const why = added === undefined ? 'It does not parse.' : added.error
      const words = `The test could not be added to ${entry.file.name}. ${why}`
      return actions.notify({ tone: 'warning', text: words })
    }
    const { changes } = ChangeSet.between(text, added.value)
    workspace.changeAll('command.addTest', [{ id, changes }])
  }
  showNew(designer, id, sources)
}

/** Says where the test is, and runs it. */
function showNew(designer: Designer, id: number, sources: readonly string[]): void {
  const { workspace, actions } = designer
  actions.openBottom('tests')
  const entry = workspace.entries().find((one) => one.id === id)
  if (entry === undefined) return
  const now = openTestsOf(entry, workspace.entries())
  const index = now.file.tests.length - 1
  const needed = sources.filter((name) => !now.file.sources.some((path) => path.endsWith(name)))
  actions.notify({
    tone: needed.length === 0 ? 'success' : 'warning',
    text: `“${now.file.tests[index]?.name ?? ''}” is a test in ${entry.file.name} now.`,
    ...(needed.length > 0 && { detail: `Add to its sources: ${needed.join(', ')}.` }),
  })
  testDeskOf(designer).run(now, [index])
}
