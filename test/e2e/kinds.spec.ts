import { expect, test, type Page } from '@playwright/test'
import {
  chooseMenu,
  expectNoAxeViolations,
  openDesigner,
  openFile,
  openText,
  savedBytes,
  typeInCode,
  waitForDesigner,
} from './support.ts'

const cron = `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata:
  name: nightly
spec:
  schedules:
  - 0 3 * * 1-5 # at night
  timezone: America/New_York
  workflowSpec:
    entrypoint: main
    templates:
    - name: main
      steps:
      - - name: say
          templateRef:
            name: lib
            template: echo
`

const library = `# settings first
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: lib
spec:
  templates:
  - name: echo
    inputs:
      parameters:
      - name: message
    container: {image: alpine}
`

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: hello-
spec: # what it does
  entrypoint: main

  templates:
  - name: main
    script:
      image: python
      source: |
        print(1)

        print(2)
`

const files = (page: Page) => page.getByRole('navigation', { name: 'Files' })
const toolbar = (page: Page) => page.getByRole('banner')
const canvas = (page: Page) => page.getByRole('region', { name: 'Canvas' })

async function showWorkflowTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Workflow', exact: true }).click()
}

test.describe('schedules', () => {
  test.use({ timezoneId: 'Europe/Berlin' })

  test('are told in words with their next runs, in their zone and here', async ({ page }) => {
    // Friday; New York changes its clocks on Sunday.
    await page.clock.install({ time: new Date('2024-03-08T12:00:00Z') })
    await openDesigner(page)
    await openFile(page, 'nightly.yaml', cron)
    await showWorkflowTab(page)
    await expect(page.getByText('At 03:00, Monday through Friday')).toBeVisible()
    const runs = page.getByRole('region', { name: 'Next runs' })
    await expect(runs).toContainText('America/New_York')
    await expect(runs.getByRole('term').first()).toHaveText('Mon 11 Mar 03:00')
    await expect(runs.getByRole('definition').first()).toHaveText('08:00 here')

    const field = page.getByRole('combobox', { name: 'Schedule 1' })
    await field.fill('0 3 * * 7')
    await expect(page.getByText('7 is not a day. Sunday is 0, or sun.')).toBeVisible()
    await field.fill('30 12 13 * 5')
    await expect(page.getByText('At 12:30, on day 13 of the month or on Friday')).toBeVisible()
    await field.press('Enter')
    await expect(runs.getByRole('term').first()).toHaveText('Fri 8 Mar 12:30')
    expect(await openText(page)).toBe(cron.replace('0 3 * * 1-5 #', '30 12 13 * 5 #'))

    await page.getByRole('button', { name: 'Add a schedule' }).click()
    const second = page.getByRole('combobox', { name: 'Schedule 2' })
    await second.fill('@hourly')
    await second.press('Enter')
    await expect(runs.getByRole('term').first()).toHaveText('Fri 8 Mar 08:00')
    await page.getByRole('button', { name: 'Remove schedule 1' }).click()
    await expect(page.getByRole('combobox', { name: 'Schedule 2' })).toBeHidden()
    expect(await openText(page)).toContain('schedules:\n  - "@hourly"\n  timezone')
    await expectNoAxeViolations(page)
  })
})

test('a kind is switched there and back with the bytes of before', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'hello.yaml', workflow)
  await showWorkflowTab(page)
  const kind = page.getByRole('combobox', { name: 'Kind' })
  const choose = async (name: string) => {
    await kind.click()
    await page.getByRole('option', { name: new RegExp(`^${name}\\b`) }).click()
  }
  await choose('CronWorkflow')
  await expect(page.getByText('Every hour')).toBeVisible()
  const nested = await openText(page)
  expect(nested).toContain('  workflowSpec:\n    entrypoint: main\n\n    templates:')
  expect(nested).toContain('name: hello\n')
  await choose('Workflow')
  await expect(kind).toContainText('Workflow')
  expect(await openText(page)).toBe(workflow)
  await toolbar(page).getByRole('button', { name: /^Undo/ }).click()
  expect(await openText(page)).toBe(nested)

  // What would be lost is asked for.
  await openFile(page, 'nightly.yaml', cron)
  await showWorkflowTab(page)
  await choose('WorkflowTemplate')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('spec.schedules and spec.timezone')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(await openText(page)).toBe(cron)
})

test('documents are listed, added, moved and removed with every other byte in place', async ({
  page,
}) => {
  await openDesigner(page)
  await openFile(page, 'lib.yaml', library)
  const list = files(page)
  await expect(list.getByRole('button', { name: 'lib WorkflowTemplate' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await list.getByRole('button', { name: 'settings ConfigMap' }).click()
  await expect(canvas(page)).toContainText('a ConfigMap')

  await list.getByRole('button', { name: 'Add a file or document' }).click()
  await page.getByRole('menuitem', { name: 'CronWorkflow' }).click()
  await expect(list.getByRole('button', { name: 'cron CronWorkflow' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  expect((await openText(page)).startsWith(`${library}---\n`)).toBe(true)

  await list.getByRole('button', { name: 'More for CronWorkflow cron' }).click()
  await page.getByRole('menuitem', { name: 'Remove from the file' }).click()
  expect(await openText(page)).toBe(library)
  await list.getByRole('button', { name: 'More for ConfigMap settings' }).click()
  await page.getByRole('menuitem', { name: 'Move down' }).click()
  expect(await openText(page)).toMatch(/^apiVersion: argoproj[^]*---\n# settings first/)
  await toolbar(page).getByRole('button', { name: /^Undo/ }).click()
  expect(await openText(page)).toBe(library)
})

test('two files are open: a reference is followed, checked and come back from', async ({
  page,
}) => {
  await openDesigner(page)
  await openFile(page, 'nightly.yaml', cron)
  const card = canvas(page).getByText('lib / echo')
  await card.dblclick()
  const words =
    'WorkflowTemplate lib is not open. Open its file to see what it needs and to go inside.'
  await expect(page.getByText(words).first()).toBeVisible()
  await openFile(page, 'lib.yaml', library)
  await files(page)
    .getByRole('button', { name: /^nightly.yaml/ })
    .click()
  await expect(canvas(page)).toContainText('lib / echo')
  await card.dblclick()
  await expect(toolbar(page).getByRole('button', { name: 'lib.yaml' })).toBeVisible()
  await expect(canvas(page)).toContainText('echo')
  await page.getByRole('button', { name: 'Back to main' }).click()
  await expect(toolbar(page).getByRole('button', { name: 'nightly.yaml' })).toBeVisible()

  // A template that the found one lacks is an error.
  await page.keyboard.press('Alt+PageDown')
  await expect(toolbar(page).getByRole('button', { name: 'lib.yaml' })).toBeVisible()
  await page.keyboard.press('Alt+PageUp')
  await typeInCode(page, '      - - name: other\n')
  await page.keyboard.type('  templateRef: {name: lib, template: none}')
  await expect(page.getByRole('button', { name: /^Problems: [1-9]/ })).toBeVisible()
})

test('every open file is back after a reload, and none is closed unasked', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'nightly.yaml', cron)
  await typeInCode(page, '# mine\n')
  await openFile(page, 'lib.yaml', library)
  await page.waitForTimeout(800)
  await page.reload()
  await waitForDesigner(page)
  const list = files(page)
  await expect(
    list.getByRole('button', { name: 'nightly.yaml', exact: false }).first(),
  ).toBeVisible()
  await expect(toolbar(page).getByRole('button', { name: 'lib.yaml' })).toBeVisible()
  await list.getByRole('button', { name: /^nightly.yaml/ }).click()
  expect(await openText(page)).toBe(`${cron}# mine\n`)
  await chooseMenu(page, 'File > Close file')
  await expect(page.getByRole('alertdialog')).toContainText('Save the changes to nightly.yaml')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toolbar(page).getByRole('button', { name: 'lib.yaml' })).toBeVisible()
  expect((await savedBytes(page)).toString('utf8')).toBe(library)
})

test('a template is renamed in all open files, and undone in all at once', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'nightly.yaml', cron)
  await openFile(page, 'lib.yaml', library)
  await page.getByRole('tab', { name: 'Template', exact: true }).click()
  const name = page
    .locator('[data-region="inspector"]')
    .getByRole('textbox', { name: 'Name', exact: true })
    .first()
  await name.fill('say')
  await name.press('Enter')
  await expect(page.getByText('Renamed in nightly.yaml as well')).toBeVisible()
  expect(await openText(page)).toBe(library.replace('name: echo', 'name: say'))
  await files(page)
    .getByRole('button', { name: /^nightly.yaml/ })
    .click()
  expect(await openText(page)).toBe(cron.replace('template: echo', 'template: say'))
  await toolbar(page).getByRole('button', { name: /^Undo/ }).click()
  expect(await openText(page)).toBe(cron)
  await files(page)
    .getByRole('button', { name: /^lib.yaml/ })
    .click()
  expect(await openText(page)).toBe(library)
})
