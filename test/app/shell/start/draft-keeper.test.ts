import { describe, expect, test } from 'vitest'
import { openAutosave } from '../../../../app/platform/index.ts'
import { createDraftKeeper, draftToRestore } from '../../../../app/shell/start/draft-keeper.ts'
import { restoreDraft } from '../../../../app/shell/start/draft-content.ts'
import { createDesigner } from '../../../../app/store/index.ts'
import { FakeBrowser, settle } from '../../platform/fake-drafts.ts'

type Session = { id: string | null }

/** Loads the page in a tab, as `begin` and `openWorkshop` do. */
async function load(browser: FakeBrowser, session: Session = { id: null }) {
  const tab = browser.tab(session)
  const autosave = await openAutosave(tab)
  const designer = createDesigner({ name: 'coinflip.yaml' }, 'a: 1\n', () => browser.time)
  const restored = draftToRestore(autosave)
  if (restored) restoreDraft(designer, restored)
  const drafts = createDraftKeeper(designer, Promise.resolve(autosave), restored)
  await settle()
  return { designer, drafts, autosave, tab, session }
}

type Page = Awaited<ReturnType<typeof load>>

const type = ({ designer }: Page, insert: string): void => {
  const at = designer.session.state.text.length
  designer.actions.edit({ changes: [{ from: at, to: at, insert }], userEvent: 'input.type' })
}

const textOf = ({ designer }: Page): string => designer.session.state.text

describe('drafts', () => {
  test('of nothing are not kept', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    page.designer.actions.select([{ document: 0, path: ['a'] }])
    await browser.wind(1000)
    expect(browser.stored.size).toBe(0)
  })

  test('come back after a reload with selection, view and what is saved', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    type(page, 'b: 2\n')
    page.designer.actions.select([{ document: 0, path: ['a'] }])
    page.designer.actions.setView({
      signatures: new Map([['echo', 'def echo(message: str):']]),
      plainScripts: new Set(['flip']),
      drafts: new Map([['flip', { text: 'def', source: 'pass' }]]),
    })
    await browser.wind(300)
    browser.locks.clear()

    const again = await load(browser, page.session)
    expect(textOf(again)).toBe('a: 1\nb: 2\n')
    expect(again.designer.session.saved).toBe('a: 1\n')
    expect(again.designer.session.state.selection.steps).toEqual([{ document: 0, path: ['a'] }])
    const view = again.designer.view.getState()
    expect(view.signatures.get('echo')).toBe('def echo(message: str):')
    expect(view.plainScripts.has('flip')).toBe(true)
    expect(view.drafts.get('flip')).toEqual({ text: 'def', source: 'pass' })
    expect(again.drafts.getSnapshot().recovered?.text).toBe('a: 1\nb: 2\n')
  })

  test('of a tab that was killed come back in a new one, once', async () => {
    const browser = new FakeBrowser()
    type(await load(browser), 'b: 2\n')
    await browser.wind(300)
    browser.locks.clear()
    const other = await load(browser)
    expect(textOf(other)).toBe('a: 1\nb: 2\n')
    await settle()
    expect(browser.stored.size).toBe(1)
  })

  test('of two tabs are two', async () => {
    const browser = new FakeBrowser()
    const [one, two] = [await load(browser), await load(browser)]
    type(one, 'b: 2\n')
    type(two, 'c: 3\n')
    await browser.wind(300)
    browser.locks.clear()
    expect(textOf(await load(browser, one.session))).toBe('a: 1\nb: 2\n')
    expect(textOf(await load(browser, two.session))).toBe('a: 1\nc: 3\n')
  })

  test('of a text that another took the place of are offered, not put back', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    type(page, 'b: 2\n')
    expect(await page.drafts.giveUp()).toBe(true)
    page.designer.actions.open({ name: 'other.yaml' }, 'c: 3\n')
    await browser.wind(300)
    browser.locks.clear()

    const again = await load(browser)
    expect(textOf(again)).toBe('a: 1\n')
    const [previous] = again.drafts.getSnapshot().previous
    expect(previous?.text).toBe('a: 1\nb: 2\n')
    if (previous) again.drafts.recover(previous)
    expect(textOf(again)).toBe('a: 1\nb: 2\n')
    expect(again.designer.session.isDirty).toBe(true)
    expect(again.drafts.getSnapshot().previous).toEqual([])
  })

  test('that the storage told of too late are offered', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    type(page, 'b: 2\n')
    await browser.wind(300)
    browser.locks.clear()

    const autosave = await openAutosave(browser.tab(page.session))
    const designer = createDesigner({ name: 'coinflip.yaml' }, 'a: 1\n', () => browser.time)
    const drafts = createDraftKeeper(designer, Promise.resolve(autosave), undefined)
    await settle()
    expect(designer.session.state.text).toBe('a: 1\n')
    expect(drafts.getSnapshot().previous.map(({ text }) => text)).toEqual(['a: 1\nb: 2\n'])
  })

  test('that cannot be kept are said not to be', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    browser.storeFails = new Error('no')
    browser.backupFails = true
    type(page, 'b: 2\n')
    await browser.wind(300)
    expect(page.drafts.getSnapshot().autosave?.problem?.code).toBe('unavailable')
    expect(await page.drafts.giveUp()).toBe(false)
  })
})

describe('several files', () => {
  test('all come back after a reload, in their order', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    page.designer.workspace.add({ name: 'b.yaml' }, 'b: 1\n')
    type(page, 'more: 2\n')
    page.designer.workspace.add({ name: 'c.yaml' }, 'c: 1\n')
    page.designer.workspace.show(1)
    await browser.wind(300)
    browser.locks.clear()

    const again = await load(browser, page.session)
    const entries = again.designer.workspace.entries()
    expect(entries.map(({ file, isActive, isDirty }) => [file.name, isActive, isDirty])).toEqual([
      ['coinflip.yaml', false, false],
      ['b.yaml', true, true],
      ['c.yaml', false, false],
    ])
    expect(entries.map(({ tree }) => tree.text)).toEqual(['a: 1\n', 'b: 1\nmore: 2\n', 'c: 1\n'])
  })

  test('of a lost tab are offered when only one that was not drawn is unsaved', async () => {
    const browser = new FakeBrowser()
    const page = await load(browser)
    type(page, 'more: 2\n')
    page.designer.workspace.add({ name: 'b.yaml' }, 'b: 1\n')
    await browser.wind(300)
    browser.locks.clear()

    const other = await load(browser)
    expect(other.designer.workspace.entries().map(({ tree }) => tree.text)).toEqual([
      'a: 1\nmore: 2\n',
      'b: 1\n',
    ])
  })
})
