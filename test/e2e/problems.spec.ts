import { expect, test, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, openText, watchPage } from './support.ts'

/*
 * Problems where they show: at the light bulb of the code, in their list and on the cards, with what mends them; and how they are looked for.
 */

test.setTimeout(180_000)

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: orders-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: first
            template: worc # the one
        - - name: second
            template: work
          - name: third
            template: other
    - name: other
      dag:
        tasks:
          - name: one
            template: work
            depends: gone
    - name: work
      container:
        image: alpine:3.20
`
const fixed = workflow.replace('worc', 'work')

const card = (page: Page, name: string) =>
  page.locator('[data-card]').filter({ has: page.getByText(name, { exact: true }) })
const code = (page: Page) => page.locator('[data-region="code"]')
const canvas = (page: Page) => page.locator('[data-region="canvas"]')
const status = (page: Page) => page.getByRole('button', { name: /^Problems: / })
const panel = (page: Page) => page.locator('[data-region="problems"]')
const rows = (page: Page) => panel(page).getByRole('row')

/** Puts the cursor of the YAML behind a text. */
async function cursorBehind(page: Page, text: string, mark: string): Promise<void> {
  const before = text.slice(0, text.indexOf(mark) + mark.length).split('\n')
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+g')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.type(`${String(before.length)}:${String((before.at(-1) ?? '').length + 1)}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('.quick-input-widget')).toBeHidden()
}

async function openOrders(page: Page): Promise<void> {
  await openDesigner(page)
  await openFile(page, 'orders.yaml', workflow)
  await expect(status(page)).toHaveAccessibleName(/2 errors/)
}

test('a squiggle is mended at the light bulb, and undo gives the bytes of before', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openOrders(page)
  await expect(code(page).locator('.squiggly-error').first()).toBeVisible()
  await cursorBehind(page, workflow, 'template: worc')
  await page.keyboard.press('ControlOrMeta+.')
  const list = page.locator('.action-widget').first()
  await expect(list).toContainText('Call work')
  await expect(list).toContainText('Add a template worc')
  await expect(list).toContainText('Turn off here: template-unknown')
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveAccessibleName(/1 error,/)
  expect(await openText(page)).toBe(fixed)
  await expect(page.getByRole('button', { name: 'Undo fix: Call work' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo fix: Call work' }).click()
  await expect(status(page)).toHaveAccessibleName(/2 errors/)
  expect(await openText(page)).toBe(workflow)
  watch.expectQuiet()
})

test('hovering says what is wrong, and which rule says so', async ({ page }) => {
  await openOrders(page)
  await cursorBehind(page, workflow, 'template: worc')
  await page.keyboard.press('Shift+F1')
  const hover = page.locator('.monaco-hover').filter({ hasText: 'There is no template worc' })
  await expect(hover).toBeVisible()
  await expect(hover).toContainText('A step calls a template that is not in the file.')
})

test('a problem is mended, filtered and turned off in the list, by keys', async ({ page }) => {
  const watch = watchPage(page)
  await openOrders(page)
  await status(page).click()
  await expect(rows(page)).toHaveCount(2)
  await rows(page).first().focus()
  await page.keyboard.press('Control+.')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Fix: Call work' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await panel(page).getByRole('searchbox').fill('no task gone')
  await expect(rows(page)).toHaveCount(1)
  await panel(page).getByRole('searchbox').fill('nothing like that')
  await expect(panel(page)).toContainText('None of the problems fits the filter')
  await panel(page).getByRole('button', { name: 'Show all' }).click()

  await panel(page)
    .getByRole('button', { name: /^Fix template-unknown/ })
    .click()
  await menu.getByRole('menuitem', { name: 'Fix: Call work' }).click()
  await expect(rows(page)).toHaveCount(1)
  expect(await openText(page)).toBe(fixed)

  await panel(page)
    .getByRole('button', { name: /dependency-unknown/ })
    .click()
  await menu.getByRole('menuitem', { name: 'Turn off here' }).click()
  await expect(panel(page)).toContainText('No problems found')
  expect(await openText(page)).toBe(
    fixed.replace(
      '            depends: gone',
      '            # stepwright: ignore dependency-unknown\n            depends: gone',
    ),
  )
  await page.locator('body').press('ControlOrMeta+z')
  await page.locator('body').press('ControlOrMeta+z')
  expect(await openText(page)).toBe(workflow)
  watch.expectQuiet()
})

test('the badge of a card says what is wrong and mends it; what a card calls is counted calmly', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openOrders(page)
  await expect(
    canvas(page).getByRole('button', { name: '1 error of what third calls: show' }),
  ).toBeVisible()
  await card(page, 'first').click()
  await page.keyboard.press('p')
  const popover = page.getByRole('dialog', { name: 'Problems of first' })
  await expect(popover).toContainText('There is no template worc')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(popover).toBeHidden()
  await expect(card(page, 'first')).toBeFocused()
  await page.keyboard.press('p')
  await popover.getByRole('button', { name: 'Call work' }).press('Enter')
  await expect(popover).toBeHidden()
  await expect(canvas(page).getByRole('button', { name: /of first: show/ })).toHaveCount(0)
  await expect(card(page, 'first')).toBeFocused()
  expect(await openText(page)).toBe(fixed)

  await canvas(page).getByRole('button', { name: '1 error of what third calls: show' }).click()
  const inside = page.getByRole('dialog', { name: 'Problems of what third calls' })
  await inside.getByRole('button', { name: 'Show in the list' }).click()
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(card(page, 'one')).toBeVisible()
  await expect(canvas(page).getByRole('button', { name: '1 error of one: show' })).toBeVisible()
  watch.expectQuiet()
})

test('F8 goes from problem to problem, through templates, and round; what is selected is marked in the list', async ({
  page,
}) => {
  await openOrders(page)
  await status(page).click()
  await card(page, 'second').click()
  await page.keyboard.press('F8')
  await expect(card(page, 'first')).toHaveAttribute('data-selected', 'true')
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true')
  await expect(rows(page).first()).toHaveAttribute('data-related', 'true')
  await page.keyboard.press('F8')
  await expect(card(page, 'one')).toHaveAttribute('data-selected', 'true')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('F8')
  await expect(card(page, 'first')).toHaveAttribute('data-selected', 'true')
  await page.keyboard.press('Shift+F8')
  await expect(card(page, 'one')).toHaveAttribute('data-selected', 'true')

  // In the code the keys stay there, and the words show beside the place.
  await cursorBehind(page, workflow, 'entrypoint: main')
  await page.keyboard.press('F8')
  await expect(code(page)).toContainText('Ln 11')
  await expect(page.locator('.monaco-hover')).toContainText('There is no template worc')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+F8')
  await expect(code(page)).toContainText('Ln 21')
})

test('settings say which rules hold, and outlive the page', async ({ page }) => {
  const watch = watchPage(page)
  await openOrders(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('problem settings')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Problem settings' })
  await dialog.getByRole('searchbox').fill('template-unknown')
  await expectNoAxeViolations(page)
  await dialog.getByRole('checkbox', { name: 'template-unknown', exact: true }).click()
  await expect(dialog).toContainText('1 turned off')
  await dialog.getByRole('combobox', { name: 'Version of Argo' }).click()
  await page.getByRole('option', { name: '3.6' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(status(page)).toHaveAccessibleName(/1 error,/)
  await page.reload()
  await expect(status(page)).toHaveAccessibleName(/1 error,/)
  await status(page).click()
  await panel(page).getByRole('button', { name: 'Problem settings' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Version of Argo' })).toHaveText('3.6')
  await dialog.getByRole('button', { name: 'Turn all on' }).click()
  await page.keyboard.press('Escape')
  await expect(status(page)).toHaveAccessibleName(/2 errors/)
  expect(await openText(page)).toBe(workflow)
  watch.expectQuiet()
})
