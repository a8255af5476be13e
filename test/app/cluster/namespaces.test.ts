import { describe, expect, test } from 'vitest'
import {
  namespaceOf,
  namespaceOptions,
  rememberedNamespaces,
  rememberNamespace,
} from '../../../app/cluster/namespaces.ts'
import { fakeKept, forbiddenKept } from '../platform/fake-kept.ts'

const nothing = { manifest: undefined, chosen: [], managed: undefined, account: undefined }

describe('the namespace', () => {
  test('is the manifest’s, else the one chosen, else the server’s, else the usual one', () => {
    expect(namespaceOf(nothing)).toBe('argo')
    expect(namespaceOf({ ...nothing, account: 'jane' })).toBe('argo')
    expect(namespaceOf({ ...nothing, managed: 'm' })).toBe('m')
    expect(namespaceOf({ ...nothing, managed: 'm', chosen: ['c', 'd'] })).toBe('c')
    expect(namespaceOf({ manifest: 'own', managed: 'm', chosen: ['c'], account: 'a' })).toBe('own')
  })

  test('suggestions come once each', () => {
    const options = namespaceOptions({
      ...nothing,
      managed: 'm',
      chosen: ['c', 'm', 'default'],
      account: 'c',
    })
    expect(options.map(({ value }) => value)).toEqual(['m', 'c', 'default', 'argo'])
    expect(options[0]?.description).toBeDefined()
  })

  test('is remembered for each server, the last choice first, and not for ever', () => {
    const kept = fakeKept()
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) rememberNamespace(kept, 's', name)
    rememberNamespace(kept, 'other', 'x')
    expect(rememberedNamespaces(kept, 's')).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
    expect(rememberedNamespaces(kept, 'other')).toEqual(['x'])
    expect(rememberedNamespaces(kept, 'third')).toEqual([])
  })

  test('is chosen though it cannot be remembered', () => {
    expect(rememberNamespace(forbiddenKept, 's', 'a')).toEqual(['a'])
    expect(rememberedNamespaces(fakeKept('{"s":[1,"a"]}'), 's')).toEqual(['a'])
    expect(rememberedNamespaces(fakeKept('rubbish'), 's')).toEqual([])
  })
})
