import { expect, test, type Page } from '@playwright/test'
import {
  chooseMenu,
  dropFile,
  openDesigner,
  openFile,
  openText,
  pasteText,
  savedBytes,
  toasts,
  watchPage,
} from './support.ts'

const manifest = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: small-
spec:
  entrypoint: main
  templates:
  - name: main
    steps: []
`

test.beforeEach(async ({ page }) => {
  await openDesigner(page)
})

const fileName = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('button', { name, exact: false })

test.describe('a file that is opened and saved untouched has the same bytes', () => {
  for (const [name, text] of [
    ['line feeds', manifest],
    ['a mark and CRLF', `\uFEFF${manifest.replaceAll('\n', '\r\n')}`],
    ['mixed ends', manifest.replace('\n', '\r\n').replace('spec:\n', 'spec:\r')],
    ['no end', manifest.trimEnd()],
    ['tabs and trailing spaces', `${manifest}  \t \n# ä 😀\n`],
    ['no YAML', 'a: [1\n\t: }\n'],
    ['nothing', ''],
  ] as const) {
    test(name, async ({ page }) => {
      await openFile(page, 'small.yaml', text)
      await expect(fileName(page, 'small.yaml')).toBeVisible()
      expect(await savedBytes(page)).toEqual(Buffer.from(text))
    })
  }
})

test('a file can be dropped anywhere', async ({ page }) => {
  await dropFile(page, 'dropped.yaml', manifest)
  await expect(fileName(page, 'dropped.yaml')).toBeVisible()
  expect(await openText(page)).toBe(manifest)
})

test('a manifest can be pasted beside what is open, and asks before unsaved work is closed', async ({
  page,
}) => {
  await page.locator('[data-region="toolbar"]').focus()
  await pasteText(page, manifest)
  await expect(fileName(page, 'pasted.yaml with unsaved changes')).toBeVisible()
  await pasteText(page, manifest.replace('small', 'other'))
  await expect(fileName(page, 'pasted-2.yaml with unsaved changes')).toBeVisible()
  expect(await openText(page)).toContain('other-')

  await chooseMenu(page, 'File > Close file')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Save the changes to pasted-2.yaml first?')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(await openText(page)).toContain('other-')

  await chooseMenu(page, 'File > Close file')
  await question.getByRole('button', { name: 'Don’t save' }).click()
  await expect(fileName(page, 'pasted.yaml with unsaved changes')).toBeVisible()
  expect(await openText(page)).toBe(manifest)

  await chooseMenu(page, 'File > Recover previous > pasted-2.yaml')
  await expect(fileName(page, 'pasted-2.yaml with unsaved changes')).toBeVisible()
  expect(await openText(page)).toContain('other-')
})

test('a text that is no manifest is not pasted as one', async ({ page }) => {
  await page.locator('[data-region="toolbar"]').focus()
  await pasteText(page, 'just words')
  await expect(fileName(page, 'coinflip.yaml')).toBeVisible()
})

test('JSON can be downloaded and copied', async ({ page }) => {
  const json = await savedBytes(page, 'File > Export > Download JSON')
  expect(JSON.parse(json.toString('utf8'))).toMatchObject({ kind: 'Workflow' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await chooseMenu(page, 'File > Export > Copy JSON')
  await expect(toasts(page)).toContainText('JSON copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(json.toString('utf8'))
})

test('every example opens', async ({ page }) => {
  for (const [label, name] of [
    ['Hello world', 'hello-world-steps'],
    ['Parallel steps', 'parallel-steps'],
    ['Coin flip', 'coinflip'],
  ]) {
    await chooseMenu(page, `File > Open example > ${label}`)
    await expect(fileName(page, `${name}.yaml`)).toBeVisible()
  }
})

test('a new workflow is empty and has no problems', async ({ page }) => {
  await chooseMenu(page, 'File > New workflow')
  expect(await openText(page)).toContain('kind: Workflow')
  await expect(page.getByRole('button', { name: 'Problems: 0 errors' })).toBeVisible()
})

test.describe('bad input is told of, and the page goes on', () => {
  /** Files that are not opened at all. */
  for (const [name, content, words] of [
    ['binary.yaml', Buffer.from([1, 0, 2, 3]), 'zero bytes'],
    ['wide.yaml', Buffer.from(`\uFEFF${manifest}`, 'utf16le'), 'UTF-16'],
    ['latin.yaml', Buffer.from([0x61, 0x0a, 0xe4, 0x62]), 'not UTF-8: line 2'],
    ['huge.yaml', Buffer.alloc(12 * 1024 * 1024, 'a'), '12.0 MB'],
    ['flow.py', Buffer.from('print(1)'), 'Python'],
  ] as const) {
    test(`${name} is refused`, async ({ page }) => {
      await openFile(page, name, content)
      await expect(toasts(page)).toContainText(words)
      await expect(fileName(page, 'coinflip.yaml')).toBeVisible()
    })
  }

  /** Files that open, with words over the canvas. */
  for (const [name, text, words] of [
    ['broken.yaml', 'kind: Workflow\nspec: [a\n', /Line \d/],
    ['words.yaml', 'hello world\n', 'plain text'],
    ['list.yaml', '- kind: Workflow\n', 'a list'],
    ['kindless.yaml', 'a: 1\n', 'no kind'],
    ['deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'a Deployment'],
    ['html.yaml', 'kind: <img src=x onerror=alert(1)>\n', '<img src=x onerror=alert(1)>'],
  ] as const) {
    test(`${name} opens and is explained`, async ({ page }) => {
      await openFile(page, name, text)
      await expect(page.getByRole('region', { name: 'Canvas' })).toContainText(words)
      expect(await openText(page)).toBe(text)
    })
  }

  /** Manifests with problems: the list names them. */
  for (const [name, change, words] of [
    ['flat steps', ['steps: []', 'steps:\n    - name: a\n      template: main'], /list/i],
    ['two of one name', ['steps: []', 'steps: []\n  - name: main\n    suspend: {}'], /main/],
    ['a step without template', ['steps: []', 'steps:\n    - - name: a'], /template/],
    ['a map for a list', ['steps: []', 'steps: {a: 1}'], /list/i],
  ] as const) {
    test(`${name} is listed`, async ({ page }) => {
      const [from, to] = change
      const text = manifest.replace(from, to)
      await openFile(page, 'odd.yaml', text)
      await page.getByRole('button', { name: /^Problems: [1-9]/ }).click()
      await expect(page.getByRole('grid', { name: 'Problems' })).toContainText(words)
      expect(await openText(page)).toBe(text)
    })
  }

  test('names of 10,000 characters and of HTML move nothing', async ({ page }) => {
    const watch = watchPage(page)
    const long = 'n'.repeat(10_000)
    const text = manifest
      .replaceAll('main', long)
      .replace('steps: []', `steps:\n    - - name: "<b>bold</b>"\n        template: ${long}`)
    await openFile(page, 'long.yaml', text)
    await expect(fileName(page, 'long.yaml')).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(1440)
    expect(await page.locator('b').count()).toBe(0)
    expect(await openText(page)).toBe(text)
    watch.expectQuiet()
  })

  test('an alias bomb opens, and refuses only to become JSON', async ({ page }) => {
    const bomb = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    )
    const text = `${manifest}${bomb.join('\n')}\n`
    await openFile(page, 'bomb.yaml', text)
    await chooseMenu(page, 'File > Export > Download JSON')
    await expect(toasts(page)).toContainText('cannot be written as JSON')
    expect(await openText(page)).toBe(text)
  })

  test('of several documents one is drawn, and the list of files switches', async ({ page }) => {
    await openFile(page, 'two.yaml', `a: 1\n---\n${manifest}`)
    await expect(toasts(page)).toContainText('Drawn is number 2, Workflow small-')
    const files = page.getByRole('navigation', { name: 'Files' })
    await files.getByRole('button', { name: 'no kind', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Canvas' })).toContainText('no kind')
  })
})

test('a file that vanished before it is saved finds another place', async ({ page }) => {
  await page.addInitScript(() => {
    const gone = () => Promise.reject(new DOMException('no', 'NotFoundError'))
    const handle = {
      name: 'gone.yaml',
      kind: 'file',
      getFile: () => Promise.resolve(new File(['kind: Workflow\n'], 'gone.yaml')),
      queryPermission: () => Promise.resolve('granted'),
      requestPermission: () => Promise.resolve('granted'),
      createWritable: gone,
    }
    Object.assign(window, {
      showOpenFilePicker: () => {
        const opened = { ...handle }
        // Read once, then gone.
        setTimeout(() => Object.assign(opened, { getFile: gone }), 200)
        return Promise.resolve([opened])
      },
      showSaveFilePicker: () => Promise.reject(new DOMException('no', 'AbortError')),
    })
  })
  await page.reload()
  await chooseMenu(page, 'File > Open…')
  await expect(fileName(page, 'gone.yaml')).toBeVisible()
  await page.waitForTimeout(300)
  await chooseMenu(page, 'File > Save')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('The file is gone')
  await question.getByRole('button', { name: 'Save as…' }).click()
  await expect(question).toBeHidden()
  expect(await openText(page)).toBe('kind: Workflow\n')
})
