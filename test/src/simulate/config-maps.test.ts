import { expect, test } from 'vitest'
import { configMapsIn } from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

test('ConfigMaps of all files, the first of a name', () => {
  const one = `kind: Workflow
metadata: {name: w}
---
kind: ConfigMap
metadata: {name: a}
data: {x: '1', y: two}
---
kind: ConfigMap
metadata: {name: empty}
`
  const two = 'kind: ConfigMap\nmetadata: {name: a}\ndata: {x: other}\n'
  expect(configMapsIn([{ tree: parseTree(one) }, { tree: parseTree(two) }])).toEqual({
    a: { x: '1', y: 'two' },
    empty: {},
  })
})
