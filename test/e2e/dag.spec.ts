import { expect, test, type Page } from '@playwright/test'
import { openDesigner, openFile, openText, toasts, watchPage } from './support.ts'

const graph = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: graph-}
spec:
  entrypoint: main
  templates:
    - name: main
      dag:
        tasks:
          # the first
          - name: fetch
            template: work
          - {name: build, template: work, dependencies: [fetch]} # flat
          - name: test
            dependencies: [fetch]
            template: work
    - name: work
      suspend: {}
`
const joined = graph.replace(
  'dependencies: [fetch]\n            template',
  'dependencies: [fetch, build]\n            template',
)

const set = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: set-}
spec:
  entrypoint: main
  templates:
    - name: main
      containerSet:
        containers:
          - {name: fetch, image: busybox}
          - {name: build, image: busybox, dependencies: [fetch]}
          - name: main
            image: busybox # the last
            dependencies: [fetch]
`

const card = (page: Page, title: string) =>
  page.locator('[data-card][data-step]').filter({ hasText: new RegExp(`^${title}`) })

async function middle(page: Page, title: string): Promise<{ x: number; y: number }> {
  const box = await card(page, title).boundingBox()
  if (box === null) throw new Error(`No card ${title} is drawn.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Draws from the lower handle of a card to the middle of another, and does not let go. */
async function draw(page: Page, from: string, to: string): Promise<void> {
  const { x, y } = await middle(page, from)
  await page.mouse.move(x, y)
  const index = (await card(page, from).getAttribute('data-step')) ?? ''
  await page.locator(`[data-connect="after"][data-index="${index}"]`).hover()
  await page.mouse.down()
  const end = await middle(page, to)
  await page.mouse.move(end.x, end.y, { steps: 8 })
}

async function undo(page: Page, title: string): Promise<void> {
  await card(page, title).focus()
  await page.keyboard.press('ControlOrMeta+z')
}

test('tasks are connected by dragging; a circle and Escape leave the bytes', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'graph.yaml', graph)
  await expect(card(page, 'test')).toBeVisible()

  await draw(page, 'build', 'fetch')
  await page.mouse.up()
  await expect(toasts(page)).toContainText('fetch cannot wait for build')
  expect(await openText(page)).toBe(graph)

  await draw(page, 'build', 'test')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await openText(page)).toBe(graph)

  await draw(page, 'build', 'test')
  await page.mouse.up()
  expect(await openText(page)).toBe(joined)
  await undo(page, 'build')
  expect(await openText(page)).toBe(graph)
  watch.expectQuiet()
})

test('tasks are connected by keys', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'graph.yaml', graph)
  await card(page, 'build').focus()
  await page.keyboard.press('c')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  expect(await openText(page)).toBe(joined)
  await undo(page, 'build')
  expect(await openText(page)).toBe(graph)
})

test('what waits for a task follows its new name', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'graph.yaml', graph)
  await card(page, 'fetch').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('clone')
  await page.keyboard.press('Enter')
  await expect(card(page, 'clone')).toBeVisible()
  expect(await openText(page)).toBe(
    graph.replace('name: fetch', 'name: clone').replaceAll('[fetch]', '[clone]'),
  )
})

test('containers of a set are connected by dragging', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'set.yaml', set)
  await expect(card(page, 'build')).toBeVisible()
  await draw(page, 'build', 'main')
  await page.mouse.up()
  const expected = set.replace('dependencies: [fetch]\n', 'dependencies: [fetch, build]\n')
  expect(await openText(page)).toBe(expected)
  await undo(page, 'build')
  expect(await openText(page)).toBe(set)
})
