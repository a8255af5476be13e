import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EXAMPLES } from '../app/shell/files/examples.ts'
import { checkTree } from '../src/validate/index.ts'
import { anchorsOf, parseTree, toValue, type JsonValue } from '../src/yaml/index.ts'
import { guideWorkflows } from './support/guide.ts'

test.each(Object.entries(guideWorkflows))(
  'the example %s has the form that Hera gives it',
  (name, value) => {
    expect(exampleValue(name)).toEqual(value)
  },
)

test.each(EXAMPLES.map(({ name }) => name))('nothing is wrong with the example %s', (name) => {
  const problems = checkTree(parseTree(exampleText(name)))
  expect(problems).toEqual([])
})

function exampleText(name: string): string {
  return readFileSync(new URL(`../public/examples/${name}.yaml`, import.meta.url), 'utf8')
}

function exampleValue(name: string): JsonValue | undefined {
  const tree = parseTree(exampleText(name))
  expect(tree.problems).toEqual([])
  const [document, ...others] = tree.documents
  expect(others).toEqual([])
  return document && toValue(document.root, anchorsOf(document.root))
}
