import { expect, test } from '@playwright/test'
import { chooseMenu, expectNoAxeViolations, openDesigner, openText, watchPage } from './support.ts'

test('A run becomes a test, which fails when the workflow is changed, and is accepted or undone', async ({
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
  const side = (await row.textContent())?.includes('without heads') === true ? 'tails' : 'heads'
  await expectNoAxeViolations(page)

  // The workflow takes the other way: the test turns old, and fails when it runs again.
  const before = await openText(page)
  const editor = page.locator('[data-region="code"] .monaco-editor').first()
  await editor.getByText('metadata:').click()
  await page.keyboard.press('Control+h')
  await page.keyboard.type(`== ${side}`)
  await page.keyboard.press('Tab')
  await page.keyboard.type('== edge')
  await page.keyboard.press('Control+Alt+Enter')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('passed before it was changed')
  await page.getByRole('button', { name: 'Run all' }).click()
  await expect(page.getByRole('status').getByText('1 failed')).toBeVisible()
  const failure = row.getByRole('button', { name: /^heads: phase|^tails: phase/ }).first()
  await expect(failure).toContainText('Succeeded')

  // Its run can be seen, and its place in the file.
  await row.getByRole('button', { name: /^Show the run of/ }).click()
  await expect(page.getByText(/^The run of the test “Succeeded without/)).toBeVisible()
  await page.getByRole('button', { name: 'Tests', exact: true }).click()
  await failure.click()
  await expect(page.getByText('Tests of coinflip.yaml')).toBeVisible()

  // What came is accepted, and taken back: then the bytes are those of before.
  const recorded = await openText(page)
  await page.getByRole('button', { name: /^Accept what came for/ }).click()
  await expect.poll(() => openText(page)).not.toBe(recorded)
  await chooseMenu(page, 'Edit > Undo')
  expect(await openText(page)).toBe(recorded)
  await page.getByRole('button', { name: 'Show coinflip.yaml' }).click()
  await chooseMenu(page, 'Edit > Undo')
  await expect.poll(() => openText(page)).toBe(before)
  await expect(row).toContainText('passed')
  quiet.expectQuiet()
})
