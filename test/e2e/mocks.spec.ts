import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import {
  expectNoAxeViolations,
  openDesigner,
  openFile,
  waitForDesigner,
  watchPage,
} from './support.ts'

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: sizes-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: measure
            template: measure
        - - name: large
            template: work
            when: '{{steps.measure.outputs.parameters.size}} > 10'
    - name: measure
      container: {image: alpine}
      outputs: {parameters: [{name: size, valueFrom: {path: /tmp/size}}]}
    - name: work
      container: {image: alpine}
`

const card = (page: Page, name: string) =>
  page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }).first() })
const state = (page: Page, name: string) => card(page, name).first().locator('[data-run]')
const inspector = (page: Page) => page.getByRole('region', { name: 'Inspector' })
const sign = (page: Page) =>
  page.getByRole('img', { name: 'In dry runs it gives size = 7', exact: true })

test('What a step gives is said before a run, decides what runs after it, and is remembered', async ({
  page,
}) => {
  const quiet = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'sizes.yaml', workflow)
  await card(page, 'measure').first().click()
  await inspector(page)
    .getByRole('button', { name: /^In dry runs/ })
    .click()
  await inspector(page).getByRole('button', { name: 'Say what it gives' }).click()
  await expect(inspector(page).getByRole('textbox', { name: 'Result' })).toBeFocused()
  await inspector(page).getByRole('textbox', { name: 'Output size' }).fill('7')
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByText('gives size = 7')).toBeVisible()
  await expect(sign(page)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.keyboard.press('Control+Enter')
  await expect(state(page, 'measure')).toHaveAttribute('data-run', 'Succeeded')
  await expect(state(page, 'large')).toHaveAttribute('data-run', 'Skipped')

  // After a reload it is still there, and can be saved as a file.
  await page.reload()
  await waitForDesigner(page)
  await expect(sign(page)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(state(page, 'large')).toHaveAttribute('data-run', 'Skipped')
  await page.getByRole('button', { name: 'Parameters, seed and mocks of the run' }).click()
  const list = page.getByRole('region', { name: 'What steps give' })
  await expect(list.getByText('gives size = 7')).toBeVisible()
  const download = page.waitForEvent('download')
  await list.getByRole('button', { name: 'Save as sizes.mocks.yaml' }).click()
  const saved = readFileSync(await (await download).path(), 'utf8')
  expect(saved).toBe('- {step: measure, template: measure, outputs: {parameters: {size: 7}}}\n')

  // It is taken back, and loaded again; a file that cannot be read changes nothing.
  await list.getByRole('button', { name: 'Take back what was said: measure' }).click()
  await expect(sign(page)).toHaveCount(0)
  const load = async (name: string, text: string): Promise<void> => {
    const picker = page.waitForEvent('filechooser')
    await list.getByRole('button', { name: 'Load mocks…' }).click()
    const buffer = Buffer.from(text)
    await (await picker).setFiles({ name, mimeType: 'application/yaml', buffer })
  }
  await load('bad.yaml', '- step: measure\n  duration: soon\n')
  await expect(list.getByText('Line 2: A duration is a text')).toBeVisible()
  await expect(sign(page)).toHaveCount(0)
  await load('sizes.mocks.yaml', saved)
  await expect(sign(page)).toBeVisible()
  await expectNoAxeViolations(page)
  quiet.expectQuiet()
})
