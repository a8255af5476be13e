import { entryOf, type YamlDocument } from '../../yaml/index.ts'

const TESTS = /\.test\.ya?ml$/

/** Whether the name of a file says that it holds tests of a workflow. */
export function isTestName(name: string): boolean {
  return TESTS.test(name)
}

/** The names that a file with the tests of a workflow may have, the usual one first; with the folder that the workflow's name has. */
export function testNamesOf(workflow: string): readonly [string, string] {
  const stem = workflow.replace(/\.(ya?ml|json)$/, '')
  return [`${stem}.test.yaml`, `${stem}.test.yml`]
}

/** The names that the workflow of a file of tests may have; none where its name does not say it. */
export function workflowNamesOf(tests: string): readonly string[] {
  if (!isTestName(tests)) return []
  const stem = tests.replace(TESTS, '')
  return ['.yaml', '.yml', '.json'].map((end) => stem + end)
}

/** Whether a file holds tests: by its name, or since it has a list of them and is no manifest. */
export function isTestFile(name: string, document: YamlDocument | undefined): boolean {
  if (isTestName(name)) return true
  const root = document?.root
  if (root?.kind !== 'map') return false
  const has = (key: string): boolean => entryOf(root, key) !== undefined
  return has('tests') && !has('kind') && !has('apiVersion')
}
