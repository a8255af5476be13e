import { expect, test, type Page } from '@playwright/test'
import { openDesigner, openFile, openText, watchPage } from './support.ts'

/*
 * The YAML completes and explains itself, by keyboard alone.
 */

test.setTimeout(90_000)

const manifest = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: hello-
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: greet
        template: say
        arguments:
          parameters:
          - name: whom
            value: world
  - name: say
    inputs:
      parameters:
      - name: whom
    container:
      image: alpine:3.20
      command: [echo, "{{inputs.parameters.whom}}"]
`

test.beforeEach(async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'hello.yaml', manifest)
  await expect(page.locator('[data-region="code"] .view-lines')).toContainText('hello-')
})

const code = (page: Page) => page.locator('[data-region="code"]')
const suggestions = (page: Page) => page.locator('.suggest-widget.visible')

/** Puts the cursor at the end of the first line that holds a text. */
async function goToEnd(page: Page, line: string): Promise<void> {
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+Home')
  await code(page).locator('.view-line').filter({ hasText: line }).first().click()
  await page.keyboard.press('End')
}

async function expectOffered(page: Page, ...labels: readonly string[]): Promise<void> {
  await expect(suggestions(page)).toBeVisible()
  for (const label of labels)
    await expect(
      suggestions(page).locator('.monaco-list-row .label-name', {
        hasText: new RegExp(`^${label}$`),
      }),
    ).toBeVisible()
}

test('keys are offered while they are typed, and bring the beginning of their value', async ({
  page,
}) => {
  const watch = watchPage(page)
  await goToEnd(page, 'entrypoint: main')
  await page.keyboard.press('Enter')
  await page.keyboard.type('podG')
  await expectOffered(page, 'podGC')
  await page.keyboard.press('Enter')
  // The first thing below it is offered at once; values come after its key.
  await expectOffered(page, 'strategy', 'labelSelector')
  await page.keyboard.type('strat')
  await expectOffered(page, 'strategy')
  await page.keyboard.press('Enter')
  await expectOffered(page, 'OnPodCompletion', 'OnWorkflowSuccess')
  await page.keyboard.type('OnPodS')
  await page.keyboard.press('Enter')
  expect(await openText(page)).toBe(
    manifest.replace(
      '  entrypoint: main\n',
      '  entrypoint: main\n  podGC:\n    strategy: OnPodSuccess\n',
    ),
  )
  watch.expectQuiet()
})

test('names of templates, and what a template takes, are offered on request', async ({ page }) => {
  await goToEnd(page, 'template: say')
  await page.keyboard.press('Control+Space')
  await expectOffered(page, 'say')
  await page.keyboard.press('Escape')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key)
  await page.keyboard.press('Control+Space')
  await expectOffered(page, 'whom')
  await page.keyboard.press('Escape')
  expect(await openText(page)).toBe(manifest)
})

test('Enter makes a new line where nothing would change, and one undo takes a completion back', async ({
  page,
}) => {
  await goToEnd(page, 'entrypoint: main')
  await page.keyboard.press('Enter')
  await page.keyboard.type('suspend: true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('priority: 3')
  const typed = manifest.replace('main\n', 'main\n  suspend: true\n  priority: 3\n')
  expect(await openText(page)).toBe(typed)
  await goToEnd(page, 'priority: 3')
  await page.keyboard.press('Enter')
  await page.keyboard.type('hook')
  await expectOffered(page, 'hooks')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect(await openText(page)).toContain('  hooks:\n    \n')
  await goToEnd(page, 'hooks:')
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toContain('  hook\n')
})

test('fields and names are explained by key', async ({ page }) => {
  await goToEnd(page, 'entrypoint: main')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+F1')
  const hover = page.locator('.monaco-hover').filter({ hasText: 'starts' })
  await expect(hover).toContainText('name of a template')
  await page.keyboard.press('Escape')
  await goToEnd(page, 'template: say')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+F1')
  await expect(
    page.locator('.monaco-hover').filter({ hasText: 'container template' }),
  ).toContainText('at line 16')
})

test('fields that Argo does not have, and text that is read otherwise, are among the problems', async ({
  page,
}) => {
  await openFile(
    page,
    'traps.yaml',
    manifest.replace('value: world', 'value: yes').replace('command:', 'comand:'),
  )
  const problems = page.getByRole('button', { name: /problem/i }).first()
  await expect(problems).toBeVisible()
  await problems.click()
  const panel = page.locator('[data-region="problems"]')
  await expect(panel).toContainText('Did you mean `command`?')
  await expect(panel).toContainText('`yes` is read as `true`')
})

test('functions are offered in an expression, and the cursor goes between their parentheses', async ({
  page,
}) => {
  const watch = watchPage(page)
  await goToEnd(page, 'template: say')
  for (let line = 0; line < 4; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  for (let at = 0; at < 'world'.length; at++) await page.keyboard.press('Backspace')
  await page.keyboard.type('"{{=asI')
  await expectOffered(page, 'asInt')
  await page.keyboard.press('Enter')
  await page.keyboard.type("'5'")
  await page.keyboard.press('Escape')
  const typed = manifest.replace('value: world', `value: "{{=asInt('5')}}"`)
  expect(await openText(page)).toBe(typed)
  await code(page).locator('.view-line').filter({ hasText: 'asInt' }).getByText('asInt').hover()
  await expect(page.locator('.monaco-hover', { hasText: 'asInt(value)' })).toBeVisible()
  watch.expectQuiet()
})
