import { describe, expect, test } from 'vitest'
import { fileNameOf, shortened, withEnding } from '../../../../app/shell/files/file-names.ts'

describe('a file name as typed', () => {
  test.each([
    [' build ', 'build.yaml'],
    ['build.yml', 'build.yml'],
    ['build.JSON', 'build.JSON'],
    ['build.v2', 'build.v2.yaml'],
  ])('%j is %s', (typed, name) => {
    expect(fileNameOf(typed)).toEqual({ name })
  })

  test.each(['', ' ', '..', 'a/b', 'a\\b', 'a\nb', 'a'.repeat(201)])('%j is refused', (typed) => {
    expect(fileNameOf(typed)).toHaveProperty('problem')
  })
})

test('an export has the ending of its format', () => {
  expect(withEnding('a.yml', 'yaml')).toBe('a.yml')
  expect(withEnding('a.json', 'yaml')).toBe('a.yaml')
  expect(withEnding('a.yaml', 'json')).toBe('a.json')
  expect(withEnding('a', 'json')).toBe('a.json')
})

test('a long name keeps its beginning and its end', () => {
  expect(shortened('a.yaml')).toBe('a.yaml')
  const short = shortened(`${'a'.repeat(10_000)}.yaml`)
  expect(short.length).toBeLessThan(60)
  expect(short.endsWith('.yaml')).toBe(true)
})
