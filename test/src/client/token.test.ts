import { describe, expect, test } from 'vitest'
import { authorizationHeader, createWorkflow } from '../../../src/client/index.ts'
import { scripted } from './scripted-send.ts'

describe('authorizationHeader', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['  \n', undefined],
    ['abc', 'Bearer abc'],
    [' abc\n', 'Bearer abc'],
    ['v2:abc', 'Bearer v2:abc'],
    ['Bearer abc', 'Bearer abc'],
    ['Basic dTpw', 'Basic dTpw'],
    ['caf\u00e9', 'Bearer caf\u00e9'],
  ])('of %j is %j', (token, header) => {
    expect(authorizationHeader(token)).toEqual({ ok: true, value: header })
  })

  test.each([
    'ab\ncd',
    'ab\r\nx-evil: 1',
    'ab\tcd',
    'ab\u0000',
    'ab\u007fcd',
    'ab\u0085cd',
    '…abc',
    'a🙂b',
  ])('refuses %j, and does not repeat it', async (token) => {
    const refusal = authorizationHeader(token)
    expect(refusal).toMatchObject({ ok: false, error: { kind: 'unauthorized' } })
    expect(JSON.stringify(refusal)).not.toContain('ab')
    const { send, requests } = scripted({})
    await createWorkflow({ send, namespace: 'a', manifest: { kind: 'Workflow' }, token })
    expect(requests).toEqual([])
  })
})
