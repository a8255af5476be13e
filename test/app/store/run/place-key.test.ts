import { describe, expect, it } from 'vitest'
import { placeKey, templateKeyOf } from '../../../../app/store/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

const manifest = (lanes: string): string => `spec:
  templates:
    - name: other
    - name: main
      steps:
${lanes}`
const one = parseTree(manifest('        - - name: a\n          - name: b\n'))
const two = parseTree(manifest('        - - name: new\n        - - name: a\n        - - name: b\n'))

describe('the key of a place', () => {
  const path = (lane: number, step: number) => ['spec', 'templates', 1, 'steps', lane, step]

  it('stays when a step moves to another lane', () => {
    expect(placeKey(one, 0, path(0, 1))).toBe(placeKey(two, 0, path(2, 0)))
    expect(placeKey(one, 0, path(0, 1))).not.toBe(placeKey(two, 0, path(1, 0)))
  })

  it('counts where there are no names', () => {
    const tree = parseTree('spec: {templates: [{}, {}]}')
    expect(placeKey(tree, 0, ['spec', 'templates', 1])).toBe('0/spec/templates/#1')
  })

  it('tells in which template a step is', () => {
    expect(templateKeyOf(placeKey(one, 0, path(0, 1)))).toBe(
      placeKey(one, 0, ['spec', 'templates', 1]),
    )
    expect(templateKeyOf(placeKey(one, 0, ['spec', 'templates', 1]))).toBeUndefined()
  })
})
