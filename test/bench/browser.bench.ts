import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../../tools/browser.mjs'
import { stepsManifest } from '../support/generate.ts'
import { percentile, type Benchmark, type Measured } from './harness.ts'

/* The designer as it is built, in a real browser, beside React Flow as it comes and a designer of the registry. */

const HOST = 'http://127.0.0.1:9'
const CANVAS = '[data-region="canvas"]'

/** Something that draws the flow, and where. */
interface Subject {
  readonly name: 'stepwright' | 'react-flow' | 'peer'
  readonly url: string
  readonly folder: string
  /** Where the wheel is turned. */
  readonly surface: string
}

const subjects: readonly Subject[] = [
  { name: 'stepwright', url: '/', folder: 'dist/app', surface: CANVAS },
  {
    name: 'react-flow',
    url: '/react-flow.html',
    folder: '.cache/bench-pages',
    surface: '.react-flow',
  },
  { name: 'peer', url: '/peer.html', folder: '.cache/bench-pages', surface: '.sqd-workspace' },
]

interface Numbers {
  readonly open: number
  /** Frames while the wheel pans, then zooms out; p95 in ms. */
  readonly pan: number
  readonly zoom: number
  /** Elements in the page as it opens, and zoomed far out. */
  readonly elements: number
  readonly elementsFar: number
  /** In MB, after collecting garbage. */
  readonly heap: number
}

const measured = new Map<string, Promise<Numbers>>()

function numbersOf(subject: Subject, steps: number): Promise<Numbers> {
  const key = `${subject.name} ${String(steps)}`
  const known = measured.get(key) ?? inPage(subject, (page) => measure(page, subject, steps))
  measured.set(key, known)
  return known
}

async function inPage<T>(
  subject: Subject,
  act: (page: Page) => Promise<T>,
  withheld = /^$/,
): Promise<T> {
  const executablePath = findBrowser()
  const browser: Browser = await chromium.launch({
    args: [...browserArguments(), '--js-flags=--expose-gc', '--enable-precise-memory-info'],
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // No server: the browser is given the files as they are.
    await page.context().route(`${HOST}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      const path = join(subject.folder, pathname === '/' ? 'index.html' : pathname)
      await (existsSync(path) && !withheld.test(pathname)
        ? route.fulfill({ path })
        : route.fulfill({ status: 404 }))
    })
    await page.goto(HOST + subject.url)
    return await act(page)
  } finally {
    await browser.close()
  }
}

async function measure(page: Page, subject: Subject, steps: number): Promise<Numbers> {
  const open = await openFlow(page, subject, steps)
  await page.waitForTimeout(1500)
  const elements = await countElements(page, subject)
  const pan = await frames(page, subject.surface, { deltaY: 40 })
  const zoom = await frames(page, subject.surface, { deltaY: 60, ctrlKey: true })
  await page.waitForTimeout(500)
  const elementsFar = await countElements(page, subject)
  const heap = await page.evaluate(() => {
    const { gc } = window as { gc?: () => void }
    gc?.()
    const { memory } = performance as { memory?: { usedJSHeapSize: number } }
    return (memory?.usedJSHeapSize ?? 0) / 1e6
  })
  return { open, pan, zoom, elements, elementsFar, heap }
}

async function openFlow(page: Page, { name }: Subject, steps: number): Promise<number> {
  if (name !== 'stepwright') return page.evaluate((count) => window.draw?.(count) ?? 0, steps)
  await page.locator('.monaco-editor').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1000)
  return page.evaluate(
    async ([text, canvas]) => {
      const start = performance.now()
      const data = new DataTransfer()
      data.items.add(new File([text], 'flow.yaml'))
      const root = document.querySelector('#root')
      for (const type of ['dragenter', 'dragover', 'drop'])
        root?.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        )
      const isThere = (): boolean =>
        document.querySelector(canvas)?.textContent.includes('step-0000') === true
      while (!isThere())
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - start
    },
    [stepsManifest(steps), CANVAS] as const,
  )
}

/** How many elements draw the flow, the bars around it included. */
function countElements(page: Page, { surface }: Subject): Promise<number> {
  return page.locator(`${surface} *`).count()
}

/** How far the wheel is turned, and whether with the key that zooms. */
interface Turn {
  readonly deltaY: number
  readonly ctrlKey?: boolean
}

/** Turns the wheel in every frame, and gives the p95 of how long frames take, in ms. */
async function frames(page: Page, surface: string, turn: Turn): Promise<number> {
  const times = await page.evaluate(
    async ([selector, init]) => {
      const box = document.querySelector(selector)?.getBoundingClientRect()
      const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
      const target = document.elementFromPoint(x, y)
      const taken: number[] = []
      let last = performance.now()
      for (let frame = 0; frame < 90; frame++) {
        target?.dispatchEvent(
          new WheelEvent('wheel', {
            ...init,
            clientX: x,
            clientY: y,
            bubbles: true,
            cancelable: true,
          }),
        )
        await new Promise(requestAnimationFrame)
        const now = performance.now()
        if (frame > 10) taken.push(now - last)
        last = now
      }
      return taken
    },
    [surface, turn] as const,
  )
  return percentile(times, 0.95)
}

/**
 * Types into the code, and gives how long each key takes until what it changed is painted, and the longest task; into a key without a colon
 * if the text is to be `broken`.
 */
async function typing(steps: number, isBroken: boolean): Promise<{ p95: number; longest: number }> {
  const [stepwright] = subjects
  if (stepwright === undefined) throw new Error('no subject')
  return inPage(stepwright, async (page) => {
    await openFlow(page, stepwright, steps)
    await page.waitForTimeout(3000)
    await page.evaluate(() => {
      const seen = { keys: [] as number[], longest: 0 }
      Reflect.set(window, 'seen', seen)
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          seen.longest = Math.max(seen.longest, duration)
      }).observe({ type: 'longtask' })
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          requestAnimationFrame(() => {
            setTimeout(() => seen.keys.push(performance.now() - timeStamp))
          })
        },
        { capture: true },
      )
    })
    await placeCursor(page)
    if (isBroken) {
      await page.keyboard.press('Enter')
      await page.keyboard.type('when')
      await page.waitForTimeout(3000)
      await page.evaluate(() => {
        const seen = Reflect.get(window, 'seen') as { keys: number[]; longest: number }
        seen.keys.length = 0
        seen.longest = 0
      })
    }
    await typeKeys(page)
    const { keys, longest } = await page.evaluate(
      () => Reflect.get(window, 'seen') as { keys: number[]; longest: number },
    )
    return { p95: percentile(keys, 0.95), longest }
  })
}

/** Puts the cursor behind the name of a template that a step calls: each letter there makes an error, or mends it. */
async function placeCursor(page: Page): Promise<void> {
  const line = page.locator('[data-region="code"] .view-line', { hasText: 'template: ' }).first()
  await line.click()
  await page.keyboard.press('End')
}

const KEYS = 40

/** As people type: some letters in a row, then a pause in which what waited is done. */
async function typeKeys(page: Page): Promise<void> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace')
    await page.waitForTimeout(key % 10 === 9 ? 900 : 120)
  }
}

/** Files without which nothing is checked. */
const CHECKS = /\/(check-worker|rules)-[^/]*$/

/**
 * For each key that is typed into the code, the time in ms that the page's thread works until the next one, pauses included, so that what is put
 * off counts as well. It is the thread's own time, which other work of the machine makes no longer.
 */
async function busyPerKey(steps: number, withheld?: RegExp): Promise<number> {
  const act = async (page: Page): Promise<number> => {
    await openFlow(page, subjectOf('stepwright'), steps)
    await page.waitForTimeout(5000)
    await placeCursor(page)
    await typeKeys(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const worked = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
    }
    const before = await worked()
    await typeKeys(page)
    return ((await worked()) - before) / KEYS
  }
  return inPage(subjectOf('stepwright'), act, withheld)
}

const kinds = [
  { key: 'open', unit: 'ms' },
  { key: 'pan', unit: 'ms', goal: 20 },
  { key: 'zoom', unit: 'ms', goal: 20 },
  { key: 'elements', unit: 'nodes', goal: 800 },
  { key: 'elementsFar', unit: 'nodes', goal: 800 },
  { key: 'heap', unit: 'MB' },
] as const

const words = {
  open: 'open',
  pan: 'pan',
  zoom: 'zoom',
  elements: 'dom',
  elementsFar: 'dom-far',
  heap: 'heap',
}

export const benchmarks: readonly Benchmark[] = [1_000, 10_000].flatMap((steps): Benchmark[] => [
  ...kinds.map(({ key, unit, ...rest }): Benchmark => ({
    name: `browser-${words[key]}-${String(steps)}`,
    unit,
    ...(steps === 1_000 && 'goal' in rest ? { goal: rest.goal } : {}),
    isSlow: true,
    run: async (): Promise<Measured> => {
      const ours = await numbersOf(subjectOf('stepwright'), steps)
      const plain = await numbersOf(subjectOf('react-flow'), steps)
      // It draws every step at once: ten times as many are more than it can take.
      const peer = steps > 1_000 ? undefined : await numbersOf(subjectOf('peer'), steps)
      const value = ours[key]
      const beside = (label: string, other: Numbers | undefined): string =>
        other === undefined
          ? ''
          : `${label} ${other[key].toFixed(0)} (${(other[key] / value).toFixed(1)} times)`
      return {
        value,
        note: [beside('React Flow', plain), beside('peer', peer)].filter(Boolean).join(', '),
      }
    },
  })),
  {
    name: `browser-key-checks-${String(steps)}`,
    unit: 'ms',
    // What looking for problems may take of the frame in which a key falls.
    ...(steps === 1_000 ? { goal: 16 } : {}),
    isSlow: true,
    run: async () => {
      const whole = await busyPerKey(steps)
      const without = await busyPerKey(steps, CHECKS)
      return {
        value: Math.max(0, whole - without),
        note: `of the page’s thread: ${whole.toFixed(1)} ms for a key, ${without.toFixed(1)} without checks`,
      }
    },
  },
  ...[false, true].map((isBroken): Benchmark => ({
    name: `browser-key-${isBroken ? 'broken-' : ''}p95-${String(steps)}`,
    unit: 'ms',
    ...(steps === 1_000 ? { goal: 50 } : {}),
    isSlow: true,
    run: async () => {
      const { p95, longest } = await typing(steps, isBroken)
      return { value: p95, note: `longest task ${longest.toFixed(0)} ms` }
    },
  })),
])

function subjectOf(name: Subject['name']): Subject {
  const found = subjects.find((subject) => subject.name === name)
  if (found === undefined) throw new Error(`no subject ${name}`)
  return found
}
