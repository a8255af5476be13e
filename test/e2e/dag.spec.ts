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

const cond = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: cond-}
spec:
  entrypoint: main
  templates:
    - name: main
      dag:
        tasks:
          - name: fetch
            template: work
          - name: build
            template: work
            depends: fetch # at first
          - name: alarm
            template: work
            depends: build.Failed || build.Errored
          - name: tidy
            template: work
            depends: "(build || alarm) && fetch"
    - name: work
      suspend: {}
`

const data = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: data-}
spec:
  entrypoint: main
  arguments:
    parameters: [{name: day, value: today}]
  templates:
    - name: main
      inputs:
        parameters: [{name: day}]
      dag:
        tasks:
          - name: list
            template: say
            arguments: {parameters: [{name: what, value: "{{inputs.parameters.day}}"}]}
          - name: greet
            dependencies: [list]
            templateRef: {name: lib, template: greet}
            arguments: {parameters: [{name: whom, value: "{{tasks.list.outputs.result}}"}]}
          - name: wrong
            dependencies: [greet, gone]
            template: say
            arguments: {parameters: [{name: what, value: hi}]}
    - name: say
      inputs:
        parameters: [{name: what}]
      retryStrategy: {limit: 2}
      container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`
const lib = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
    - name: greet
      inputs:
        parameters: [{name: whom}]
      script: {image: python, command: [python], source: print(1)}
`

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

/** A point of an edge where nothing lies over it. */
async function edgeAt(page: Page, from: string, to: string): Promise<{ x: number; y: number }> {
  const [a, b] = await Promise.all([idOf(page, from), idOf(page, to)])
  const found = await page
    .locator(`g[data-edge="${a} ${b}"] path`)
    .nth(1)
    .evaluate((path: SVGPathElement) => {
      // A third of the way: cards and labels are not there.
      const point = path.getPointAtLength(path.getTotalLength() / 3)
      const matrix = path.getScreenCTM()
      const { x, y } = point.matrixTransform(matrix ?? undefined)
      return { x, y }
    })
  return found
}

async function idOf(page: Page, title: string): Promise<string> {
  return (await card(page, title).getAttribute('data-card')) ?? ''
}

const label = (page: Page, words: string) => page.locator(`g[data-edge][data-result="${words}"]`)

test('a condition stands on its edge, and is changed by the menu of the edge', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'cond.yaml', cond)
  await expect(label(page, 'Failed or Errored')).toBeVisible()
  // What an `||` may do without is drawn in dashes.
  const optional = page.locator('g[data-edge][data-optional]')
  await expect(optional).toHaveCount(2)

  const at = await edgeAt(page, 'fetch', 'build')
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Condition' }).click()
  const succeeded = page.getByRole('menuitemradio', { name: 'Succeeded', exact: true })
  await expect(page.getByRole('menuitemradio', { name: 'Ended well' })).toBeChecked()
  await succeeded.click()
  await expect(label(page, 'Succeeded')).toBeVisible()
  const succeeds = cond.replace('depends: fetch #', 'depends: fetch.Succeeded #')
  expect(await openText(page)).toBe(succeeds)
  await undo(page, 'build')
  expect(await openText(page)).toBe(cond)

  // One that is named with several results is for a person to say.
  const many = await edgeAt(page, 'build', 'alarm')
  await page.mouse.click(many.x, many.y, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Condition' }).click()
  await page.getByRole('menuitemradio', { name: 'Failed', exact: true }).click()
  await expect(toasts(page)).toContainText('names build several times')
  expect(await openText(page)).toBe(cond)
  watch.expectQuiet()
})

test('an edge is taken to another task by its end, and removed by key and by its button', async ({
  page,
}) => {
  await openDesigner(page)
  await openFile(page, 'graph.yaml', graph)
  await expect(card(page, 'test')).toBeVisible()
  const at = await edgeAt(page, 'fetch', 'test')
  await page.mouse.click(at.x, at.y)
  const end = page.locator('[data-edge-end="from"]')
  await expect(end).toBeVisible()
  await end.hover()
  await page.mouse.down()
  const build = await middle(page, 'build')
  await page.mouse.move(build.x, build.y, { steps: 8 })
  await page.mouse.up()
  const moved = graph.replace(
    'dependencies: [fetch]\n            template',
    'dependencies: [build]\n            template',
  )
  expect(await openText(page)).toBe(moved)
  await undo(page, 'build')
  expect(await openText(page)).toBe(graph)

  const parted = graph.replace('            dependencies: [fetch]\n', '')
  const again = await edgeAt(page, 'fetch', 'test')
  await page.mouse.click(again.x, again.y)
  await page.keyboard.press('Delete')
  expect(await openText(page)).toBe(parted)
  await expect(card(page, 'test')).toBeVisible()
  await undo(page, 'build')
  expect(await openText(page)).toBe(graph)

  const third = await edgeAt(page, 'fetch', 'test')
  await page.mouse.click(third.x, third.y)
  await page.locator('[data-edge-delete]').click()
  expect(await openText(page)).toBe(parted)
})

test('a circle that a moved edge would close is refused', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'joined.yaml', joined)
  await expect(card(page, 'test')).toBeVisible()
  const at = await edgeAt(page, 'fetch', 'build')
  await page.mouse.click(at.x, at.y)
  await page.locator('[data-edge-end="from"]').hover()
  await page.mouse.down()
  const last = await middle(page, 'test')
  await page.mouse.move(last.x, last.y, { steps: 8 })
  await page.mouse.up()
  await expect(toasts(page)).toContainText(
    'build cannot wait for test, which waits for it already: build → test.',
  )
  expect(await openText(page)).toBe(joined)
})

test('a task is put on an edge', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'graph.yaml', graph)
  await expect(card(page, 'test')).toBeVisible()
  const at = await edgeAt(page, 'fetch', 'test')
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Add a task here…' }).click()
  await page.getByRole('option', { name: /^work\b/ }).click()
  await expect(card(page, 'work')).toBeVisible()
  const text = await openText(page)
  expect(text).toContain('dependencies: [work]\n            template: work')
  expect(text).toContain('dependencies: [fetch]')
})

test('a container is added to a set, renamed, waits, and is deleted', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'set.yaml', set)
  await card(page, 'build').hover()
  await page.getByRole('button', { name: 'Add after build' }).click()
  await page
    .getByRole('option', { name: /container/i })
    .first()
    .click()
  await expect(card(page, 'container')).toBeVisible()
  expect(await openText(page)).toContain('dependencies: [build]')

  await card(page, 'container').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('check')
  await page.keyboard.press('Enter')
  await expect(card(page, 'check')).toBeVisible()
  await draw(page, 'check', 'main')
  await page.mouse.up()
  expect(await openText(page)).toContain('dependencies: [fetch, check]')

  await card(page, 'check').click()
  await page.keyboard.press('Delete')
  await expect(card(page, 'check')).toHaveCount(0)
  expect(await openText(page)).toBe(set)
  watch.expectQuiet()
})

test('a task of another workflow says what it is once that is open, and leads inside', async ({
  page,
}) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'data.yaml', data)
  await expect(card(page, 'greet')).toHaveAttribute('data-kind', 'templateRef')
  await card(page, 'greet').focus()
  await page.keyboard.press('Enter')
  await expect(toasts(page)).toContainText('WorkflowTemplate lib is not open')

  await openFile(page, 'lib.yaml', lib)
  await expect(page.getByRole('heading', { name: 'greet' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Files' }).getByTitle('data.yaml').click()
  await expect(card(page, 'greet')).toHaveAttribute('data-kind', 'script')
  await card(page, 'greet').dblclick()
  await expect(page.getByRole('heading', { name: 'greet' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to main' }).click()
  await expect(card(page, 'greet')).toBeVisible()
  watch.expectQuiet()
})

test('data edges, problems and how a template runs are on the cards of a dag', async ({ page }) => {
  const watch = watchPage(page)
  await openDesigner(page)
  await openFile(page, 'data.yaml', data)
  await expect(card(page, 'list')).toContainText('2 retries')
  await page.getByRole('button', { name: '1 error of wrong: show' }).click()
  const popover = page.getByRole('dialog', { name: 'Problems of wrong' })
  await popover.getByRole('button', { name: 'Show in the list' }).click()
  await expect(page.getByRole('row', { name: /There is no task gone/ })).toBeFocused()

  const lines = (direction: 'in' | 'out') =>
    page.locator(`[data-flow="step"] [data-direction="${direction}"] path`).first()
  await card(page, 'list').hover()
  await expect(lines('in')).toHaveAttribute('d', /^M/)
  await expect(lines('out')).toHaveAttribute('d', /^M/)
  await card(page, 'greet').click()
  await page.mouse.move(5, 5)
  await expect(lines('in')).toHaveAttribute('d', /^M/)
  await page.getByRole('button', { name: 'Show all data edges' }).click()
  await expect(page.locator('[data-flow="all"] path')).toHaveAttribute('d', /^M/)
  expect(await openText(page)).toBe(data)
  watch.expectQuiet()
})

test('containers of a set are duplicated, copied and pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDesigner(page)
  await openFile(page, 'set.yaml', set)
  await card(page, 'build').click()
  await page.keyboard.press('ControlOrMeta+d')
  await expect(card(page, 'build-2')).toBeVisible()
  const copy = '          - {name: build-2, image: busybox, dependencies: [fetch]}\n'
  const line = '          - {name: build, image: busybox, dependencies: [fetch]}\n'
  expect(await openText(page)).toBe(set.replace(line, line + copy))
  await undo(page, 'fetch')
  expect(await openText(page)).toBe(set)

  await card(page, 'build').click()
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(card(page, 'build-2')).toBeVisible()
  expect(await openText(page)).toBe(set + copy)

  // What is no step is not offered what steps are.
  await card(page, 'build-2').click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Refactor' })).toHaveCount(0)
})

test('a task is looped by the menu of its card', async ({ page }) => {
  await openDesigner(page)
  await openFile(page, 'graph.yaml', graph)
  await card(page, 'test').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Refactor' }).click()
  await page.getByRole('menuitem', { name: /^Loop/ }).click()
  await page.getByRole('textbox', { name: 'Items, one a line' }).fill('a\nb')
  await page.getByRole('dialog').getByRole('button', { name: 'Loop', exact: true }).click()
  await expect(card(page, 'test')).toContainText('items')
  expect(await openText(page)).toContain('withItems:')
})
