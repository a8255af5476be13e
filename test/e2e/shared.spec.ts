import { expect, test } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, openText, watchPage } from './support.ts'

const FILE = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: shared-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: first
            template: echo
            arguments: &args
              parameters:
                - name: message
                  value: hi # to all
        - - name: second
            template: echo
            arguments: *args
          - name: third
            template: echo
            arguments: *args
    - name: echo
      inputs:
        parameters:
          - name: message
      container:
        image: alpine
`

const WRITTEN_OUT = FILE.replace(
  `- - name: second
            template: echo
            arguments: *args`,
  `- - name: second
            template: echo
            arguments:
              parameters:
                - name: message
                  value: bye # to all`,
)

test('an edit of what an anchor shares asks which way', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'shared.yaml', FILE)
  await page
    .getByRole('group', { name: /^second/ })
    .first()
    .click()

  const field = page.locator('[data-region="inspector"]').getByRole('textbox', { name: 'message' })
  const dialog = page.getByRole('alertdialog')
  const change = async (): Promise<void> => {
    await field.click()
    await field.press('ControlOrMeta+A')
    await page.keyboard.type('bye')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('&args')
  }

  await change()
  await expect(dialog.getByRole('listitem')).toHaveText([
    /line 12.*main › first › arguments/,
    /line 18.*main › second › arguments.*here/,
    /line 21.*main › third › arguments/,
  ])
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  expect(await openText(page)).toBe(FILE)

  await change()
  await dialog.getByRole('button', { name: 'Write it out here' }).click()
  await expect(dialog).toBeHidden()
  expect(await openText(page)).toBe(WRITTEN_OUT)
  await page.locator('[data-region="canvas"]').first().focus()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  expect(await openText(page)).toBe(FILE)

  await change()
  await dialog.getByRole('button', { name: 'Change &args for all' }).click()
  await expect(dialog).toBeHidden()
  expect(await openText(page)).toBe(FILE.replace('value: hi', 'value: bye'))
  watch.expectQuiet()
})
