import { expect, test, type Page } from '@playwright/test'
import { chooseMenu, expectNoAxeViolations, openDesigner, openFile, watchPage } from './support.ts'

const card = (page: Page, name: string) =>
  page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) })
const state = (page: Page, name: string) => card(page, name).locator('[data-run]')

const loop = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: loop-
spec:
  entrypoint: main
  arguments:
    parameters:
      - name: day
  templates:
    - name: main
      steps:
        - - name: each
            template: work
            withItems: [a, b, c]
        - - name: after
            template: work
    - name: work
      container: {image: alpine}
`

test('A workflow runs by a key, and the cards say what became of them', async ({ page }) => {
  const quiet = watchPage(page)
  await openDesigner(page)
  await chooseMenu(page, 'File > Open example > Coin flip')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tree', { name: 'Nodes of the run' })).toBeVisible()
  // Python is fetched and started first.
  await expect(state(page, 'flip')).toHaveAttribute('data-run', 'Succeeded', { timeout: 60_000 })
  const [heads, tails] = await Promise.all(
    ['heads', 'tails'].map(async (name) => {
      await expect(state(page, name)).toHaveAttribute('data-run', /Succeeded|Skipped/)
      return state(page, name).getAttribute('data-run')
    }),
  )
  expect([heads, tails].toSorted()).toEqual(['Skipped', 'Succeeded'])
  const side = heads === 'Succeeded' ? 'heads' : 'tails'
  const log = page.getByRole('log', { name: 'Log of the run' })
  await expect(log).toContainText(new RegExp(`coinflip-\\w+-flip-\\d+: ${side}`))
  await expect(log).toContainText(new RegExp(`coinflip-\\w+-it-was-\\d+: it was ${side}`))
  await expectNoAxeViolations(page)

  // Back in time nothing has begun, and at the end it has.
  await page.getByRole('button', { name: 'To the start' }).click()
  await expect(state(page, 'flip')).toHaveCount(0)
  await page.getByRole('button', { name: 'To the end' }).click()
  await expect(state(page, 'flip')).toHaveAttribute('data-run', 'Succeeded')

  // The one that was skipped says why.
  const skipped = heads === 'Skipped' ? 'heads' : 'tails'
  await page.getByRole('treeitem', { name: new RegExp(`^${skipped} Skipped`) }).click()
  await expect(page.getByText('is false: it is skipped')).toBeVisible()
  await expect(card(page, skipped).locator('[data-selected]')).toBeVisible()

  // Both branches can run, and it says when.
  await page.getByRole('radio', { name: 'Branches' }).click()
  await page.getByRole('button', { name: 'Try all branches' }).click()
  const branches = page.getByRole('group', { name: 'What can run' })
  await expect(branches.getByText('Every step runs in some run.')).toBeVisible()
  await expect(branches.getByText('as when flip.result is "tails"')).toBeVisible()

  // One click makes a test of it, which is listed and passes.
  await page.getByRole('button', { name: 'Record the run as a test' }).click()
  await expect(page.getByRole('status').getByText('1 passed')).toBeVisible()
  quiet.expectQuiet()
})

test('A workflow that needs a parameter asks for it, and a loop counts its items', async ({
  page,
}) => {
  await openDesigner(page)
  await openFile(page, 'loop.yaml', loop)
  await page.keyboard.press('Control+Enter')
  const form = page.getByRole('form', { name: 'Run with parameters' })
  await form.getByRole('button', { name: 'Run' }).click()
  await expect(form.getByText('Give day a value')).toBeVisible()
  await form.getByRole('textbox', { name: 'day' }).fill('monday')
  await page.keyboard.press('Enter')
  await expect(state(page, 'each')).toContainText('3/3')

  // What an item gives is changed: what comes after it does not run any more, and the run says so.
  await page.getByRole('treeitem', { name: /^each\(1:b\) Succeeded/ }).click()
  await page.getByRole('button', { name: 'Change what it gives' }).click()
  await page.getByRole('combobox', { name: 'Ends as' }).click()
  await page.getByRole('option', { name: 'Failed' }).click()
  await page.getByRole('button', { name: 'Apply and run' }).click()
  await expect(state(page, 'each')).toContainText('failed 1')
  await expect(state(page, 'after')).toHaveAttribute('data-run', 'Unreached')
  await expect(page.getByRole('treeitem', { name: /^each\(1:b\) Failed/ })).toContainText('changed')
})

test('A run waits for a person, and goes on with the answer', async ({ page }) => {
  await openDesigner(page)
  await chooseMenu(page, 'File > Open example > Approval')
  await page.keyboard.press('Control+Enter')
  await expect(state(page, 'approve')).toHaveAttribute('data-run', 'Waiting')
  await state(page, 'approve').getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: 'State of approve' })
  await dialog.getByRole('combobox', { name: 'decision' }).click()
  await page.getByRole('option', { name: 'ship' }).click()
  await dialog.getByRole('button', { name: 'Approve with these values' }).click()
  await page.keyboard.press('Escape')
  await expect(state(page, 'ship')).toHaveAttribute('data-run', 'Succeeded')
  await expect(state(page, 'drop')).toHaveAttribute('data-run', 'Skipped')
})

test('A run that waits can be stopped, and a broken text is not run', async ({ page }) => {
  await openDesigner(page)
  await openFile(
    page,
    'wait.yaml',
    'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: wait}\nspec:\n  entrypoint: main\n  templates:\n    - name: main\n      steps:\n        - - name: stop-here\n            template: ask\n    - name: ask\n      suspend: {}\n',
  )
  await page.keyboard.press('Control+Enter')
  await expect(state(page, 'stop-here')).toHaveAttribute('data-run', 'Waiting')
  await page.getByRole('banner').getByRole('button', { name: 'Stop the run' }).click()
  await expect(
    page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }),
  ).toBeVisible()
  await expect(state(page, 'stop-here')).toHaveAttribute('data-run', 'Failed')

  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\nx: y: z')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'nothing to run' })).toBeVisible()
})
