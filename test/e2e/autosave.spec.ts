import { expect, test, type Page } from '@playwright/test'
import { openDesigner, openText, toasts, typeInCode, waitForDesigner } from './support.ts'

const kept = (page: Page) => page.getByRole('contentinfo').getByText(/Draft kept at/)

test('a reload in the middle of typing loses nothing', async ({ page }) => {
  await openDesigner(page)
  await typeInCode(page, '\n# half a wor')
  await page.reload()
  await waitForDesigner(page)
  await expect(toasts(page)).toContainText('Recovered your unsaved work from')
  expect(await openText(page)).toMatch(/# half a wor$/)

  await toasts(page).getByRole('button', { name: 'Discard' }).click()
  await expect(toasts(page)).toContainText('discarded')
  expect(await openText(page)).not.toContain('half a wor')
})

test('a tab that is killed leaves its work to the next', async ({ page, context }) => {
  await openDesigner(page)
  await typeInCode(page, '\n# killed')
  await expect(kept(page)).toBeVisible()
  await page.close({ runBeforeUnload: false })

  const next = await context.newPage()
  await openDesigner(next)
  await expect(toasts(next)).toContainText('Recovered your unsaved work from')
  expect(await openText(next)).toContain('# killed')
})

test('two tabs keep two drafts', async ({ page, context }) => {
  const other = await context.newPage()
  await openDesigner(page)
  await openDesigner(other)
  await typeInCode(page, '\n# one')
  await typeInCode(other, '\n# two')
  await expect(kept(page)).toBeVisible()
  await expect(kept(other)).toBeVisible()
  await page.reload()
  await other.reload()
  await waitForDesigner(page)
  await waitForDesigner(other)
  expect(await openText(page)).toContain('# one')
  expect(await openText(other)).toContain('# two')
})

test('a full storage is told of for as long as it is full, and leaving asks', async ({ page }) => {
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    Object.defineProperty(IDBObjectStore.prototype, 'put', { value: full })
    Object.defineProperty(Storage.prototype, 'setItem', { value: full })
  })
  await openDesigner(page)
  await typeInCode(page, '\n# nowhere to go')
  const warning = page.getByRole('contentinfo').getByRole('alert')
  await expect(warning).toContainText('storage is full')
  await expect(warning).toContainText('save it to a file')

  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  expect(await openText(page)).toContain('# nowhere to go')
})

test('a storage that is forbidden is told of, and the page works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await openDesigner(page)
  await typeInCode(page, '\n# spare')
  await expect(page.getByRole('contentinfo').getByRole('alert')).toContainText('spare storage')
  await page.reload()
  await waitForDesigner(page)
  expect(await openText(page)).toContain('# spare')
})
