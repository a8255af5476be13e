import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anchorsOf, parseTree, toValue, type JsonValue } from '../src/yaml/index.ts'
import { guideWorkflows } from './support/guide.ts'

test.each(Object.entries(guideWorkflows))(
  'the example %s has the form that Hera gives it',
  (name, value) => {
    expect(exampleValue(name)).toEqual(value)
  },
)

function exampleValue(name: string): JsonValue | undefined {
  const url = new URL(`../public/examples/${name}.yaml`, import.meta.url)
  const tree = parseTree(readFileSync(url, 'utf8'))
  expect(tree.problems).toEqual([])
  const [document, ...others] = tree.documents
  expect(others).toEqual([])
  return document && toValue(document.root, anchorsOf(document.root))
}
