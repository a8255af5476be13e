import { describe, expect, test } from 'vitest'
import { createFiles, type FileHandle } from '../../../app/platform/index.ts'

class FakeHandle implements FileHandle {
  readonly name = 'a.yaml'
  content: string
  modified = 1
  permission: PermissionState = 'granted'
  fails: { readonly on: 'read' | 'write'; readonly name: string } | undefined

  constructor(content = 'old') {
    this.content = content
  }

  getFile = async (): Promise<File> => {
    await Promise.resolve()
    this.failOn('read')
    return new File([this.content], this.name, { lastModified: this.modified })
  }

  createWritable = async () => {
    await Promise.resolve()
    let written = ''
    return {
      write: async (data: Blob) => {
        this.failOn('write')
        written = await data.text()
      },
      close: async () => {
        await Promise.resolve()
        this.content = written
        this.modified += 1
      },
    }
  }

  queryPermission = () => Promise.resolve(this.permission)
  requestPermission = () => Promise.resolve(this.permission)

  private failOn(what: 'read' | 'write') {
    if (this.fails?.on === what) throw Object.assign(new Error('no'), { name: this.fails.name })
  }
}

const thrown = (name: string) => Object.assign(new Error('no'), { name })

function filesWith(handle: FakeHandle | null, cancelled = false) {
  return createFiles<FakeHandle>({
    pick: async () => {
      if (cancelled) throw thrown('AbortError')
      const file = handle ? await handle.getFile() : new File(['text'], 'b.yaml')
      return [handle ? Object.assign(file, { handle }) : file]
    },
    place: async (_, content) => {
      if (cancelled) throw thrown('AbortError')
      if (handle) handle.content = await content.text()
      return handle
    },
  })
}

async function opened(handle: FakeHandle) {
  const files = filesWith(handle)
  const [result] = await files.open()
  if (!result?.ok) throw new Error(result?.error.message)
  return { files, file: result.value }
}

describe('saving to the file that was opened', () => {
  test('writes it, again and again', async () => {
    const handle = new FakeHandle()
    const { files, file } = await opened(handle)
    const first = await files.save({ ...file, text: 'new' })
    expect(handle.content).toBe('new')
    if (!first.ok) throw new Error(first.error.message)
    const second = await files.save({ ...first.value, text: 'newer' })
    expect(second.ok && handle.content).toBe('newer')
  })

  test('does not overwrite what another program wrote, unless told to', async () => {
    const handle = new FakeHandle()
    const { files, file } = await opened(handle)
    handle.content = 'theirs'
    handle.modified = 7
    expect(await files.save({ ...file, text: 'ours' })).toMatchObject({
      error: { code: 'changed' },
    })
    expect(handle.content).toBe('theirs')
    expect((await files.save({ ...file, text: 'ours', force: true })).ok).toBe(true)
    expect(handle.content).toBe('ours')
  })

  test.each([
    ['read', 'NotFoundError', 'gone'],
    ['write', 'NotAllowedError', 'denied'],
    ['write', 'QuotaExceededError', 'failed'],
  ] as const)('says so when to %s fails with %s', async (on, name, code) => {
    const handle = new FakeHandle()
    const { files, file } = await opened(handle)
    handle.fails = { on, name }
    expect(await files.save({ ...file, text: 'new' })).toMatchObject({ error: { code } })
    expect(handle.content).toBe('old')
  })

  test('says so when the permission is denied', async () => {
    const handle = new FakeHandle()
    const { files, file } = await opened(handle)
    handle.permission = 'denied'
    expect(await files.save({ ...file, text: 'new' })).toMatchObject({ error: { code: 'denied' } })
    expect(handle.content).toBe('old')
  })
})

describe('without a handle', () => {
  test('saving downloads', async () => {
    const result = await filesWith(null).save({ name: 'b.yaml', text: 'new' })
    expect(result).toEqual({ ok: true, value: { name: 'b.yaml' } })
  })
  test('opening gives name and bytes', async () => {
    const [result] = await filesWith(null).open()
    expect(result?.ok && new TextDecoder().decode(result.value.bytes)).toBe('text')
  })
})

test('a cancelled dialog is told apart from a failure', async () => {
  const files = filesWith(null, true)
  expect(await files.open()).toMatchObject([{ error: { code: 'cancelled' } }])
  expect(await files.saveAs({ name: 'a', text: '' })).toMatchObject({
    error: { code: 'cancelled' },
  })
})
