import { expect, test } from 'vitest'
import {
  isDigit,
  isLetter,
  isSpace,
  lowerRune,
  upperRune,
} from '../../../../src/expression/go/characters.ts'
import { toLower, toUpper } from '../../../../src/expression/go/text.ts'

test('has one capital for a letter, as Go has', () => {
  expect(['a', 'é', 'ß', 'ŉ', 'ᾀ', 'ᾧ', 'ᾳ', 'ῃ', 'ῳ', 'ᾈ', 'ǆ', '1'].map(upperRune)).toEqual([
    'A',
    'É',
    'ß',
    'ŉ',
    'ᾈ',
    'ᾯ',
    'ᾼ',
    'ῌ',
    'ῼ',
    'ᾈ',
    'Ǆ',
    '1',
  ])
  expect(['A', 'İ', 'Σ', 'ᾈ'].map(lowerRune)).toEqual(['a', 'i', 'σ', 'ᾀ'])
  expect(toUpper('straße ᾳ')).toBe('STRAßE ᾼ')
  expect(toLower('ΣΑΣ')).toBe('σασ')
})

test('sorts characters', () => {
  expect(['a', 'é', '𝒳', '_', '1', ''].map(isLetter)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['1', '٣', 'a'].map(isDigit)).toEqual([true, true, false])
  expect([' ', '\u00a0', '\u2028', '\u200b', 'a'].map(isSpace)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
