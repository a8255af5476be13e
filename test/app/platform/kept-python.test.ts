import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetPython, keepPython, keptPython } from '../../../app/platform/kept-python.ts'

afterEach(() => void vi.unstubAllGlobals())

describe('the memory of Python', () => {
  beforeEach(() => {
    const all = new Map<string, Map<string, Response>>()
    vi.stubGlobal('caches', {
      open: (name: string) => {
        const cache = all.get(name) ?? new Map<string, Response>()
        all.set(name, cache)
        return Promise.resolve({
          match: (key: string) => Promise.resolve(cache.get(key)?.clone()),
          put: (key: string, value: Response) => Promise.resolve(void cache.set(key, value)),
        })
      },
      delete: (name: string) => Promise.resolve(all.delete(name)),
    })
  })

  test('comes back as it was kept, until it is forgotten', async () => {
    expect(await keptPython()).toBeUndefined()
    await keepPython(Uint8Array.of(1, 2))
    await keepPython(Uint8Array.of(3, 0, 255))
    expect(await keptPython()).toEqual(Uint8Array.of(3, 0, 255))
    await forgetPython()
    expect(await keptPython()).toBeUndefined()
  })
})

test('where the browser keeps nothing, nothing is kept and nobody is told', async () => {
  vi.stubGlobal('caches', undefined)
  await keepPython(Uint8Array.of(1))
  expect(await keptPython()).toBeUndefined()
})
