import { expect, test } from 'vitest'
import {
  argoFunctionNames,
  argoHelps,
  builtinHelps,
  builtinNames,
  functionCallAt,
  sprigHelps,
  sprigNames,
} from '../../../../src/expression/index.ts'

test('has a line for every function that there is, and for no other', () => {
  const named = (helps: readonly { name: string }[]): string[] =>
    helps.map(({ name }) => name).sort()
  expect(named(argoHelps)).toEqual(argoFunctionNames.filter((name) => name !== 'sprig').toSorted())
  expect(named(builtinHelps)).toEqual([...builtinNames].sort())
  expect(named(sprigHelps)).toEqual(sprigNames.map((name) => `sprig.${name}`).toSorted())
  for (const { name, gives } of sprigHelps) expect(gives, name).not.toBe('a value')
})

function at(marked: string): string | undefined {
  const offset = marked.indexOf('|')
  const found = functionCallAt(marked.replace('|', ''), offset)
  return found?.help.name
}

test('finds what is called', () => {
  expect(at('{{=as|Int(item)}}')).toBe('asInt')
  expect(at('{{=|asInt(item)}}')).toBe('asInt')
  expect(at('{{=asInt|(item)}}')).toBe('asInt')
  expect(at('sprig.tr|unc(1, item)')).toBe('sprig.trunc')
  expect(at('spr|ig.trunc(1, item)')).toBe('sprig.trunc')
  expect(at('filter(item, {len|(#) > 1})')).toBe('len')
})

test('finds nothing where nothing is called that is known', () => {
  expect(at('asInt(it|em)')).toBeUndefined()
  expect(at('item.len|(1)')).toBeUndefined()
  expect(at('nothing|(1)')).toBeUndefined()
  expect(at('asInt| == 1')).toBeUndefined()
  expect(at('sprig.nothing|(1)')).toBeUndefined()
})
