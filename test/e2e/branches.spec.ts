import { expect, test, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, watchPage } from './support.ts'

/*
 * Steps that never run: found by dry runs in the background, and told as problems where the condition stands, on the card and in the list.
 */

test.setTimeout(180_000)

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: ship-
spec:
  entrypoint: main
  arguments:
    parameters:
      - name: size
        value: small
        enum: [small, large]
  templates:
    - name: main
      steps:
        - - name: pack
            template: say
        - - name: crate
            template: say
            when: "'{{workflow.parameters.size}}' == 'large'"
    - name: say
      container:
        image: alpine:3.20
`

const code = (page: Page) => page.locator('[data-region="code"]')
const status = (page: Page) => page.getByRole('button', { name: /^Problems: / })
const list = (page: Page) => page.locator('[data-region="problems"]')

/** Types in place of the word that the cursor is behind. */
async function replaceWord(page: Page, line: number, column: number, by: string): Promise<void> {
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+g')
  await expect(page.locator('.quick-input-widget')).toBeVisible()
  await page.keyboard.type(`${String(line)}:${String(column)}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('.quick-input-widget')).toBeHidden()
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.type(by)
}

test('a condition that is never true is a warning until it is mended', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'ship.yaml', workflow)
  await expect(status(page)).toHaveAccessibleName(/0 errors, 0 warnings/)
  const lines = workflow.split('\n')
  const line = lines.findIndex((text) => text.includes("'large'")) + 1
  const column = (lines[line - 1] ?? '').indexOf('large\'"') + 'large'.length + 1

  await replaceWord(page, line, column, 'huge')
  await expect(status(page)).toHaveAccessibleName(/0 errors, 1 warning/)
  await status(page).click()
  await expect(list(page).getByRole('row')).toHaveCount(1)
  await expect(list(page).getByRole('row')).toContainText('crate never runs: its condition')
  await expect(list(page).getByRole('row')).toContainText(
    '{{workflow.parameters.size}} is only ever large or small',
  )
  await expect(list(page).getByRole('row')).toContainText('step-never-runs')
  await expect(code(page).locator('.squiggly-warning').first()).toBeVisible()
  await expect(
    page
      .locator('[data-region="canvas"]')
      .getByRole('button', { name: /1 warning/ })
      .first(),
  ).toBeVisible()
  await expectNoAxeViolations(page)

  await replaceWord(page, line, column - 1, 'small')
  await expect(status(page)).toHaveAccessibleName(/0 errors, 0 warnings/)
  await expect(list(page)).toContainText('No problems found')
  watch.expectQuiet()
})
