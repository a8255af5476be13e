import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { pythonSizes, servePythonFiles } from '../../../app/platform/python-files.ts'

const resolve = createRequire(import.meta.url).resolve
const original = globalThis.fetch

afterEach(() => {
  globalThis.fetch = original
  vi.unstubAllGlobals()
})

describe('the files of Python', () => {
  test('have the sizes that progress is told with', () => {
    expect(pythonSizes).toEqual({
      machine: statSync(resolve('pyodide/pyodide.asm.wasm')).size,
      library: statSync(resolve('pyodide/python_stdlib.zip')).size,
    })
  })

  test('are fetched from where the build has put them, counted as they come, and nothing else is', async () => {
    const asked: string[] = []
    vi.stubGlobal('location', { href: 'https://designer.example/assets/worker.js' })
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url)
      const file = url.includes('wasm') ? 'pyodide/pyodide.asm.wasm' : 'pyodide/python_stdlib.zip'
      return Promise.resolve(new Response(readFileSync(resolve(file))))
    })
    const progress: number[] = []
    const { folder, library } = servePythonFiles(({ loaded, total }) =>
      progress.push(loaded / total),
    )
    const machine = await fetch(`${folder}pyodide.asm.wasm`)
    expect((await machine.arrayBuffer()).byteLength).toBe(pythonSizes.machine)
    await (await fetch(library)).arrayBuffer()
    await vi.waitFor(() => expect(progress.at(-1)).toBe(1))
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(asked).toHaveLength(2)
    await expect(fetch('/argo/api/v1/workflows')).rejects.toThrow('no network')
    await expect(fetch('https://elsewhere.example/')).rejects.toThrow('no network')
    expect(asked).toHaveLength(2)
  })
})
