import { expect, test, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, openText, watchPage } from './support.ts'

/*
 * References where they are written: completed in the YAML and picked in the inspector, followed into other files, renamed from their list; and
 * items as a table.
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
      inputs:
        parameters:
          - {name: day, value: "1"}
      steps:
        - - name: list
            templateRef: {name: lib, template: job}
            withItems:
              - {region: eu, size: 1}
              - {region: "7", size: 20}
        - - name: price
            template: work
    - name: work
      container:
        image: alpine
`

const library = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: lib
spec:
  templates:
    - name: job
      container:
        image: alpine
`

const card = (page: Page, name: string) =>
  page.locator('[data-card]').filter({ has: page.getByText(name, { exact: true }) })
const code = (page: Page) => page.locator('[data-region="code"]')
const inspector = (page: Page) => page.locator('[data-region="inspector"]')
const bottom = (page: Page) => page.locator('[data-region="problems"]')
const suggestions = (page: Page) => page.locator('.suggest-widget.visible')

/** Puts the cursor of the YAML behind a line of a text. */
async function cursorAt(page: Page, text: string, line: string): Promise<void> {
  const lines = text.split('\n')
  const number = lines.findIndex((one) => one.includes(line)) + 1
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+g')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.type(`${String(number)}:${String((lines[number - 1] ?? '').length + 1)}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('.quick-input-widget')).toBeHidden()
}

test('what is in scope is offered as soon as a tag is begun, and gets the quotes that it needs', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'orders.yaml', workflow)
  await cursorAt(page, workflow, 'template: work')
  await page.keyboard.press('Enter')
  await page.keyboard.type('when: {{')
  await expect(suggestions(page)).toContainText('steps.list.outputs.result')
  await expect(suggestions(page)).toContainText('inputs.parameters.day')
  await page.keyboard.type('listresu')
  await expect(suggestions(page).locator('.monaco-list-row')).toHaveCount(1)
  await page.keyboard.press('Enter')
  expect(await openText(page)).toBe(
    workflow.replace(
      'template: work\n',
      'template: work\n            when: "{{steps.list.outputs.result}}"\n',
    ),
  )
  watch.expectQuiet()
})

test('a picked reference goes into the arguments of a container', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'orders.yaml', workflow)
  await card(page, 'price').click()
  await inspector(page).getByRole('tab', { name: 'Template' }).click()
  await inspector(page).getByRole('button', { name: 'Insert a reference into Arguments' }).click()
  await page.getByRole('option', { name: 'pod.name' }).click()
  await page.keyboard.press('Tab')
  expect(await openText(page)).toContain('args:')
  expect(await openText(page)).toContain('"{{pod.name}}"')
})

test('items are a table that keeps numbers and quotes', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'orders.yaml', workflow)
  await card(page, 'list').click()
  const size = inspector(page).getByLabel('size of item 1')
  await size.fill('5')
  await size.press('Enter')
  const region = inspector(page).getByLabel('region of item 2')
  await region.fill('8')
  await region.press('Enter')
  expect(await openText(page)).toBe(
    workflow.replace('size: 1}', 'size: 5}').replace('region: "7"', 'region: "8"'),
  )
  await expectNoAxeViolations(page)
})

test('a template is found and renamed in the other file that calls it', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'orders.yaml', workflow)
  await openFile(page, 'lib.yaml', library)
  await expect(code(page).locator('.view-lines')).toContainText('WorkflowTemplate')
  await cursorAt(page, library, '- name: job')
  await page.keyboard.press('Shift+F12')
  await expect(bottom(page).getByRole('option')).toHaveCount(2)
  await bottom(page).getByRole('option').filter({ hasText: 'orders.yaml' }).click()
  await expect(code(page).locator('.view-lines')).toContainText('templateRef')
  await bottom(page).getByRole('button', { name: 'Rename the template' }).click()
  await page.getByLabel('New name of the template').fill('task')
  await page.keyboard.press('Enter')
  await expect(bottom(page).getByRole('status')).toContainText('template task')
  expect(await openText(page)).toBe(library.replace('job', 'task'))
  await expectNoAxeViolations(page)
})
