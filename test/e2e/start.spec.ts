import { expect, test } from '@playwright/test'
import {
  chooseMenu,
  expectNoAxeViolations,
  openDesigner,
  openText,
  typeInCode,
  watchPage,
} from './support.ts'

test('the page opens with the coin flip, quietly and from its own origin alone', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await expect(page.getByRole('button', { name: 'coinflip.yaml rename' })).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('YAML ok')
  await expect(page.getByRole('contentinfo')).toContainText('No unsaved changes')
  expect(await openText(page)).toContain('generateName: coinflip-')
  watch.expectQuiet()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the page and its menus and dialogs are accessible', async ({ page }) => {
      await openDesigner(page)
      await expectNoAxeViolations(page)

      await page.getByRole('button', { name: 'File', exact: true }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')

      await page.keyboard.press('ControlOrMeta+k')
      await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused()
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')

      await chooseMenu(page, 'Help > Keyboard shortcuts')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoAxeViolations(page)
      await page.keyboard.press('Escape')

      await chooseMenu(page, 'View > Show problems')
      await expect(page.getByRole('button', { name: 'Problems', exact: true })).toBeVisible()
      await expectNoAxeViolations(page)
    })
  })
}

test('commands are found by a few letters and run by keys alone', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused()
  await page.keyboard.type('parallel')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'parallel-steps.yaml rename' })).toBeVisible()
})

test('what is typed right after the key for the commands goes to them, not to the canvas', async ({
  page,
}) => {
  await openDesigner(page)
  await page.waitForLoadState('networkidle')
  await page.locator('[data-card]').first().click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('add')
  await expect(page.getByRole('combobox', { name: 'Command' })).toHaveValue('add')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the theme follows the choice, and stays after a reload', async ({ page }) => {
  await openDesigner(page)
  await chooseMenu(page, 'View')
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('F6 goes round the panes, and keys of the page leave texts alone', async ({ page }) => {
  await openDesigner(page)
  await page.keyboard.press('F6')
  await expect(page.locator('[data-region="toolbar"]')).toBeFocused()
  await page.getByRole('button', { name: 'coinflip.yaml rename' }).click()
  const name = page.getByRole('textbox', { name: 'File name' })
  await name.fill('what?')
  await page.keyboard.type('?')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByText('A file name must not have')).toBeVisible()
  await name.fill('other')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'other.yaml rename' })).toBeVisible()
})

test('a click on a problem shows its place', async ({ page }) => {
  await openDesigner(page)
  await typeInCode(page, '\n')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.type('x: y: z')
  await expect(page.getByRole('contentinfo')).toContainText('YAML broken')
  const count = page.getByRole('button', { name: /^Problems: [1-9]/ })
  await count.click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.getByRole('grid', { name: 'Problems' }).getByRole('row').first().click()
  await expect(page.getByRole('region', { name: 'Code' })).toContainText(/Ln 5\d/)
})
