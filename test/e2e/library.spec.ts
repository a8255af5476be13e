import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { startFakeArgo, type FakeArgo } from '../support/fake-argo.ts'
import { serveDesigner } from '../support/served.ts'
import {
  expectNoAxeViolations,
  openDesigner,
  openFile,
  openText,
  toasts,
  waitForDesigner,
} from './support.ts'

interface Server {
  readonly argo: FakeArgo
  readonly url: string
}

const test = base.extend<{ server: Server }>({
  // Playwright reads from the pattern which fixtures it needs: none.
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const argo = await startFakeArgo()
    argo.keep('/api/v1/workflow-templates/argo/lib', library)
    const served = await serveDesigner('--argo', argo.url, '--port', '0')
    await use({ argo, url: served.url })
    await served.close()
    await argo.close()
  },
})

const library = {
  metadata: { name: 'lib', namespace: 'argo', uid: 'u', resourceVersion: '7' },
  spec: {
    entrypoint: 'all',
    templates: [
      {
        name: 'all',
        steps: [[{ name: 'hello', template: 'echo' }], [{ name: 'bye', template: 'echo' }]],
      },
      {
        name: 'echo',
        inputs: { parameters: [{ name: 'message', value: 'x' }] },
        container: { image: 'alpine' },
      },
    ],
  },
}

const caller = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: calls-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: greet
            templateRef: {name: lib, template: echo}
        - - name: other
            templateRef: {name: nowhere, template: echo}
`

const runner = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: runs-
spec:
  workflowTemplateRef:
    name: lib
`

const list = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings}
  - apiVersion: argoproj.io/v1alpha1
    kind: WorkflowTemplate
    metadata:
      name: tools
    spec:
      templates:
        - name: say # loud
          container: {image: alpine}
  - apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata:
      generateName: run-
    spec:
      entrypoint: main
      templates:
        - name: main
          steps:
            - - name: one
                templateRef: {name: tools, template: say}
`

test('a step of the cluster is explained, gone into and not edited there', async ({
  page,
  server,
}) => {
  await open(page, server.url)
  await openFile(page, 'calls.yaml', caller)
  await card(page, 'greet').click()
  await expect(inspector(page)).toContainText(
    'WorkflowTemplate lib is in namespace argo of the cluster.',
  )
  await expect(inspector(page).getByRole('textbox', { name: 'message' }).first()).toBeVisible()
  await expectNoAxeViolations(page)
  await card(page, 'other').click()
  await expect(inspector(page)).toContainText(
    'Namespace argo of the cluster has no WorkflowTemplate nowhere.',
  )
  server.argo.keep('/api/v1/workflow-templates/argo/nowhere', {
    ...library,
    metadata: { name: 'nowhere' },
  })
  await inspector(page).getByRole('button', { name: 'Ask the cluster again' }).click()
  await expect(inspector(page)).toContainText('WorkflowTemplate nowhere is in namespace argo')

  await card(page, 'greet').dblclick()
  await expect(canvas(page)).toContainText('From namespace argo of the cluster, to look at.')
  await expect(files(page).getByRole('img', { name: /^from namespace argo/ })).toBeVisible()
  const text = await openText(page)
  expect(text).toContain('kind: WorkflowTemplate')
  expect(text).not.toContain('resourceVersion')
  await page.locator('[data-region="code"] .monaco-editor .view-lines').first().click()
  await page.keyboard.type('x')
  expect(await openText(page)).toBe(text)
  await expect(inspector(page).getByRole('textbox').first()).toBeDisabled()
  await expectNoAxeViolations(page)

  await canvas(page).getByRole('button', { name: 'Edit a copy' }).click()
  await expect(canvas(page)).not.toContainText('to look at')
  await page.locator('[data-region="code"] .monaco-editor .view-lines').first().click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('# mine')
  expect(await openText(page)).toBe(`# mine${text}`)
})

test('what cannot be read says why', async ({ page, server }) => {
  for (const mode of ['forbidden', 'html', 'cut'] as const) {
    server.argo.answerTo('/api/v1/workflow-templates/argo/lib', mode)
    await open(page, server.url)
    await openFile(page, 'runs.yaml', runner)
    const words = {
      forbidden: 'may not read',
      html: 'does not speak Argo',
      cut: 'closed the connection',
    }
    await expect(canvas(page)).toContainText(words[mode])
    await expect(canvas(page)).toContainText('This workflow runs the WorkflowTemplate lib')
  }
  server.argo.answerTo('/api/v1/workflow-templates/argo/lib', undefined)
  await canvas(page).getByRole('button', { name: 'Ask the cluster again' }).click()
  await expect(card(page, 'hello')).toBeVisible()
})

test('a workflow that runs another manifest shows its picture, to look at', async ({
  page,
  server,
}) => {
  await open(page, server.url)
  await openFile(page, 'runs.yaml', runner)
  await expect(card(page, 'hello')).toBeVisible()
  await expect(canvas(page)).toContainText('This workflow runs the WorkflowTemplate lib.')
  await card(page, 'hello').click()
  await page.keyboard.press('Delete')
  await expect(card(page, 'hello')).toBeVisible()
  await card(page, 'hello').dblclick()
  await expect(canvas(page)).toContainText('echo')
  expect(await openText(page)).toBe(runner)
  await expectNoAxeViolations(page)
  await canvas(page).getByRole('button', { name: 'Open to look at' }).click()
  await expect(canvas(page)).toContainText('From namespace argo of the cluster, to look at.')
  await canvas(page)
    .getByRole('button', { name: /^Back to/ })
    .click()
  await expect(canvas(page)).toContainText('This workflow runs the WorkflowTemplate lib.')
})

test('the items of a list are drawn, edited and renamed where they stand', async ({
  page,
  server,
}) => {
  await open(page, server.url)
  await openFile(page, 'list.yaml', list)
  await files(page).getByRole('button', { name: /^run-/ }).click()
  await expect(card(page, 'one')).toBeVisible()
  await card(page, 'one').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('first')
  await page.keyboard.press('Enter')
  expect(await openText(page)).toBe(list.replace('name: one', 'name: first'))
  await page.getByRole('button', { name: /^Undo/ }).first().click()

  await files(page)
    .getByRole('button', { name: /^tools/ })
    .click()
  await page.getByRole('tab', { name: 'Workflow', exact: true }).click()
  const name = inspector(page).getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('toolbox')
  await name.press('Enter')
  expect(await openText(page)).toBe(list.replaceAll('tools', 'toolbox'))
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  expect(await openText(page)).toBe(list)
  await expectNoAxeViolations(page)
})

test('a library is renamed in the files that call it', async ({ page, server }) => {
  await open(page, server.url)
  await openFile(page, 'calls.yaml', caller)
  await openFile(
    page,
    'lib.yaml',
    'kind: WorkflowTemplate\nmetadata:\n  name: lib\nspec:\n  templates:\n    - {name: echo, suspend: {}}\n',
  )
  await page.getByRole('tab', { name: 'Workflow', exact: true }).click()
  const name = inspector(page).getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Bad name')
  await name.press('Enter')
  await expect(inspector(page)).toContainText('is no name for a manifest')
  await name.fill('books')
  await name.press('Enter')
  await expect(toasts(page)).toContainText('Renamed in calls.yaml as well')
  await files(page)
    .getByRole('button', { name: /^calls.yaml/ })
    .click()
  expect(await openText(page)).toBe(caller.replace('name: lib,', 'name: books,'))
})

test('a shared script asks for whom it changes', async ({ page, server }) => {
  const shared = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps: [[{name: one, template: first}, {name: two, template: second}]]
    - name: first
      script: &body
        image: bash
        command: [bash]
        source: |
          echo hi
    - name: second
      script: *body
`
  await open(page, server.url)
  await openFile(page, 'shared.yaml', shared)
  await card(page, 'two').click()
  await page.getByRole('tab', { name: 'Script' }).click()
  const code = page.locator('[data-region="code"] .monaco-editor .view-lines').last()
  await code.click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('#')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('&body')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.locator('[data-region="code"]')).toContainText(
    'until you say for whom it changes',
  )
  expect(await openText(page)).toBe(shared)
  await page.locator('[data-region="code"]').getByRole('button', { name: 'Choose…' }).click()
  await dialog.getByRole('button', { name: 'Change &body for all' }).click()
  await expect.poll(() => openText(page)).toBe(shared.replace('echo hi', '#echo hi'))
})

test('the toolbar fits into a narrow window', async ({ page, server }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await open(page, server.url)
  await openFile(page, 'list.yaml', list)
  const button = page.getByRole('button', { name: /^Submit template/ })
  await expect(button).toBeVisible()
  const end = page.getByRole('button', { name: 'Submitted in this session' })
  const box = await end.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1024)
})

test('without a server, the hint goes on Escape, and toasts leave the foot of the code free', async ({
  page,
}) => {
  await openDesigner(page)
  await page
    .getByRole('button', { name: /^Submit/ })
    .first()
    .click()
  const hint = page.getByRole('group', { name: 'Not connected to an Argo Server' })
  await expect(hint).toBeVisible()
  await page.locator('[data-region="code"] .monaco-editor .view-lines').first().click()
  await page.locator('body').press('Escape')
  await expect(hint).toBeHidden()
  await openFile(page, 'a.py', 'print(1)')
  const toast = await toasts(page).boundingBox()
  const place = await page
    .getByText(/^Ln \d+, Col \d+$/)
    .first()
    .boundingBox()
  expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(place?.y ?? 0)
})

async function open(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto(url)
  await waitForDesigner(page)
  await expect(page.getByRole('button', { name: /^Connection: Connected/ })).toBeVisible()
}

function card(page: Page, name: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${name}`) }).first()
}

function canvas(page: Page): Locator {
  return page.locator('[data-region="canvas"]')
}

function inspector(page: Page): Locator {
  return page.locator('[data-region="inspector"]')
}

function files(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Files' })
}
