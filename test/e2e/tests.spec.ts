import { expect, test } from '@playwright/test'
import { chooseMenu, expectNoAxeViolations, openDesigner, watchPage } from './support.ts'

test('A run becomes a test by a click, which is listed and passes', async ({ page }) => {
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
  quiet.expectQuiet()
})
