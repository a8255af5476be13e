import { describe, expect, test } from 'vitest'
import { fits } from '../../../../app/inspector/form/fits.ts'
import { convertLoop } from '../../../../app/inspector/form/loops.ts'
import { scalarValue, type ScalarType } from '../../../../app/inspector/form/scalars.ts'
import type { FieldType } from '../../../../src/schema/index.ts'
import { parseTree, valueOf } from '../../../../src/yaml/index.ts'

const root = (text: string) => parseTree(text).documents[0]?.root

const text: ScalarType = { kind: 'text', flavour: 'plain' }
const quantity: ScalarType = { kind: 'text', flavour: 'quantity' }
const duration: ScalarType = { kind: 'text', flavour: 'duration' }
const count: ScalarType = { kind: 'integer', min: 0 }
const intOrText: ScalarType = { kind: 'int-or-text' }

function read(type: ScalarType, typed: string, now?: string): unknown {
  const result = scalarValue(type, typed, now === undefined ? undefined : root(now))
  return result.ok ? result.value : new Error(result.error)
}

describe('a typed text', () => {
  test('becomes a value of its field’s type', () => {
    expect(read(text, '8080')).toBe('8080')
    expect(read(count, '3')).toBe(3)
    expect(read(intOrText, '3')).toBe(3)
    expect(read(intOrText, '3', '"2"')).toBe('3')
    expect(read(intOrText, '25%')).toBe('25%')
    expect(read(intOrText, '007')).toBe('007')
    expect(read({ kind: 'number' }, '0.5')).toBe(0.5)
    expect(read({ kind: 'boolean' }, 'true')).toBe(true)
  })
  test('is refused where it is none', () => {
    for (const [type, typed] of [
      [count, 'many'],
      [count, '-1'],
      [count, '1.5'],
      [quantity, 'much'],
      [quantity, '1 Gi'],
      [quantity, '1KB'],
      [duration, '1 hour'],
      [duration, '5d'],
      [{ kind: 'number' }, ''],
      [{ kind: 'boolean' }, 'yes'],
      [{ kind: 'enum', values: [{ value: 'a', doc: '' }], open: false }, 'b'],
    ] as const)
      expect(read(type, typed), typed).toBeInstanceOf(Error)
  })
  test('may be a quantity, a duration, or a tag in place of one', () => {
    for (const typed of [
      '500m',
      '0.5',
      '1Gi',
      '128Mi',
      '1e3',
      '2',
      '-1',
      '{{inputs.parameters.x}}',
    ])
      expect(read(quantity, typed)).toBe(typed)
    for (const typed of ['30s', '1h30m', '90', '1.5h', '{{workflow.parameters.x}}'])
      expect(read(duration, typed)).toBe(typed)
  })
})

describe('a control', () => {
  const object: FieldType = { kind: 'object', name: 'Template' }
  const cases: readonly (readonly [FieldType, string, boolean])[] = [
    [text, 'a', true],
    [text, '[a]', false],
    [text, '*a', false],
    [text, '!x a', false],
    [{ kind: 'boolean' }, 'true', true],
    [{ kind: 'boolean' }, 'yes', false],
    [{ kind: 'boolean' }, '"true"', false],
    [{ kind: 'list', of: text }, '[a, b]', true],
    [{ kind: 'list', of: text }, '[[a]]', false],
    [{ kind: 'list', of: text }, '- |\n  a\n  b\n', false],
    [{ kind: 'list', of: { kind: 'any' } }, '[1, a]', true],
    [{ kind: 'list', of: { kind: 'any' } }, '[{a: 1}]', false],
    [{ kind: 'list', of: object }, '[1]', true],
    [{ kind: 'map', of: text, keys: [] }, '{a: b}', true],
    [{ kind: 'map', of: text, keys: [] }, '<<: {a: b}', false],
    [{ kind: 'map', of: { kind: 'any' }, keys: [] }, '{a: b}', false],
    [object, '{}', true],
    [object, 'a', false],
    [{ kind: 'any' }, 'a', false],
  ]
  test.each(cases)('%j shows %s: %s', (type, source, expected) => {
    // Under a key, where a tag is the value’s.
    const indented = source.replaceAll('\n', '\n  ')
    expect(fits(type, valueOf(root(`k:\n  ${indented}`), 'k'))).toBe(expected)
  })
})

describe('a loop', () => {
  test('over items is one over a list, and back', () => {
    const items = ['a', 1, { k: 'v' }]
    const list = convertLoop('withItems', 'withParam', items)
    expect(list).toBe('["a",1,{"k":"v"}]')
    expect(list === undefined ? list : convertLoop('withParam', 'withItems', list)).toEqual(items)
    expect(convertLoop('withParam', 'withItems', '{{x}}')).toBeUndefined()
    expect(convertLoop('withParam', 'withItems', '[[1]]')).toEqual([[1]])
  })
  test('over numbers is one over items, where there are not too many', () => {
    expect(convertLoop('withSequence', 'withItems', { count: '3' })).toEqual([0, 1, 2])
    expect(convertLoop('withSequence', 'withItems', { start: 5, end: 3 })).toEqual([5, 4, 3])
    expect(convertLoop('withSequence', 'withParam', { start: 1, count: 2 })).toBe('[1,2]')
    expect(convertLoop('withSequence', 'withItems', { count: 1000000 })).toBeUndefined()
    expect(convertLoop('withSequence', 'withItems', { count: '{{n}}' })).toBeUndefined()
    expect(convertLoop('withSequence', 'withItems', { count: 1, format: 'x%d' })).toBeUndefined()
    expect(convertLoop('withSequence', 'withItems', {})).toBeUndefined()
  })
  test('over a run of items is one over numbers', () => {
    expect(convertLoop('withItems', 'withSequence', [0, 1, 2])).toEqual({ count: 3 })
    expect(convertLoop('withParam', 'withSequence', '[4,5]')).toEqual({ start: 4, count: 2 })
    expect(convertLoop('withItems', 'withSequence', [1, 3])).toBeUndefined()
    expect(convertLoop('withItems', 'withSequence', ['a'])).toBeUndefined()
  })
})
