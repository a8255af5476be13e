import { expect, test, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { openDesigner, openFile, openText, watchPage } from './support.ts'

/* What is far out of sight is not drawn. */
test.use({ viewport: { width: 1440, height: 1400 } })

const nested = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: nested-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: prepare, template: work}
        - - {name: build, template: pipeline}
          - {name: notify, template: work}
    - name: pipeline
      steps:
        - - {name: compile, template: work}
        - - {name: test, template: suite}
    - name: suite
      steps:
        - - {name: unit, template: work}
          - {name: again, template: main}
    - name: work
      suspend: {}
`

const card = (page: Page, key: string) => page.locator(`[data-card="${key}"]`)
const inner = (page: Page, key: string) => page.locator(`[data-nested="${key}"]`)

test('nested steps are unfolded in place, selected, renamed, entered and left', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'nested.yaml', nested)
  const before = await card(page, 'step:build').boundingBox()
  await page.getByRole('button', { name: 'Unfold build' }).click()
  await expect(inner(page, 'step:build/>step:compile')).toBeVisible()
  const after = await card(page, 'step:build').boundingBox()
  expect(after?.x).toBeCloseTo(before?.x ?? 0, 0)
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0)

  await page.getByRole('button', { name: 'Unfold test' }).click()
  const unit = inner(page, 'step:build/>step:test/>step:unit')
  await unit.click({ position: { x: 60, y: 12 } })
  const name = page
    .getByRole('region', { name: 'Inspector' })
    .getByRole('textbox', { name: 'Name' })
  await expect(name.first()).toHaveValue('unit')

  await inner(page, 'step:build/>step:test').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('checks')
  await page.keyboard.press('Enter')
  await expect(inner(page, 'step:build/>step:checks/>step:unit')).toBeVisible()
  expect(await openText(page)).toBe(nested.replace('name: test,', 'name: checks,'))

  await inner(page, 'step:build/>step:checks').dblclick({ position: { x: 60, y: 12 } })
  const way = page.getByRole('navigation', { name: 'Way to this template' })
  await expect(way).toContainText('suite')
  await way.getByRole('button', { name: 'main' }).click()
  await expect(inner(page, 'step:build/>step:checks')).toBeVisible()
  watch.expectQuiet()
})

test('recursion is told, and ends', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'nested.yaml', nested)
  await expect(page.getByRole('img', { name: /main → pipeline → suite → main/ })).toBeVisible()
  await card(page, 'step:build').click({ position: { x: 60, y: 20 } })
  await page.keyboard.press('Shift+U')
  await page.getByRole('button', { name: 'Unfold again' }).click()
  await expect(page.locator('[data-stub="recursion"]')).toContainText(
    'main → pipeline → suite → main',
  )
})

const types = {
  'new:container': 'container',
  'new:containerSet': 'containerSet',
  'new:suspend': 'suspend',
  'new:wait': 'suspend',
  'new:approval': 'suspend',
  'new:steps': 'steps',
  'new:dag': 'dag',
  'new:resource': 'resource',
  'new:http': 'http',
  'new:data': 'data',
  'new:plugin': 'plugin',
}

test('every type of template is added from the palette', async ({ page }) => {
  await openDesigner(page)
  for (const entry of Object.keys(types)) await page.locator(`[data-entry="${entry}"]`).click()
  const { spec } = parse(await openText(page)) as { spec: { templates: Record<string, unknown>[] } }
  const made = spec.templates.slice(-Object.keys(types).length)
  expect(
    made.map((template, index) =>
      Object.keys(template).includes(Object.values(types)[index] ?? ''),
    ),
  ).toEqual(made.map(() => true))
  expect(made).toHaveLength(Object.keys(types).length)
})
