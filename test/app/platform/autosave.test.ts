import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAutosave, type Autosave, type DraftContent } from '../../../app/platform/index.ts'
import { FakeBrowser, settle } from './fake-drafts.ts'

const content = (text: string, savedText?: string): DraftContent => ({
  fileName: 'a.yaml',
  text,
  notes: null,
  ...(savedText !== undefined && { savedText }),
})

const foundBy = (autosave: Autosave) => {
  if (!autosave.found.ok) throw new Error(autosave.found.error.message)
  const { own, others } = autosave.found.value
  return { own: own?.text, others: others.map(({ text }) => text) }
}

const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })

describe('a change', () => {
  test('is safe 300 ms later, however fast others follow', async () => {
    const browser = new FakeBrowser()
    const autosave = await openAutosave(browser.tab())
    autosave.change(content('a'))
    await browser.wind(200)
    autosave.change(content('ab'))
    expect(autosave.getSnapshot().pending).toBe(true)
    expect(browser.stored.size).toBe(0)
    await browser.wind(100)
    expect(browser.stored.get(autosave.id)).toMatchObject({ text: 'ab' })
    expect(autosave.getSnapshot()).toMatchObject({ pending: false, problem: undefined })
  })

  test('that comes during a write is written after it', async () => {
    const browser = new FakeBrowser()
    const autosave = await openAutosave(browser.tab())
    let open = (): void => undefined
    browser.gate = new Promise((resolve) => (open = resolve))
    autosave.change(content('old'))
    await browser.wind(300)
    autosave.change(content('new'))
    await browser.wind(300)
    expect(browser.stored.size).toBe(0)
    open()
    await settle()
    expect(browser.stored.get(autosave.id)).toMatchObject({ text: 'new' })
    expect(autosave.getSnapshot().pending).toBe(false)
  })

  test('is kept at once when the page is hidden, and the spare copy goes when the write is done', async () => {
    const browser = new FakeBrowser()
    const tab = browser.tab()
    const autosave = await openAutosave(tab)
    autosave.change(content('a'))
    tab.hide()
    expect(browser.backups.size).toBe(1)
    await settle()
    expect(browser.stored.get(autosave.id)).toMatchObject({ text: 'a' })
    expect(browser.backups.size).toBe(0)
  })

  test('that was hidden and killed is found in the spare copy', async () => {
    const browser = new FakeBrowser()
    const session = { id: null }
    const tab = browser.tab(session)
    const autosave = await openAutosave(tab)
    autosave.change(content('a'))
    await browser.wind(300)
    browser.gate = new Promise(() => undefined)
    browser.time += 10
    autosave.change(content('ab'))
    tab.hide()
    browser.locks.clear()
    expect(foundBy(await openAutosave(browser.tab(session)))).toEqual({ own: 'ab', others: [] })
  })
})

describe('a storage that fails', () => {
  test('is told, and told no more once it works again', async () => {
    const browser = new FakeBrowser()
    const autosave = await openAutosave(browser.tab())
    browser.storeFails = full
    browser.backupFails = true
    autosave.change(content('a'))
    await browser.wind(300)
    expect(autosave.getSnapshot()).toMatchObject({ pending: true, problem: { code: 'full' } })
    browser.storeFails = undefined
    await browser.wind(5000)
    expect(autosave.getSnapshot()).toMatchObject({ pending: false, problem: undefined })
    expect(browser.stored.get(autosave.id)).toMatchObject({ text: 'a' })
  })

  test('leaves the spare copy, and that is told, too', async () => {
    const browser = new FakeBrowser()
    browser.storeFails = new Error('private window')
    const session = { id: null }
    const autosave = await openAutosave(browser.tab(session))
    expect(autosave.getSnapshot().problem?.code).toBe('unavailable')
    autosave.change(content('a'))
    await browser.wind(300)
    expect(autosave.getSnapshot().problem?.code).toBe('only-backup')
    browser.locks.clear()
    expect(foundBy(await openAutosave(browser.tab(session))).own).toBe('a')
  })

  test('has no spare copy of a large text', async () => {
    const browser = new FakeBrowser()
    browser.storeFails = full
    const autosave = await openAutosave(browser.tab())
    autosave.change(content('a'.repeat(600_000)))
    await browser.wind(300)
    expect(autosave.getSnapshot().problem?.code).toBe('full')
  })
})

describe('tabs', () => {
  test('have a draft each, a duplicated one as well', async () => {
    const browser = new FakeBrowser()
    const session = { id: null }
    const first = await openAutosave(browser.tab(session))
    const second = await openAutosave(browser.tab(session))
    expect(second.id).not.toBe(first.id)
  })

  test('are offered unsaved work of tabs that are gone, newest first, and of no living one', async () => {
    const browser = new FakeBrowser()
    for (const [text, saved] of [['one'], ['two'], ['saved', 'saved'], ['living']] as const) {
      const autosave = await openAutosave(browser.tab())
      autosave.change(content(text, saved))
      await browser.wind(300)
      if (text !== 'living') browser.locks.delete(autosave.id)
    }
    expect(foundBy(await openAutosave(browser.tab()))).toEqual({
      own: undefined,
      others: ['two', 'one'],
    })
  })

  test('offer no draft that was discarded', async () => {
    const browser = new FakeBrowser()
    const session = { id: null }
    const autosave = await openAutosave(browser.tab(session))
    autosave.change(content('a'))
    await browser.wind(300)
    autosave.change(content('ab'))
    await autosave.discard(autosave.id)
    await browser.wind(300)
    expect(browser.stored.size + browser.backups.size).toBe(0)
  })

  test('sweep out what is older than a month', async () => {
    const browser = new FakeBrowser()
    const autosave = await openAutosave(browser.tab())
    autosave.change(content('old'))
    await browser.wind(300)
    browser.locks.clear()
    browser.time += 31 * 24 * 60 * 60 * 1000
    expect(foundBy(await openAutosave(browser.tab())).others).toEqual([])
    expect(browser.stored.size).toBe(0)
  })

  test('are not stopped by what is no draft', async () => {
    const browser = new FakeBrowser()
    browser.stored.set('x', { id: 1 })
    browser.backups.set('y', '{broken')
    expect(foundBy(await openAutosave(browser.tab()))).toEqual({ own: undefined, others: [] })
  })
})

test('whenever a tab is killed, what was there 300 ms before is found', async () => {
  const steps = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(steps, async (pauses) => {
      const browser = new FakeBrowser()
      const session = { id: null }
      const autosave = await openAutosave(browser.tab(session))
      const history: { readonly at: number; readonly text: string }[] = []
      for (const [index, pause] of pauses.entries()) {
        history.push({ at: browser.time, text: `version ${index}` })
        autosave.change(content(`version ${index}`))
        for (let rest = pause; rest > 0; rest -= 50) await browser.wind(Math.min(50, rest))
      }
      browser.locks.clear()
      const found = foundBy(await openAutosave(browser.tab(session))).own
      const least = history.filter(({ at }) => at <= browser.time - 350).length - 1
      const at = history.findIndex(({ text }) => text === found)
      expect(at).toBeGreaterThanOrEqual(least)
    }),
    { numRuns: 30 },
  )
})

describe('a text that is given up', () => {
  test('is found by later tabs, beside what this tab goes on with', async () => {
    const browser = new FakeBrowser()
    const autosave = await openAutosave(browser.tab())
    const kept = await autosave.keep(content('old', ''))
    autosave.change(content('new', ''))
    await browser.wind(300)
    expect(kept).toMatchObject({ text: 'old' })
    expect(kept?.id).not.toBe(autosave.id)
    browser.locks.clear()
    const later = await openAutosave(browser.tab())
    expect(foundBy(later).others.toSorted()).toEqual(['new', 'old'])
    if (kept) await later.discard(kept.id)
    expect(browser.stored.size).toBe(1)
  })

  test('is told of when it could not be stored', async () => {
    const browser = new FakeBrowser()
    const autosave = await openAutosave(browser.tab())
    browser.storeFails = full
    expect(await autosave.keep(content('old'))).toBeUndefined()
  })
})
