import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../src/base/index.ts'
import {
  createClipboard,
  createFiles,
  openAutosave,
  type FileHandle,
} from '../../../../app/platform/index.ts'
import { createDesk } from '../../../../app/shell/files/desk.ts'
import { createDraftKeeper } from '../../../../app/shell/start/draft-keeper.ts'
import { createDesigner } from '../../../../app/store/index.ts'
import type { ConfirmAnswer, ConfirmQuestion, ToastMessage } from '../../../../app/ui/index.ts'
import { FakeBrowser, settle } from '../../platform/fake-drafts.ts'

type Handle = FileSystemFileHandle

/** A desk whose pickers, questions and messages are all in the test's hands. */
async function desk(text = 'a: 1\n') {
  const browser = new FakeBrowser()
  const designer = createDesigner({ name: 'a.yaml' }, text, () => browser.time)
  const drafts = createDraftKeeper(designer, openAutosave(browser.tab()), undefined)
  const told: ToastMessage[] = []
  const asked: ConfirmQuestion[] = []
  const answers: ConfirmAnswer[] = []
  const placed: { name: string; content: Blob }[] = []
  const downloads: { name: string; content: string }[] = []
  const copied: string[] = []
  const picked: File[] = []
  const made = createDesk({
    designer,
    drafts,
    files: createFiles<Handle>({
      pick: async () => {
        await Promise.resolve()
        const file = picked.shift()
        if (!file) throw Object.assign(new Error('no'), { name: 'AbortError' })
        return [file]
      },
      place: async (name, content) => {
        await Promise.resolve()
        placed.push({ name, content })
        return null
      },
    }),
    clipboard: createClipboard({
      clipboard: { writeText: async (words) => void copied.push(await Promise.resolve(words)) },
      copyBySelection: () => false,
    }),
    download: (name, content) => void downloads.push({ name, content }),
    confirm: async (question) => {
      asked.push(question)
      return Promise.resolve(answers.shift() ?? 'cancel')
    },
    tell: (message) => void told.push(message),
    newText: () => 'new: 1\n',
    fetchExample: async (name) =>
      Promise.resolve(name === 'gone' ? err('no such example') : ok(`example: ${name}\n`)),
  })
  await settle()
  const edit = (insert: string) =>
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input.type' })
  const now = () => designer.session.state.text
  return {
    desk: made,
    designer,
    drafts,
    told,
    asked,
    answers,
    placed,
    downloads,
    copied,
    picked,
    edit,
    now,
  }
}

const file = (name: string, content: BlobPart): File => new File([content], name)

describe('opening', () => {
  test('keeps every byte: mark, line ends, no end at all', async () => {
    const it = await desk()
    const text = '\uFEFFa: 1\r\nb: 2\rc: 3\n\nd: ä'
    it.picked.push(file('mixed.yaml', text))
    await it.desk.open()
    expect(it.now()).toBe(text)
    await it.desk.save()
    const bytes = await it.placed[0]?.content.arrayBuffer()
    expect(new Uint8Array(bytes ?? new ArrayBuffer())).toEqual(new TextEncoder().encode(text))
    expect(it.designer.session.isDirty).toBe(false)
  })

  test.each([
    ['binary.yaml', new Uint8Array([1, 0, 2, 9, 9]), 'zero bytes'],
    ['wide.yaml', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'UTF-16'],
    ['latin.yaml', new Uint8Array([0x61, 0x0a, 0xe4, 0x62]), 'line 2'],
    ['flow.py', new TextEncoder().encode('print(1)'), 'Python'],
  ])('refuses %s with words', async (name, content, words) => {
    const it = await desk()
    it.picked.push(file(name, content))
    await it.desk.open()
    expect(it.told.at(-1)).toMatchObject({ tone: 'danger' })
    expect(it.told.at(-1)?.text).toContain(words)
    expect(it.now()).toBe('a: 1\n')
  })

  test('refuses what is too large before it reads it', async () => {
    const it = await desk()
    const huge = file('huge.yaml', 'a')
    Object.defineProperty(huge, 'size', { value: 50 * 1024 * 1024 })
    it.picked.push(huge)
    await it.desk.open()
    expect(it.told.at(-1)?.text).toContain('50.0 MB')
  })

  test('opens beside what is open, and takes the place of an untouched sample', async () => {
    const it = await desk()
    await it.desk.openExample('x')
    await it.desk.openExample('y')
    const names = () => it.designer.workspace.entries().map(({ file: { name } }) => name)
    expect(names()).toEqual(['a.yaml', 'y.yaml'])
    it.edit('b: 2\n')
    it.desk.newFile()
    it.desk.newFile()
    expect(names()).toEqual(['a.yaml', 'y.yaml', 'workflow-2.yaml'])
    expect(it.now()).toBe('new: 1\n')
    expect(it.asked).toEqual([])
  })

  test('takes several files at once', async () => {
    const it = await desk()
    it.desk.openAll([
      ok({
        name: 'b.yaml',
        bytes: new TextEncoder().encode('b: 1\n'),
        stamp: { modified: 0, size: 5 },
      }),
      ok({
        name: 'c.yaml',
        bytes: new TextEncoder().encode('c: 1\n'),
        stamp: { modified: 0, size: 5 },
      }),
    ])
    expect(it.designer.workspace.entries().map(({ isActive }) => isActive)).toEqual([
      false,
      false,
      true,
    ])
  })

  test('asks before unsaved work is closed, and keeps it when it may go', async () => {
    const it = await desk()
    it.edit('b: 2\n')
    await it.desk.close()
    expect(it.asked).toHaveLength(1)
    expect(it.now()).toBe('b: 2\na: 1\n')

    it.answers.push('alternative')
    await it.desk.close()
    expect(it.now()).toBe('new: 1\n')
    expect(it.drafts.getSnapshot().previous.map(({ text }) => text)).toEqual(['b: 2\na: 1\n'])
  })

  test('saves first when that is the answer', async () => {
    const it = await desk()
    it.edit('b: 2\n')
    await it.desk.openExample('x')
    it.designer.workspace.show(0)
    it.answers.push('confirm')
    await it.desk.close()
    expect(it.placed).toHaveLength(1)
    expect(it.now()).toBe('example: x\n')
  })

  test('a text without a file leaves it unsaved', async () => {
    const it = await desk()
    it.desk.openText('pasted.yaml', 'kind: Workflow\n')
    expect(it.designer.session.isDirty).toBe(true)
    expect(it.designer.document.getState().file.name).toBe('pasted.yaml')
  })

  test('an example that is not there says so', async () => {
    const it = await desk()
    await it.desk.openExample('gone')
    expect(it.told.at(-1)?.text).toBe('no such example')
  })
})

describe('saving', () => {
  const handle = (fails?: string): FileHandle & { readonly written: Blob[] } => {
    const written: Blob[] = []
    return {
      name: 'a.yaml',
      written,
      getFile: async () => {
        await Promise.resolve()
        if (fails !== undefined) throw Object.assign(new Error('no'), { name: fails })
        return new File(written.slice(-1), 'a.yaml')
      },
      createWritable: async () =>
        Promise.resolve({
          write: async (data) => void written.push(await Promise.resolve(data)),
          close: async () => Promise.resolve(),
        }),
    }
  }
  const withHandle = async (given: FileHandle) => {
    const it = await desk()
    // A browser's handle has more than is used.
    it.designer.actions.renameFile({ name: 'a.yaml', handle: Object.assign({}, given) as Handle })
    return it
  }

  test('goes to the same file', async () => {
    const target = handle()
    const it = await withHandle(target)
    it.edit('b: 2\n')
    expect(await it.desk.save()).toBe(true)
    expect(await target.written[0]?.text()).toBe('b: 2\na: 1\n')
    expect(it.designer.session.isDirty).toBe(false)
    expect(it.placed).toEqual([])
  })

  test('of a file that is gone offers another place', async () => {
    const it = await withHandle(handle('NotFoundError'))
    it.edit('b: 2\n')
    it.answers.push('confirm')
    expect(await it.desk.save()).toBe(true)
    expect(it.asked[0]?.title).toContain('gone')
    expect(await it.placed[0]?.content.text()).toBe('b: 2\na: 1\n')
  })

  test('that is not allowed says so and offers a copy', async () => {
    const it = await withHandle(handle('NotAllowedError'))
    expect(await it.desk.save()).toBe(false)
    expect(it.told.at(-1)).toMatchObject({ tone: 'danger', action: { label: 'Save a copy…' } })
  })
})

describe('the rest', () => {
  test('exports go by format, and leave the text unsaved', async () => {
    const it = await desk()
    it.edit('b: 2\n')
    await it.desk.export('yaml', 'download')
    await it.desk.export('json', 'download')
    await it.desk.export('json', 'copy')
    expect(it.downloads.map(({ name }) => name)).toEqual(['a.yaml', 'a.json'])
    expect(JSON.parse(it.copied[0] ?? '')).toEqual({ a: 1, b: 2 })
    expect(it.designer.session.isDirty).toBe(true)
  })

  test('reverting is a step that can be undone', async () => {
    const it = await desk()
    it.edit('b: 2\n')
    it.desk.revert()
    expect(it.now()).toBe('a: 1\n')
    it.designer.actions.undo()
    expect(it.now()).toBe('b: 2\na: 1\n')
  })

  test('another name is another file', async () => {
    const it = await desk()
    expect(it.desk.rename('b')).toBeUndefined()
    expect(it.designer.document.getState().file).toEqual({ name: 'b.yaml' })
    expect(it.desk.rename('b/c')).toContain('"/"')
  })
})
