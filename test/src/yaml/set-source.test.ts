import { describe, expect, it } from 'vitest'
import {
  locate,
  parseTree,
  setSource,
  sourceOf,
  toValue,
  type Address,
  type YamlTree,
} from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'
import { placesOf } from '../../support/paths.ts'

const STEP = `steps:
- - name: a
    withItems:   # which
    # the first
    - one
    - "two"  # quoted
    hooks: {exit: {template: b}}
    when: >-
      {{x}} == 1 &&
      {{y}} == 2
    arguments:
      parameters:
        - name: p
          value: 1   # behind
    onExit:
`
const step = (...path: readonly (string | number)[]): Address => ({
  document: 0,
  path: ['steps', 0, 0, ...path],
})

function set(text: string, address: Address, source: string): string {
  return setIn(parseTree(text), address, source)
}

function setIn(tree: YamlTree, address: Address, source: string): string {
  const { text } = tree
  const plan = setSource(tree, address, source)
  if (!plan.ok)
    return `refused: ${typeof plan.error === 'string' ? plan.error : plan.error.message}`
  return plan.value
    .toReversed()
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text)
}

describe('the source of a value', () => {
  it('stands as if alone', () => {
    const tree = parseTree(STEP)
    expect(sourceOf(tree, step('withItems'))).toBe('- one\n- "two"  # quoted')
    expect(sourceOf(tree, step('when'))).toBe('>-\n  {{x}} == 1 &&\n  {{y}} == 2')
    expect(sourceOf(tree, step('hooks'))).toBe('{exit: {template: b}}')
    expect(sourceOf(tree, step('onExit'))).toBe('')
    expect(sourceOf(tree, step('none'))).toBeUndefined()
  })
  it('changes only what was changed', () => {
    const withItems = set(STEP, step('withItems'), "- one\n# new\n- 'two'  # quoted")
    expect(withItems).toBe(STEP.replace('"two"', "'two'").replace('- one\n', '- one\n    # new\n'))
    expect(set(STEP, step('hooks'), '\nexit:\n  template: b\n')).toBe(
      STEP.replace('hooks: {exit: {template: b}}', 'hooks:\n      exit:\n        template: b'),
    )
    expect(set(STEP, step('when'), '|\n  a\n\n  b\n')).toContain(
      '    when: |\n      a\n\n      b\n    arguments:\n',
    )
    expect(set(STEP, step('onExit'), 'bye # now')).toBe(
      STEP.replace('onExit:', 'onExit: bye # now'),
    )
    const value = step('arguments', 'parameters', 0, 'value')
    expect(set(STEP, value, '"1"')).toBe(STEP.replace('value: 1 ', 'value: "1" '))
  })
  it('keeps the comments around it where it changes its shape', () => {
    expect(set(STEP, step('withItems'), '[one]')).toContain('# which')
    const value = step('arguments', 'parameters', 0, 'value')
    expect(set(STEP, value, 'a: 1')).toBe(
      STEP.replace('value: 1   # behind', 'value:   # behind\n            a: 1'),
    )
  })
  it('is refused when it is not one value', () => {
    const at = step('hooks')
    expect(set(STEP, at, 'a: [')).toMatch(/^refused: Line \d+, column \d+: /)
    expect(set(STEP, at, ' # nothing')).toMatch(/^refused: /)
    expect(set(STEP, at, 'a\n---\nb')).toMatch(/^refused: /)
    expect(set(STEP, at, '*nothing')).toMatch(/^refused: /)
    expect(set(STEP, step('none'), 'a')).toMatch(/^refused: /)
  })
  it('is written in the way of the file where it cannot stand', () => {
    expect(set('a: {b: 1, c: 2}\n', { document: 0, path: ['a', 'b'] }, 'x: 1\nz: [2]')).toBe(
      'a: {b: {x: 1, z: [2]}, c: 2}\n',
    )
  })
})

describe.each(corpus('argo'))('in $name', ({ text }) => {
  it('put back, a source changes nothing; put elsewhere, it means the same', () => {
    const tree = parseTree(text)
    const places = tree.documents.flatMap(({ root, hasAnchors }, document) =>
      placesOf(root)
        .filter(({ path }) => path.length > 0)
        .map(({ node, path }) => ({ node, address: { document, path }, hasAnchors })),
    )
    const other = places.find(({ address }) => address.path.at(-1) === 'metadata')?.address
    // Each move reads the file again: a sample is enough of the long ones.
    const every = Math.ceil(places.length / 4)
    for (const [index, { node, address, hasAnchors }] of places.entries()) {
      const source = sourceOf(tree, address)
      if (source === undefined || node.kind === 'empty') continue
      expect([address.path, setIn(tree, address, source)]).toEqual([address.path, text])
      if (
        index % every > 0 ||
        hasAnchors ||
        other === undefined ||
        address.document !== other.document
      )
        continue
      const moved = setIn(tree, other, source)
      const found = locate(parseTree(moved), other)
      expect([moved, found && toValue(found.node, new Map())]).toEqual([
        moved,
        toValue(node, new Map()),
      ])
    }
  })
})
