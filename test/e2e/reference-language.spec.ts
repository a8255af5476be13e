import { expect, test, type Page } from '@playwright/test'
import {
  expectNoAxeViolations,
  openDesigner,
  openFile,
  openText,
  toasts,
  watchPage,
} from './support.ts'

/*
 * References in the YAML and in scripts: what is said of them, and renamed by F2; and problems in unfolded cards, by badge, list and key.
 */

test.setTimeout(180_000)

const library = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: lib
spec:
  templates:
    - name: job
      inputs:
        parameters:
          - {name: size, value: "3", enum: ["3", "4"]}
      outputs:
        parameters:
          - {name: done, valueFrom: {path: /done}}
      container:
        image: alpine:3.20
`

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: orders-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: list
            template: make
          - name: far
            templateRef: {name: lib, template: job}
        - - name: sum
            template: calc
            when: "'{{steps.list.outputs.result}}' != '{{steps.far.outputs.parameters.done}}'"
            hooks:
              exit:
                template: make
                expression: steps["list"].status == "Failed"
            arguments:
              parameters:
                - {name: amount, value: "{{=steps.list.outputs.result + '1'}}"}
    - name: flow
      dag:
        tasks:
          - name: one
            template: make
          - name: two
            template: make
            depends: one.Succeeded && !one.Daemoned
    - name: make
      container:
        image: alpine:3.20
    - name: calc
      inputs:
        parameters:
          - name: amount
      script:
        image: python:3.12
        command: [python]
        source: |
          print("{{inputs.parameters.amount}}")
          print("{{inputs.parameters.amount}} again")
`

const code = (page: Page) => page.locator('[data-region="code"]')
const canvas = (page: Page) => page.locator('[data-region="canvas"]')
const card = (page: Page, name: string) =>
  page.locator('[data-card]').filter({ has: page.getByText(name, { exact: true }) })
const nested = (page: Page, name: string) =>
  page.locator('[data-nested]').filter({ has: page.getByText(name, { exact: true }) })
const hover = (page: Page) => page.locator('.monaco-hover:visible')
const renameBox = (page: Page) => page.locator('.rename-box input')

async function goToLine(page: Page, line: number, column: number): Promise<void> {
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+g')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.type(`${String(line)}:${String(column)}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('.quick-input-widget')).toBeHidden()
}

/** Puts the cursor of the YAML behind the first place of a text. */
async function cursorBehind(page: Page, text: string, mark: string): Promise<void> {
  const before = text.slice(0, text.indexOf(mark) + mark.length).split('\n')
  await goToLine(page, before.length, (before.at(-1) ?? '').length + 1)
}

/** Renames what the cursor is on, and gives the name that stood there. */
async function rename(page: Page, name: string): Promise<string> {
  await page.keyboard.press('F2')
  await expect(renameBox(page)).toBeVisible()
  const old = await renameBox(page).inputValue()
  await renameBox(page).fill(name)
  await page.keyboard.press('Enter')
  await expect(renameBox(page)).toBeHidden()
  return old
}

async function openBoth(page: Page): Promise<void> {
  await openDesigner(page)
  await openFile(page, 'lib.yaml', library)
  await openFile(page, 'orders.yaml', workflow)
  await expect(code(page).locator('.view-lines')).toContainText('orders-')
  await expect(page.getByRole('button', { name: /^Problems: / })).toBeVisible()
}

test('hovering says what a reference is, what it may be and which file has it', async ({
  page,
}) => {
  await openBoth(page)
  for (const [mark, words] of [
    [
      'steps.far',
      ['Output parameter done of the step far', 'of lib.yaml', 'It is read from the file /done.'],
    ],
    ['template: job', ['The template job', 'at line 7 of lib.yaml', 'size (“3”)']],
    ['depends: one', ['The task one', 'It has to be over before this task starts.']],
    ['{{inputs.parameters.amount', ['Input parameter amount', 'The template calc declares it.']],
  ] as const) {
    await cursorBehind(page, workflow, mark)
    await page.keyboard.press('Shift+F1')
    for (const part of words) await expect(hover(page)).toContainText(part)
    await page.keyboard.press('Escape')
  }
})

test('a step is renamed by F2 in conditions, hooks and expressions; one undo brings the bytes back', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openBoth(page)
  await cursorBehind(page, workflow, "'{{steps.li")
  expect(await rename(page, 'listed')).toBe('list')
  const renamed = workflow
    .replace('name: list\n', 'name: listed\n')
    .replaceAll('steps.list.', 'steps.listed.')
    .replace('["list"]', '["listed"]')
  expect(await openText(page)).toBe(renamed)
  // The cursor stays at the name.
  await expect(code(page)).toContainText('Ln 16')
  await page.getByRole('button', { name: /^Undo / }).click()
  expect(await openText(page)).toBe(workflow)

  await cursorBehind(page, workflow, '!on')
  expect(await rename(page, 'begin')).toBe('one')
  expect(await openText(page)).toBe(
    workflow
      .replace('name: one', 'name: begin')
      .replace('one.Succeeded && !one', 'begin.Succeeded && !begin'),
  )
  watch.expectQuiet()
})

test('a name that is taken or cannot be is refused with words, and so is a place without a name', async ({
  page,
}) => {
  await openBoth(page)
  await cursorBehind(page, workflow, '- name: list')
  await rename(page, 'far')
  await expect(toasts(page)).toContainText('The template main has a step far already.')
  await cursorBehind(page, workflow, 'entrypoint: main')
  await rename(page, 'a b')
  await expect(toasts(page)).toContainText('“a b” is no name for a template.')
  await cursorBehind(page, workflow, 'image: alp')
  await page.keyboard.press('F2')
  await expect(page.locator('.monaco-editor-overlaymessage')).toContainText(
    'There is no step, template, parameter or artifact here.',
  )
  expect(await openText(page)).toBe(workflow)
})

test('what another open file declares is renamed from here', async ({ page }) => {
  await openBoth(page)
  await cursorBehind(page, workflow, 'far.outputs.parameters.do')
  expect(await rename(page, 'ready')).toBe('done')
  await expect(toasts(page)).toContainText('Renamed in lib.yaml as well')
  expect(await openText(page)).toBe(workflow.replace('parameters.done', 'parameters.ready'))
  await page.getByRole('button', { name: /^Undo / }).click()
  expect(await openText(page)).toBe(workflow)
})

test('an input is renamed in the body of a script, where the cursor stays', async ({ page }) => {
  await openBoth(page)
  await card(page, 'sum').click()
  await code(page).getByRole('tab', { name: 'Script' }).click()
  await expect(code(page).locator('.view-lines').last()).toContainText('print(')
  // What the rules say of the program shows in it, too.
  await expect(code(page).locator('.squiggly-warning').last()).toBeVisible()
  await goToLine(page, 1, 29)
  await page.keyboard.press('Shift+F1')
  await expect(hover(page)).toContainText('The template calc declares it.')
  await page.keyboard.press('Escape')
  expect(await rename(page, 'total')).toBe('amount')
  expect(await openText(page)).toBe(workflow.replaceAll('amount', 'total'))
  await expect(code(page)).toContainText('Ln 1,')
})

const broken = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: nested-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: outer
            template: inner
    - name: inner
      steps:
        - - name: well
            template: work
          - name: lost
            template: nowhere
        - - name: late
            template: missing
    - name: work
      container:
        image: alpine:3.20
`

test('lanes in an unfolded card count what is wrong, and the way to it stays in the picture', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'nested.yaml', broken)
  await card(page, 'outer').click()
  await page.keyboard.press('u')
  await expect(nested(page, 'lost')).toBeVisible()
  const badge = canvas(page).getByRole('button', { name: '1 error of lane 1 of inner: show' })
  await expect(badge).toBeVisible()
  await expect(
    canvas(page).getByRole('button', { name: '1 error of lane 2 of inner: show' }),
  ).toBeVisible()
  await badge.click()
  const popover = page.getByRole('dialog', { name: 'Problems of lane 1 of inner' })
  await expect(popover).toContainText('There is no template nowhere')
  await expectNoAxeViolations(page)
  await popover.getByRole('button', { name: /^Show in the YAML/ }).click()
  await expect(nested(page, 'lost')).toHaveAttribute('data-selected', 'true')
  await expect(code(page)).toContainText('Ln 17')
  await page.keyboard.press('F8')
  await expect(nested(page, 'late')).toHaveAttribute('data-selected', 'true')
  await page.getByRole('button', { name: /^Problems: / }).click()
  const rows = page.locator('[data-region="problems"]').getByRole('row')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await rows.first().click()
  await expect(nested(page, 'lost')).toHaveAttribute('data-selected', 'true')
  await expect(card(page, 'outer')).toBeVisible()
  watch.expectQuiet()
})
