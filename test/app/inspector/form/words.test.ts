import { expect, test } from 'vitest'
import { labelOf, nounOf } from '../../../../app/inspector/form/labels.ts'
import { summaryOf, titleOf } from '../../../../app/inspector/form/summary.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

const root = (text: string) => parseTree(text).documents[0]?.root
const words = (text: string, without?: string) => summaryOf(root(text), without)

test('keys are read as words', () => {
  expect(
    ['activeDeadlineSeconds', 'podGC', 's3', 'dnsPolicy', 'hostIP', 'useSDKCreds', 'volumeID'].map(
      labelOf,
    ),
  ).toEqual([
    'Active deadline seconds',
    'Pod GC',
    'S3',
    'DNS policy',
    'Host IP',
    'Use SDK creds',
    'Volume ID',
  ])
  expect(labelOf('my.own/key')).toBe('my.own/key')
})
test('one of many has a name', () => {
  expect(['volumes', 'mutexes', 'hostAliases', 'imagePullSecrets', 'policies'].map(nounOf)).toEqual(
    ['volume', 'mutex', 'host alias', 'image pull secret', 'policy'],
  )
})
test('a value is told in a line', () => {
  expect(words('limit: 3\nbackoff: {duration: 5s, factor: 2}')).toBe(
    'limit: 3, backoff: duration: 5s, factor: 2',
  )
  expect(words('- {name: work, emptyDir: {}}\n- {name: cache, emptyDir: {}}')).toBe('work, cache')
  expect(words('[a, b]')).toBe('a, b')
  expect(words('- {a: 1}\n- {b: 1}')).toBe('2 items')
  expect(words('{name: A, value: b}', 'name')).toBe('b')
  expect(words('{name: A, emptyDir: {}}', 'name')).toBe('emptyDir')
  expect([words('{}'), words('[]'), words('a:'), words('*x')]).toEqual(['empty', 'none', 'a', '*x'])
  expect(summaryOf(undefined)).toBe('not set')
  expect(words(`a: ${'long '.repeat(100)}`).length).toBeLessThanOrEqual(60)
})
test('an item is called by what names it', () => {
  const titles = ['name: a', 'metadata: {name: b}', 'key: c', '*d', 'plain', 'x: 1'].map((text) => {
    const node = root(text)
    return node && titleOf(node)
  })
  expect(titles).toEqual(['a', 'b', 'c', '*d', 'plain', undefined])
})
