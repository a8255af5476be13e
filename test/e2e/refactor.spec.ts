import { expect, test, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, openText, watchPage } from './support.ts'

const TEXT = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: refactor-
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    # first of all
    - - name: first
        template: say
    - - name: second
        template: say
    - - name: third
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.second.outputs.result}}"}]
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

const PARALLEL = TEXT.replace('    - - name: second', '      - name: second')

async function openSteps(page: Page): Promise<void> {
  await openDesigner(page)
  await openFile(page, 'refactor.yaml', TEXT)
  await expect(card(page, 'first')).toBeVisible()
}

function card(page: Page, name: string) {
  return page.locator('[data-region="canvas"]').getByText(name, { exact: true }).first()
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(words)
  await page.keyboard.press('Enter')
}

test('steps become a template, by the menu of a card', async ({ page }) => {
  const watch = watchPage(page)
  await openSteps(page)
  await card(page, 'second').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Refactor', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Extract into a template/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Extract into a template' })
  await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('say')
  await expect(dialog.getByText('There is a template say already.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Extract', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Name of the template' }).fill('middle')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Enter')
  await expect(card(page, 'middle')).toBeVisible()
  const text = await openText(page)
  expect(text).toContain('{{steps.middle.outputs.parameters.second-result}}')
  expect(text).toContain('  - name: middle\n    outputs:\n')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(card(page, 'second')).toBeVisible()
  expect(await openText(page)).toBe(TEXT)
  watch.expectQuiet()
})

test('lanes become one and several again, by keys', async ({ page }) => {
  const watch = watchPage(page)
  await openSteps(page)
  await card(page, 'first').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+Shift+P')
  await expect.poll(() => openText(page)).toBe(PARALLEL)
  await card(page, 'first').click()
  await page.keyboard.press('Alt+Shift+S')
  await expect.poll(() => openText(page)).toBe(TEXT)
  // What cannot be is said with the reference that forbids it.
  await card(page, 'second').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+Shift+P')
  await expect(
    page.getByText('reads steps.second.outputs.result, so it has to run after second.'),
  ).toBeVisible()
  watch.expectQuiet()
})

test('steps become a dag by the menu of the template, and steps again by the list of commands', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openSteps(page)
  await page.getByRole('button', { name: 'Refactor the template' }).click()
  await page.getByRole('menuitem', { name: 'Turn the steps into a dag' }).click()
  await expect.poll(() => openText(page)).toContain('        dependencies: [second]\n')
  await command(page, 'Turn the dag into steps')
  await expect.poll(() => openText(page)).toBe(TEXT)
  watch.expectQuiet()
})
