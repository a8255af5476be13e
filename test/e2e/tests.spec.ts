import { expect, test } from '@playwright/test'
import { chooseMenu, expectNoAxeViolations, openDesigner, watchPage } from './support.ts'

test('A run becomes a test by a click, which fails after a step is deleted, and passes after undo', async ({
  page,
}) => {
  const quiet = watchPage(page)
  await openDesigner(page)
  await chooseMenu(page, 'File > Open example > Coin flip')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tree', { name: 'Nodes of the run' })).toBeVisible()
  await page.getByRole('button', { name: 'Tests', exact: true }).click()
  await expect(page.getByText('No tests of this workflow are open')).toBeVisible()
  // Python is fetched and started first.
  await page.getByRole('button', { name: 'Record the run as a test' }).click({ timeout: 60_000 })
  const file = page.getByRole('region', { name: 'coinflip.test.yaml' })
  const row = file.getByRole('listitem').filter({ hasText: /^Succeeded without (heads|tails)/ })
  await expect(row).toContainText(/passed · /)
  await expectNoAxeViolations(page)

  const canvas = page.getByRole('application')
  await canvas.getByText('tails', { exact: true }).first().click()
  await page.keyboard.press('Delete')
  await expect(row).toContainText('passed before it was changed')
  await file.getByRole('button', { name: /^Run the test / }).click()
  await expect(row).toContainText(/failed · /, { timeout: 30_000 })
  await expect(row).toContainText('tails')
  await expectNoAxeViolations(page)
  await canvas.getByText('heads', { exact: true }).first().click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(canvas.getByText('tails', { exact: true }).first()).toBeVisible()
  await file.getByRole('button', { name: /^Run the test / }).click()
  await expect(row).toContainText(/passed · /, { timeout: 30_000 })
  quiet.expectQuiet()
})
