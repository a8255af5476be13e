import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Locator, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What the page itself gets as `window.axe`. */
interface AxeWindow {
  readonly axe?: { readonly run: (options: RunOptions) => Promise<AxeResults> }
}

/** No accessibility rule is broken in the page as it is once it moves no more, best practices included. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // What fades in has less contrast for a moment. Spinners never come to rest.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
      ),
  )
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as AxeWindow
    const results = await axe?.run({ resultTypes: ['violations'] })
    return (results?.violations ?? []).map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      nodes: nodes.slice(0, 5).map(({ target, failureSummary }) => ({
        target: target.join(' '),
        why: failureSummary,
      })),
    }))
  })
  expect(violations).toEqual([])
}

/** Fails the test on any error in the page's console, and on any request that leaves its origin. */
export function watchPage(page: Page): { readonly expectQuiet: () => void } {
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => void troubles.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol === 'data:' || url.protocol === 'blob:') return
    if (url.hostname !== '127.0.0.1') troubles.push(`request: ${request.url()}`)
  })
  return { expectQuiet: () => expect(troubles).toEqual([]) }
}

/** Opens the designer and waits until it can be used. The file pickers are those that a test can fill in. */
export async function openDesigner(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Playwright answers the old picker and the download; Chromium's own dialogs nobody can.
    Reflect.deleteProperty(window, 'showOpenFilePicker')
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto('/')
  await waitForDesigner(page)
}

export async function waitForDesigner(page: Page): Promise<void> {
  await expect(page.getByRole('banner', { name: 'Toolbar' })).toBeVisible()
  await expect(page.locator('[data-region="code"] .monaco-editor').first()).toBeVisible({
    timeout: 30_000,
  })
}

/** Chooses a line of a menu of the toolbar, submenus parted by `>`: `File > Export > Download YAML`. */
export async function chooseMenu(page: Page, path: string): Promise<void> {
  const [menu = '', ...lines] = path.split('>').map((part) => part.trim())
  await page.getByRole('banner').getByRole('button', { name: menu, exact: true }).click()
  for (const line of lines) {
    // The first: “Save” comes before “Save as…”.
    const named = page.getByRole('menuitem', { name: new RegExp(`^${escaped(line)}`) })
    await named.first().click()
  }
}

/** Opens a file by the button, as a person with a picker. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const picker = page.waitForEvent('filechooser')
  await chooseMenu(page, 'File > Open…')
  const chosen = await picker
  await chosen.setFiles({
    name,
    mimeType: 'application/yaml',
    buffer: typeof content === 'string' ? Buffer.from(content) : content,
  })
}

/** The bytes that saving gives. */
export async function savedBytes(page: Page, path = 'File > Save'): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await chooseMenu(page, path)
  return readFileSync(await (await download).path())
}

/** The text that is open, as it would be saved. */
export async function openText(page: Page): Promise<string> {
  return (await savedBytes(page, 'File > Export > Download YAML')).toString('utf8')
}

/** Drops a file on the middle of the window. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], fileName))
      return data
    },
    [name, content] as const,
  )
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('#root', event, { dataTransfer: transfer })
  }
}

/** Pastes a text where the focus is, as the keys for it do. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  }, text)
}

/** Puts the cursor at the end of the text in the code editor and types there. */
export async function typeInCode(page: Page, text: string): Promise<void> {
  await page.locator('[data-region="code"] .monaco-editor .view-lines').first().click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

/** The toasts that are shown. */
export function toasts(page: Page): Locator {
  return page.getByRole('region', { name: 'Notifications' })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
