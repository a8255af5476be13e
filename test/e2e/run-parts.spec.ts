import { expect, test, type Page } from '@playwright/test'
import { expectNoAxeViolations, openDesigner, openFile, watchPage } from './support.ts'

const state = (page: Page, name: string) =>
  page
    .locator('.react-flow__node')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('[data-run]')

const library = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: library}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: make, template: make}
        - - name: read
            arguments:
              parameters: [{name: greeting, value: hello}]
              artifacts: [{name: file, from: '{{steps.make.outputs.artifacts.out}}'}]
            inline:
              inputs:
                parameters: [{name: greeting}]
                artifacts: [{name: file, path: /tmp/file}]
              script:
                image: node:22
                command: [node]
                source: |
                  console.log('{{inputs.parameters.greeting}}', require('fs').readFileSync('/tmp/file', 'utf8'))
        - - {name: wait, template: wait}
    - name: make
      outputs: {artifacts: [{name: out, path: /tmp/out}]}
      script: {image: 'node:22', command: [node], source: "require('fs').writeFileSync('/tmp/out', 'world')"}
    - name: wait
      suspend: {duration: 2h}
`
const workflow =
  'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: runs-}\nspec: {workflowTemplateRef: {name: library}}\n'

test('A step of another file, given in place, runs alone with a file that a person writes', async ({
  page,
}) => {
  const quiet = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'library.yaml', library)
  await openFile(page, 'runs.yaml', workflow)
  await page.keyboard.press('Control+Enter')
  // In the picture of the manifest that it runs.
  await expect(state(page, 'make')).toHaveAttribute('data-run', 'Succeeded', { timeout: 60_000 })
  await expect(state(page, 'read')).toHaveAttribute('data-run', 'Succeeded')
  const log = page.getByRole('log', { name: 'Log of the run' })
  await expect(log).toContainText('hello world')

  // What takes two hours makes slivers of all else, until one looks closer.
  const bars = page.getByRole('tree', { name: 'Nodes of the run' })
  const wait = page.getByRole('treeitem', { name: /^wait Succeeded/ })
  await wait.click()
  await bars.press('+')
  const fit = page.getByRole('button', { name: /^Show the whole run, not only/ })
  await expect(fit).toBeVisible()
  await bars.press('0')
  await expect(fit).toHaveCount(0)
  await page.getByRole('button', { name: 'Show less time, in more detail' }).click()
  await expect(fit).toBeVisible()
  await expectNoAxeViolations(page)
  await fit.click()

  await page.getByRole('treeitem', { name: /^read Succeeded/ }).click()
  await page.getByRole('button', { name: 'Run only this' }).click()
  const form = page.getByRole('form', { name: 'Inputs of read' })
  await expect(form.getByRole('textbox', { name: 'File file' })).toHaveValue('world')
  await form.getByRole('textbox', { name: 'greeting' }).fill('good')
  await form.getByRole('textbox', { name: 'File file' }).fill('bye')
  await form.getByRole('button', { name: 'Run only this step' }).click()
  await expect(log).toContainText('good bye')
  await expect(bars.getByRole('treeitem')).toHaveCount(1)
  quiet.expectQuiet()
})
