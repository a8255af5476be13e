import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { openDesigner, openFile, openText, watchPage } from './support.ts'

/*
 * The two ways between Monaco and the document, and the one history: typing, edits on the canvas, undo from each pane, input methods,
 * several cursors, replacing everywhere, and files with any line ends.
 */

// A machine with few cores and Monaco to load.
test.setTimeout(90_000)

let original: string

test.beforeEach(async ({ page }) => {
  await openDesigner(page)
  original = await openText(page)
})

const code = (page: Page) => page.locator('[data-region="code"]')
const canvas = (page: Page) => page.locator('[data-region="canvas"]')

/** Puts the cursor at the end of the first line that holds a text, one of those that fit above. */
async function goToEnd(page: Page, line: string): Promise<void> {
  await code(page).getByRole('textbox').first().focus()
  await page.keyboard.press('Control+Home')
  await code(page).locator('.view-line').filter({ hasText: line }).first().click()
  await page.keyboard.press('End')
}

/** What Monaco shows, as far as it is in sight; its spaces are not those of the text. */
async function expectShown(page: Page, text: string): Promise<void> {
  await expect(code(page).locator('.view-lines')).toContainText(text)
}

async function compose(cdp: CDPSession, steps: readonly string[], word: string): Promise<void> {
  for (const text of steps) {
    const { length } = text
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    })
  }
  await cdp.send('Input.insertText', { text: word })
}

test('typing and edits on the canvas are one history, which each pane can undo', async ({
  page,
}) => {
  const watch = watchPage(page)
  await goToEnd(page, 'generateName')
  await page.keyboard.type('abc')
  await canvas(page).getByText('tails', { exact: true }).first().click()
  await page.keyboard.press('Delete')
  const edited = await openText(page)
  expect(edited).toContain('coinflip-abc\n')
  expect(edited).not.toContain('name: tails')

  // From the code: the edit of the canvas.
  await goToEnd(page, 'coinflip-abc')
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(original.replace('coinflip-', 'coinflip-abc'))
  // From the canvas: the typing.
  await canvas(page).getByText('flip', { exact: true }).first().click()
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(original)
  await expectShown(page, 'coinflip-')

  await canvas(page).getByText('flip', { exact: true }).first().click()
  await page.keyboard.press('Control+Shift+z')
  await goToEnd(page, 'coinflip-abc')
  await page.keyboard.press('Control+y')
  expect(await openText(page)).toBe(edited)
  watch.expectQuiet()
})

test('the cursor is where the edit was after undo', async ({ page }) => {
  await goToEnd(page, 'generateName')
  await page.keyboard.type('abc')
  await goToEnd(page, 'kind: Workflow')
  await page.keyboard.press('Control+z')
  await expect(code(page)).toContainText('Ln 5, Col 26')
  await page.keyboard.type('x')
  expect(await openText(page)).toBe(original.replace('coinflip-', 'coinflip-x'))
})

test('what an input method writes is there, and one undo takes a word back', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page)
  await goToEnd(page, 'generateName')
  await compose(cdp, ['k', 'か', 'かk', 'かか'], '過化')
  expect(await openText(page)).toBe(original.replace('coinflip-', 'coinflip-過化'))
  await goToEnd(page, 'coinflip-')
  await compose(cdp, ['n', 'に'], '日')
  expect(await openText(page)).toBe(original.replace('coinflip-', 'coinflip-過化日'))
  await goToEnd(page, 'coinflip-')
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(original.replace('coinflip-', 'coinflip-過化'))
  await goToEnd(page, 'coinflip-')
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(original)
})

test('several cursors type one step', async ({ page }) => {
  await goToEnd(page, 'apiVersion')
  for (const line of ['kind: Workflow', 'metadata']) {
    await code(page)
      .locator('.view-line')
      .filter({ hasText: line })
      .click({ modifiers: ['Alt'] })
  }
  await page.keyboard.press('End')
  await page.keyboard.type(' # x')
  expect(await openText(page)).toBe(
    original
      .replace('v1alpha1', 'v1alpha1 # x')
      .replace('kind: Workflow', 'kind: Workflow # x')
      .replace('metadata:', 'metadata: # x'),
  )
  await goToEnd(page, 'apiVersion')
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(original)
})

test('replacing everywhere is one step', async ({ page }) => {
  await goToEnd(page, 'apiVersion')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('it-was')
  await page.keyboard.press('Tab')
  await page.keyboard.type('outcome')
  await expect(code(page).getByText(/of 3/)).toBeVisible()
  await page.keyboard.press('Control+Alt+Enter')
  await expect(code(page).getByText('No results')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await openText(page)).toBe(original.replaceAll('it-was', 'outcome'))
  await goToEnd(page, 'apiVersion')
  await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(original)
})

test('typing in a file with other line ends leaves all other bytes alone', async ({ page }) => {
  const before =
    '\uFEFFapiVersion: argoproj.io/v1alpha1\r\nkind: Workflow\r\nmetadata:\n  name: x\rspec:\r\n  entrypoint: main\u2028\r\n'
  await openFile(page, 'ends.yaml', before)
  await expectShown(page, 'entrypoint')
  await goToEnd(page, 'metadata')
  await page.keyboard.press('Enter')
  await page.keyboard.type('labels: {}')
  expect(await openText(page)).toBe(before.replace('metadata:\n', 'metadata:\r\n  labels: {}\n'))
  await goToEnd(page, 'metadata')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
  expect(await openText(page)).toBe(before)
})

test('text that does not parse stays as typed, and says where', async ({ page }) => {
  await goToEnd(page, 'entrypoint')
  await page.keyboard.type(': [')
  await page.keyboard.press('Delete')
  await expect(code(page).getByRole('status').first()).toContainText(/Line \d+:/)
  expect(await openText(page)).not.toBe(original)
})

test('cursor and selected step go together', async ({ page }) => {
  await canvas(page).getByText('tails', { exact: true }).first().click()
  await expectShown(page, 'name: tails')
  await expect(canvas(page).getByText('tails', { exact: true }).first()).toBeVisible()
  await code(page).getByRole('tab', { name: 'Script — it-was' }).click()
  await expectShown(page, 'def it_was(coin_result):')
  await code(page).getByRole('tab', { name: 'YAML' }).click()
  await expectShown(page, 'name: tails')
  await code(page).locator('.view-line').filter({ hasText: 'name: tails' }).first().click()
  await page.keyboard.press('PageUp')
  await code(page).locator('.view-line').filter({ hasText: 'template: flip' }).first().click()
  await expect(code(page).getByRole('tab', { name: 'Script — flip' })).toBeVisible()
})

test('a function is typed into the manifest, and a draft is kept until it can be read', async ({
  page,
}) => {
  await canvas(page).getByText('heads', { exact: true }).first().click()
  await code(page).getByRole('tab', { name: 'Script — it-was' }).click()
  await goToEnd(page, 'def it_was')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(': str = "edge')
  await expect(code(page).getByText('Draft', { exact: true })).toBeHidden()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(code(page).getByText('Draft', { exact: true })).toBeVisible()
  await code(page).getByRole('tab', { name: 'YAML' }).click()
  await code(page)
    .getByRole('tab', { name: /Script/ })
    .click()
  await expectShown(page, 'def it_was(coin_result: str = "edge")')
  await goToEnd(page, 'def it_was')
  await page.keyboard.type(':')
  await expect(code(page).getByText('Draft', { exact: true })).toBeHidden()
  expect(await openText(page)).toMatch(/- name: coin_result\n\s+default: .?edge/)
})
