import { expect, test, type Page } from '@playwright/test'
import { openDesigner, openFile, openText, watchPage } from './support.ts'

const nested = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: prepare
            template: leaf
        - - name: build # unfolds
            template: pipeline
    - name: pipeline
      dag:
        tasks:
          - name: fetch
            template: leaf
          - name: compile
            template: compile
            dependencies: [fetch]
    - name: compile
      steps:
        - - name: configure # first
            template: leaf
        - - name: link
            template: leaf
    - name: leaf
      suspend: {}
`

const card = (page: Page, key: string) => page.locator(`[data-card="${key}"]`)
const inner = (page: Page, key: string) => page.locator(`[data-nested="${key}"]`)
const nameField = (page: Page) =>
  page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' }).first()

// High enough for all levels at a zoom at which cards are cards.
test.use({ viewport: { width: 1500, height: 1800 } })

test('a dag in steps is unfolded, walked, edited inside and folded again', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'nested.yaml', nested)
  await card(page, 'step:build').click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Shift+U')
  await page.keyboard.press('1')
  const compile = 'step:build/>step:compile'
  await expect(inner(page, `${compile}/>step:link`)).toBeVisible()
  await expect(page.locator('[data-nested-edge]')).toHaveCount(1)

  // Arrows lead in, to a task, and on into what that shows.
  await page.keyboard.press('ArrowDown')
  await expect(inner(page, 'step:build/>step:fetch')).toBeFocused()
  await expect(nameField(page)).toHaveValue('fetch')
  await page.keyboard.press('ArrowDown')
  await expect(inner(page, compile)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(inner(page, `${compile}/>step:configure`)).toBeFocused()

  // A task gets another name: what depends on it follows, and nothing else.
  await inner(page, 'step:build/>step:fetch').click({ position: { x: 60, y: 20 } })
  await page.keyboard.press('F2')
  await page.keyboard.type('download')
  await page.keyboard.press('Enter')
  await expect(inner(page, 'step:build/>step:download')).toBeVisible()
  const renamed = nested
    .replace('name: fetch', 'name: download')
    .replace('dependencies: [fetch]', 'dependencies: [download]')
  expect(await openText(page)).toBe(renamed)

  // A step goes to the lane below, by keys; and back into a lane of its own.
  await inner(page, `${compile}/>step:configure`).click({ position: { x: 60, y: 20 } })
  await page.keyboard.press('Alt+ArrowDown')
  const parallel = renamed.replace(
    `        - - name: configure # first
            template: leaf
        - - name: link
            template: leaf
`,
    `        - - name: link
            template: leaf
          - name: configure # first
            template: leaf
`,
  )
  expect(await openText(page)).toBe(parallel)
  await expect(inner(page, `${compile}/>step:configure`)).toBeVisible()

  await page.getByRole('button', { name: 'Fold build' }).click()
  await expect(inner(page, compile)).toHaveCount(0)
  expect(await openText(page)).toBe(parallel)
  watch.expectQuiet()
})

test('a step is dragged among the lanes of its own unfolded card, and nowhere else', async ({
  page,
}) => {
  await openDesigner(page)
  await openFile(page, 'nested.yaml', nested)
  await card(page, 'step:build').click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('Shift+U')
  await page.keyboard.press('1')
  const link = inner(page, 'step:build/>step:compile/>step:link')
  const configure = inner(page, 'step:build/>step:compile/>step:configure')
  await expect(link).toBeVisible()
  const drag = async (x: number, y: number): Promise<void> => {
    const from = await link.boundingBox()
    await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 8)
    await page.mouse.down()
    await page.mouse.move(x + 6, y + 6, { steps: 4 })
    await page.mouse.move(x, y, { steps: 4 })
    await page.mouse.up()
  }
  const outside = await card(page, 'step:prepare').boundingBox()
  await drag((outside?.x ?? 0) + 20, (outside?.y ?? 0) + 10)
  await expect(page.getByText('Steps are dragged within their own template.')).toBeVisible()
  expect(await openText(page)).toBe(nested)

  const target = await configure.boundingBox()
  await drag((target?.x ?? 0) + 4, (target?.y ?? 0) + (target?.height ?? 0) / 2)
  await expect
    .poll(() => openText(page))
    .toBe(
      nested.replace(
        `        - - name: configure # first
            template: leaf
        - - name: link
            template: leaf
`,
        `        - - name: link
            template: leaf
          - name: configure # first
            template: leaf
`,
      ),
    )
})

test('steps in a dag are unfolded on its canvas, and entered', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'nested.yaml', nested)
  await card(page, 'step:build').dblclick({ position: { x: 60, y: 12 } })
  const compile = card(page, 'step:compile')
  const before = await compile.boundingBox()
  await page.getByRole('button', { name: 'Unfold compile' }).click()
  const link = inner(page, 'step:compile/>step:link')
  await expect(link).toBeVisible()
  const after = await compile.boundingBox()
  expect(after?.x).toBeCloseTo(before?.x ?? 0, 0)
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0)
  await link.click({ position: { x: 60, y: 20 } })
  await expect(nameField(page)).toHaveValue('link')
  await link.click({ button: 'right', position: { x: 60, y: 20 } })
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(inner(page, 'step:compile/>step:link-2')).toBeVisible()
  await inner(page, 'step:compile/>step:configure').focus()
  await page.keyboard.press('ArrowUp')
  await expect(compile).toBeFocused()
  await compile.dblclick({ position: { x: 60, y: 12 } })
  await expect(page.getByRole('navigation', { name: 'Way to this template' })).toContainText(
    'compile',
  )
  await expect(card(page, 'step:link-2')).toBeVisible()
})
