import { expect, test, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, openText, watchPage } from './support.ts'

/*
 * Where data comes from and goes to: edges on the canvas, lines in the inspector, and going to definitions, finding references and renaming
 * in the code.
 */

test.setTimeout(180_000)

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: orders-
spec:
  entrypoint: main
  arguments:
    parameters:
      - {name: day, value: "2024-05-01"}
  templates:
    - name: main
      inputs:
        parameters:
          - name: day
      steps:
        - - name: list
            template: work
            arguments:
              parameters:
                - {name: in, value: "{{inputs.parameters.day}}"}
        - - name: price
            template: work
            arguments:
              parameters:
                - {name: in, value: "{{steps.list.outputs.result}}"}
        - - name: publish
            template: work
            arguments:
              parameters:
                - {name: in, value: "{{steps.price.outputs.result}} {{steps.gone.id}}"}
    - name: work
      inputs:
        parameters:
          - name: in
      container:
        image: alpine
        command: [echo, "{{inputs.parameters.in}}"]
`

test.beforeEach(async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'orders.yaml', workflow)
})

const card = (page: Page, name: string) =>
  page.locator('[data-card]').filter({ has: page.getByText(name, { exact: true }) })
const code = (page: Page) => page.locator('[data-region="code"]')
const lines = (page: Page, direction: 'in' | 'out') =>
  page.locator(`[data-flow="step"] [data-direction="${direction}"] path`).first()
const inspector = (page: Page) => page.locator('[data-region="inspector"]')
const bottom = (page: Page) => page.locator('[data-region="problems"]')

/** Puts the cursor of the YAML into a word of a line, wherever that is. */
async function cursorOn(page: Page, line: string, word: string): Promise<void> {
  const lines = workflow.split('\n')
  const number = lines.findIndex((text) => text.includes(line))
  const column = (lines[number] ?? '').indexOf(word) + 2
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+g')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.type(`${number + 1}:${column}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('.quick-input-widget')).toBeHidden()
}

test('hovering and selecting a step shows its data as edges and as lines that lead there', async ({
  page,
}) => {
  const watch = watchPage(page)
  await card(page, 'price').hover()
  await expect(lines(page, 'in')).toHaveAttribute('d', /^M/)
  await expect(lines(page, 'out')).toHaveAttribute('d', /^M/)
  await page.mouse.move(5, 5)
  await expect(page.locator('[data-flow="step"]')).toHaveCount(0)

  await card(page, 'publish').click()
  await expect(lines(page, 'in')).toHaveAttribute('d', /^M/)
  await expect(
    inspector(page).getByText('There is no step gone in the template main.'),
  ).toBeVisible()
  await expectNoAxeViolations(page)

  // Go to the producer, and from there to the one before, which takes an input.
  await inspector(page).getByRole('button', { name: 'price.result', exact: true }).click()
  await expect(card(page, 'price')).toHaveAttribute('data-selected', 'true')
  await inspector(page).getByRole('button', { name: 'list.result', exact: true }).click()
  await expect(card(page, 'list')).toHaveAttribute('data-selected', 'true')
  await expect(inspector(page).getByRole('button', { name: 'workflow day' })).toBeVisible()
  // And to a consumer.
  await inspector(page)
    .getByRole('button', { name: /^price/ })
    .click()
  await expect(card(page, 'price')).toHaveAttribute('data-selected', 'true')

  await page.getByRole('button', { name: 'Show all data edges' }).click()
  await expect(page.locator('[data-flow="all"] path')).toHaveAttribute('d', /^M/)
  expect(await openText(page)).toBe(workflow)
  watch.expectQuiet()
})

test('what is wrong with a step is counted on its card, and listed', async ({ page }) => {
  await expect(card(page, 'publish')).toBeVisible()
  const badge = page.getByRole('button', { name: '1 error of publish: show' })
  await badge.click()
  await expect(page.getByRole('dialog', { name: 'Problems of publish' })).toContainText(
    'no step gone',
  )
})

test('references are listed, by the menu of a card and by keys, and follow edits', async ({
  page,
}) => {
  await card(page, 'list').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Find references/ }).click()
  await expect(bottom(page).getByText('1 reference to step list of main')).toBeVisible()
  const found = bottom(page).getByRole('option')
  await expect(found).toHaveCount(2)
  await found.nth(1).click()
  await expect(card(page, 'price')).toHaveAttribute('data-selected', 'true')
  await expectNoAxeViolations(page)

  await cursorOn(page, 'steps.price.outputs', 'price')
  await page.keyboard.press('Shift+F12')
  await expect(bottom(page).getByText('1 reference to step price of main')).toBeVisible()
  await expect(found.first()).toContainText('definition')
})

test('the code goes to definitions, and renames with all that refers', async ({ page }) => {
  await cursorOn(page, 'steps.price.outputs', 'price')
  await page.keyboard.press('F12')
  await expect(card(page, 'price')).toHaveAttribute('data-selected', 'true')
  await cursorOn(page, 'steps.price.outputs', 'price')
  await page.keyboard.press('F2')
  const box = page.locator('.rename-box input')
  await expect(box).toHaveValue('price')
  await box.fill('quote')
  await page.keyboard.press('Enter')
  await expect(card(page, 'quote')).toBeVisible()
  expect(await openText(page)).toBe(
    workflow.replace('name: price', 'name: quote').replace('steps.price.', 'steps.quote.'),
  )
})
