import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { browserArguments } from './browser.mjs'
import { ensureBrowser, ensureBuilt, ensureInstalled } from './ensure.mjs'
import { root, say } from './run.mjs'

/*
 * `node tools/pictures.mjs [NAME…]`: takes the pictures of README.md again, all or those that are named, into docs/pictures. They show
 * the built designer; what it submits to is a server of this file, that creates whatever it is given.
 */

/** @typedef {import('@playwright/test').Page} Page */

const folder = join(root, 'docs/pictures')
/** What is typed where the script is shown; the editor indents by itself. */
const code = [
  'def it_was(coin_result: str, times: int = 1):',
  'for _ in range(times):',
  'print(f"it was {coin_result}")',
]

const size = { width: 1440, height: 900 }

/** @type {Record<string, { scheme: 'light' | 'dark', take: (page: Page, file: string) => Promise<void> }>} */
const pictures = {
  'designer-light': { scheme: 'light', take: overview },
  'designer-dark': { scheme: 'dark', take: overview },
  drag: { scheme: 'light', take: drag },
  script: { scheme: 'light', take: script },
  condition: { scheme: 'light', take: condition },
  run: { scheme: 'light', take: dryRun },
  submit: { scheme: 'light', take: submit },
  dag: { scheme: 'light', take: dag },
  'container-set': { scheme: 'dark', take: containerSet },
  unfolded: { scheme: 'light', take: unfolded },
  'thousand-steps-far': { scheme: 'light', take: thousandFar },
  'thousand-steps-near': { scheme: 'dark', take: thousandNear },
}

await ensureInstalled()
await ensureBuilt()
const executablePath = await ensureBrowser()
const { chromium } = await import('@playwright/test')
const browser = await chromium.launch({ executablePath, args: browserArguments() })
const argo = await startArgo()
const designer = await startDesigner(argo.url)
mkdirSync(folder, { recursive: true })
try {
  const wanted = process.argv.slice(2)
  for (const [name, { scheme, take }] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    say(`taking ${name}`)
    const page = await browser.newPage({
      viewport: size,
      deviceScaleFactor: 1.5,
      colorScheme: scheme,
      reducedMotion: 'reduce',
    })
    await page.goto(designer.url)
    await page.locator('[data-region="code"] .monaco-editor').first().waitFor()
    await take(page, join(folder, `${name}.png`))
    await page.close()
  }
} finally {
  await browser.close()
  designer.close()
  argo.close()
}

/**
 * The whole window, with a step chosen.
 * @param {Page} page
 * @param {string} path
 */
async function overview(page, path) {
  await card(page, 'heads').click()
  await settle(page)
  await page.screenshot({ path })
}

/**
 * A template of the file on its way into a lane, with the places lit where it may go.
 * @param {Page} page
 * @param {string} path
 */
async function drag(page, path) {
  await openExample(page, 'parallel')
  const from = await middle(
    page
      .getByRole('region', { name: 'Palette' })
      .getByRole('button', { name: /^echo / })
      .first(),
  )
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 })
  // Near its edge the canvas pans, so where the lane is shows only when the pointer is past it.
  const canvas = await middle(page.getByRole('application'))
  await page.mouse.move(canvas.x, canvas.y, { steps: 4 })
  await settle(page)
  const next = await box(card(page, 'parallel-2'))
  await page.mouse.move(next.x + 10, next.y + next.height - 4, { steps: 8 })
  await settle(page)
  await page.screenshot({ path, clip: await row(page, ['palette', 'canvas']) })
  await page.keyboard.press('Escape')
  await page.mouse.up()
}

/**
 * A script as the Python function that it is, in the editor.
 * @param {Page} page
 * @param {string} path
 */
async function script(page, path) {
  await card(page, 'heads').click()
  await page.getByRole('tab', { name: 'Template' }).click()
  await page.getByRole('tab', { name: /^Script/ }).click()
  const editor = page.getByRole('textbox', { name: /^Script of/ })
  await editor.waitFor({ state: 'attached' })
  await editor.press('ControlOrMeta+A')
  for (const [index, line] of code.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
    await settle(page)
  }
  if ((await page.getByText('Draft', { exact: true }).count()) > 0)
    throw new Error('the script was not typed as it is meant')
  await page.screenshot({ path, clip: await around(page, ['canvas', 'code', 'inspector']) })
}

/**
 * The builder of conditions, with its text beside it.
 * @param {Page} page
 * @param {string} path
 */
async function condition(page, path) {
  await card(page, 'heads').click()
  const text = page.getByRole('textbox', { name: 'As text' })
  await text.fill('{{steps.flip.outputs.result}} == "heads" && {{steps.flip.status}} == Succeeded')
  await text.blur()
  await settle(page)
  await page.screenshot({ path, clip: await around(page, ['canvas', 'inspector']) })
}

/**
 * A dry run that is over: what became of the steps, their times, and what they wrote.
 * @param {Page} page
 * @param {string} path
 */
async function dryRun(page, path) {
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/it was (?:heads|tails)/)
    .first()
    .waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'To the end' }).click()
  await page.getByRole('button', { name: /code/i }).first().click()
  await settle(page)
  await page.screenshot({ path })
}

/**
 * What a click on Submit comes to.
 * @param {Page} page
 * @param {string} path
 */
async function submit(page, path) {
  await page.getByRole('button', { name: /^Submit: / }).click()
  await page.getByRole('link', { name: /Open in Argo/ }).waitFor()
  await settle(page)
  await page.screenshot({ path, clip: await around(page, ['toolbar', 'canvas']) })
}

/**
 * A dag, with a task chosen.
 * @param {Page} page
 * @param {string} path
 */
async function dag(page, path) {
  await openExample(page, 'dag')
  await card(page, 'train').click()
  await settle(page)
  await page.screenshot({ path })
}

/**
 * The containers of one pod.
 * @param {Page} page
 * @param {string} path
 */
async function containerSet(page, path) {
  await openExample(page, 'container')
  await page.screenshot({ path })
}

/**
 * A dag in the card that calls it, and steps in one of its tasks.
 * @param {Page} page
 * @param {string} path
 */
async function unfolded(page, path) {
  await openExample(page, 'nested')
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.getByRole('button', { name: 'Unfold prepare' }).click()
  await page.getByRole('button', { name: 'Unfold fit' }).click()
  await card(page, 'trees').click()
  await page.getByRole('button', { name: 'Zoom to fit' }).click()
  await settle(page)
  await page.screenshot({ path })
}

/**
 * A thousand steps, all of them in sight.
 * @param {Page} page
 * @param {string} path
 */
async function thousandFar(page, path) {
  await openThousand(page)
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.getByRole('button', { name: 'Zoom to fit' }).click()
  await settle(page)
  await page.screenshot({ path })
}

/**
 * A few of a thousand steps, with one of them chosen.
 * @param {Page} page
 * @param {string} path
 */
async function thousandNear(page, path) {
  await openThousand(page)
  await card(page, 'step-38').click()
  await settle(page)
  await page.screenshot({ path })
}

/**
 * A workflow of a thousand steps: forty lanes of 25.
 * @param {Page} page
 */
async function openThousand(page) {
  const lanes = Array.from({ length: 40 }, (_, lane) =>
    Array.from({ length: 25 }, (_, place) => {
      const dash = place === 0 ? '- - ' : '  - '
      return `        ${dash}name: step-${lane * 25 + place + 1}\n            template: work`
    }).join('\n'),
  )
  const text = [
    'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  generateName: thousand-',
    'spec:\n  entrypoint: main\n  templates:\n    - name: main\n      steps:',
    ...lanes,
    '    - name: work\n      container:\n        image: alpine:3.20\n        command: [echo, done]\n',
  ].join('\n')
  const data = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    const type = 'application/yaml'
    transfer.items.add(new File([${JSON.stringify(text)}], 'thousand.yaml', { type }))
    return transfer
  })()`)
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await page
    .getByRole('button', { name: /^thousand\.yaml/ })
    .first()
    .waitFor()
  await settle(page)
}

/**
 * The card of a step on the canvas.
 * @param {Page} page
 * @param {string} name
 */
function card(page, name) {
  return page.getByRole('application').getByRole('group', { name: new RegExp(`^${name}, `) })
}

/**
 * @param {Page} page
 * @param {string} name as the examples are called, and their files
 */
async function openExample(page, name) {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(`Open example: ${name}`)
  await page
    .getByRole('option', { name: new RegExp(`^Open example: ${name}`, 'i') })
    .first()
    .click()
  await page
    .getByRole('button', { name: new RegExp(`^${name}.*\\.yaml `) })
    .first()
    .waitFor()
  await settle(page)
}

/**
 * The part of the window that these panes fill.
 * @param {Page} page
 * @param {readonly string[]} regions
 */
async function around(page, regions) {
  const boxes = await regionBoxes(page, regions)
  const x = Math.min(...boxes.map((each) => each.x))
  const y = Math.min(...boxes.map((each) => each.y))
  const width = Math.max(...boxes.map((each) => each.x + each.width)) - x
  const height = Math.max(...boxes.map((each) => each.y + each.height)) - y
  return { x, y, width, height }
}

/**
 * The same, as high as the lowest of them.
 * @param {Page} page
 * @param {readonly string[]} regions
 */
async function row(page, regions) {
  const boxes = await regionBoxes(page, regions)
  return {
    ...(await around(page, regions)),
    height: Math.min(...boxes.map(({ height }) => height)),
  }
}

/**
 * @param {Page} page
 * @param {readonly string[]} regions
 */
function regionBoxes(page, regions) {
  return Promise.all(regions.map((name) => box(page.locator(`[data-region="${name}"]`))))
}

/** @param {import('@playwright/test').Locator} locator */
async function box(locator) {
  const found = await locator.boundingBox()
  if (!found) throw new Error(`not shown: ${locator}`)
  return found
}

/** @param {import('@playwright/test').Locator} locator */
async function middle(locator) {
  const { x, y, width, height } = await box(locator)
  return { x: x + width / 2, y: y + height / 2 }
}

/**
 * Waits until fonts are there, code has its colours and nothing moves.
 * @param {Page} page
 */
async function settle(page) {
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.waitForTimeout(1500)
}

/**
 * An Argo Server that creates whatever it is given.
 * @returns {Promise<{ url: string, close: () => void }>}
 */
async function startArgo() {
  /** @type {Record<string, unknown>} */
  const reads = {
    '/api/v1/info': { managedNamespace: 'argo', links: [], modals: {}, navColor: '' },
    '/api/v1/userinfo': { subject: 'jane', groups: [] },
    '/api/v1/version': { version: 'v3.7.1' },
  }
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const workflow = text === '' ? undefined : JSON.parse(text).workflow
    const name = `${workflow?.metadata.generateName ?? ''}x7k2p`
    const made = { ...workflow, metadata: { name, namespace: 'argo', uid: '1' } }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(reads[request.url ?? ''] ?? made))
  })
  // Argo's own port where it is free: the address is in the pictures.
  server.once('error', () => server.listen(0, '127.0.0.1'))
  server.listen(2746, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

/**
 * The designer, served as a person serves it, on a free port.
 * @param {string} argoUrl
 * @returns {Promise<{ url: string, close: () => void }>}
 */
async function startDesigner(argoUrl) {
  const command = [join(root, 'tools/stepwright.mjs'), 'serve', '--port', '0', '--argo', argoUrl]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const url = /Stepwright is at (\S+)/.exec(said)?.[1]
    if (url !== undefined) return { url, close: () => child.kill('SIGTERM') }
  }
  throw new Error(`serve ended: ${said}`)
}
