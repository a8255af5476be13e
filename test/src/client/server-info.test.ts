import { expect, test } from 'vitest'
import { getGatewayConfig, getInfo, getUserInfo, getVersion } from '../../../src/client/index.ts'
import { scripted } from './scripted-send.ts'

test('reads what the server says of itself and of the caller', async () => {
  const info = scripted({ body: '{"managedNamespace":"argo","links":[]}' })
  expect(await getInfo(info)).toEqual({ ok: true, value: { managedNamespace: 'argo' } })
  expect(info.requests).toEqual([
    { method: 'GET', path: '/api/v1/info', headers: { accept: 'application/json' } },
  ])
  const user = scripted({ body: '{"subject":"jane","groups":["a",1],"name":""}' })
  expect(await getUserInfo(user)).toMatchObject({
    ok: true,
    value: { subject: 'jane', groups: ['a'], name: undefined, serviceAccountName: undefined },
  })
  const version = scripted({ body: '{"version":"v4.1.2"}' })
  expect(await getVersion(version)).toEqual({ ok: true, value: { version: 'v4.1.2' } })
})

test('takes an empty object for an answer, except where Argo always says something', async () => {
  const { send } = scripted({ body: '{}' })
  expect(await getInfo({ send })).toMatchObject({ ok: true })
  expect(await getUserInfo({ send })).toMatchObject({ ok: true, value: { groups: [] } })
  expect(await getVersion({ send })).toMatchObject({ ok: false, error: { kind: 'not-argo' } })
})

test.each([
  ['{"argo":"https://h"}', { ok: true, value: { argo: 'https://h' } }],
  ['{"argo":null}', { ok: true, value: { argo: null } }],
  ['{}', { ok: false, error: { kind: 'not-argo' } }],
  ['<!doctype html>', { ok: false, error: { kind: 'not-argo' } }],
])('reads %s as the configuration of a gateway', async (body, expected) => {
  const { send, requests } = scripted({ body })
  expect(await getGatewayConfig({ send })).toMatchObject(expected)
  expect(requests[0]?.path).toBe('/gateway/config')
})
