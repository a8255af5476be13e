import { expect, test } from 'vitest'
import { checkNamespace } from '../../../src/client/index.ts'

test.each(['argo', 'a', '0', 'my-team-2', 'a'.repeat(63)])('%s is a namespace', (name) => {
  expect(checkNamespace(name)).toEqual({ ok: true, value: name })
})

test.each([
  ['', 'Name a namespace'],
  ['Argo', "'A' is none of them, so 'a' perhaps"],
  ['my team', "' '"],
  ['a.b', "'.'"],
  ['a/b', "'/'"],
  ['a_b', "'_'"],
  ['a🙂', "'🙂'"],
  ['-a', 'not with a hyphen'],
  ['a-', 'not with a hyphen'],
  ['a\n', 'is none of them'],
  ['a'.repeat(64), 'has 64'],
])('%j is none', (name, words) => {
  const result = checkNamespace(name)
  expect(result.ok ? '' : result.error).toContain(words)
})
