import { expect, test as base } from '@playwright/test'
import { startFakeArgo, type FakeArgo } from '../support/fake-argo.ts'
import { serveDesigner } from '../support/served.ts'
import { expectNoAxeViolations, openFile, waitForDesigner } from './support.ts'

const test = base.extend<{ server: { readonly argo: FakeArgo; readonly url: string } }>({
  // Playwright reads from the pattern which fixtures it needs: none.
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const argo = await startFakeArgo()
    const served = await serveDesigner('--argo', argo.url, '--port', '0')
    await use({ argo, url: served.url })
    await served.close()
    await argo.close()
  },
})

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: bake-
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: mix, template: work}
        - - {name: heat, template: oven}
          - {name: clean, template: tidy}
    - name: work
      container: {image: alpine}
    - name: oven
      container: {image: alpine}
    - name: tidy
      container: {image: alpine}
`

/** A run of it in which two steps took so many seconds. */
function run(name: string, mix: number, heat: number) {
  const node = (path: string, template: string, seconds: number) => ({
    id: `${name}-${template}`,
    name: `${name}${path}`,
    displayName: path.slice(4),
    type: 'Pod',
    templateName: template,
    phase: 'Succeeded',
    startedAt: '2025-03-01T00:00:00Z',
    finishedAt: new Date(Date.UTC(2025, 2, 1, 0, 0, seconds)).toISOString(),
  })
  const nodes = { a: node('[0].mix', 'work', mix), b: node('[1].heat', 'oven', heat) }
  return {
    kind: 'Workflow',
    metadata: { name },
    status: { phase: 'Succeeded', startedAt: '2025-03-01T00:00:00Z', nodes },
  }
}

test('An estimate takes durations from a file, from the cluster, and from a person', async ({
  page,
  server,
}) => {
  const { argo } = server
  const earlier = run('bake-x7k2p', 30, 600)
  argo.keep('/api/v1/workflows/argo', { items: [run('other', 1, 1), earlier] })
  argo.keep('/api/v1/workflows/argo/bake-x7k2p', earlier)
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
  })
  await page.goto(server.url)
  await waitForDesigner(page)
  await openFile(page, 'bake.yaml', workflow)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('radio', { name: 'Estimate' }).click()
  const estimate = page.getByRole('group', { name: 'Estimate of the run' })
  await expect(estimate.getByText('Durations of 3 steps: made up.')).toBeVisible()

  const chosen = page.waitForEvent('filechooser')
  await estimate.getByRole('button', { name: 'From a file…' }).click()
  const picker = await chosen
  await picker.setFiles({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(run('bake-file', 10, 50))),
  })
  await expect(
    estimate.getByText('Durations of 3 steps: 2 from bake-file, 1 made up.'),
  ).toBeVisible()
  await expect(estimate.getByText('1 min', { exact: true })).toBeVisible()

  await estimate.getByRole('button', { name: 'From the cluster…' }).click()
  const list = page.getByRole('dialog', { name: 'Runs of the cluster' })
  await expect(list.getByText('Of this workflow')).toBeVisible()
  await expectNoAxeViolations(page)
  await list.getByRole('button', { name: /^bake-x7k2p/ }).click()
  await expect(estimate.getByText('2 from bake-x7k2p, 1 made up')).toBeVisible()
  await expect(estimate.getByText('10 min 30 s', { exact: true })).toBeVisible()

  // What a person says counts more; the step that decides is another one then, and is marked.
  await estimate.getByRole('textbox', { name: 'How long clean takes' }).fill('2h')
  await page.keyboard.press('Enter')
  await expect(estimate.getByText('2 from bake-x7k2p, 1 as you say')).toBeVisible()
  await estimate.getByRole('button', { name: 'Mark it on cards and bars' }).click()
  const card = (name: string) =>
    page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) })
  await expect(card('clean').locator('[data-critical]')).toBeVisible()
  await expect(card('heat').locator('[data-critical]')).toHaveCount(0)
  await expect(
    page.getByRole('treeitem', { name: /^clean Succeeded, on the critical path/ }),
  ).toBeVisible()
  await expectNoAxeViolations(page)

  // A run that tells nothing says so, and nothing is lost.
  argo.answer('forbidden')
  await estimate.getByRole('button', { name: 'From the cluster…' }).click()
  await expect(list.getByRole('alert')).toContainText(
    "may not list the Workflows of namespace 'argo'",
  )
  await page.keyboard.press('Escape')
  await expect(estimate.getByText('2 from bake-x7k2p, 1 as you say')).toBeVisible()
})
