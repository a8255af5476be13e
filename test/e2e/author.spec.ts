import { expect, test, type Locator, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { guideFunctions, guideWorkflows } from '../support/guide.ts'
import { chooseMenu, openDesigner, openText, watchPage } from './support.ts'

/*
 * The three workflows of Hera's guide to steps, built from an empty file: once by dragging with the mouse, once with the keyboard alone.
 */

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** One way of working: what a person does to get these things done. */
interface Way {
  newWorkflow(generateName: string): Promise<void>
  /** Adds a Python function of its own, as a step in a lane of its own at the end, or beside the last step. */
  addFunction(code: string, template: string, step: string, beside?: boolean): Promise<void>
  /** Adds a step that calls a template of the file. */
  addCall(template: string, step: string, beside?: boolean): Promise<void>
  setArgument(name: string, value: string): Promise<void>
  setCondition(text: string): Promise<void>
}

const builds: Readonly<Record<keyof typeof guideWorkflows, (way: Way) => Promise<void>>> = {
  async 'hello-world-steps'(way) {
    await way.newWorkflow('hello-world-')
    await way.addFunction(guideFunctions.echo, 'echo', 'hello')
    await way.setArgument('message', 'Hello world!')
    await way.addCall('echo', 'goodbye')
    await way.setArgument('message', 'Goodbye world!')
  },
  async 'parallel-steps'(way) {
    await way.newWorkflow('hello-world-')
    await way.addFunction(guideFunctions.echo, 'echo', 'pre-parallel')
    await way.setArgument('message', 'Hello world!')
    await way.addCall('echo', 'parallel-1')
    await way.setArgument('message', "I'm parallel-1!")
    for (const name of ['parallel-2', 'parallel-3']) {
      await way.addCall('echo', name, true)
      await way.setArgument('message', `I'm ${name}!`)
    }
    await way.addCall('echo', 'post-parallel')
    await way.setArgument('message', 'Goodbye world!')
  },
  async coinflip(way) {
    await way.newWorkflow('coinflip-')
    await way.addFunction(guideFunctions.flip, 'flip', 'flip')
    await way.addFunction(guideFunctions.itWas, 'it-was', 'heads')
    await way.setArgument('coin_result', 'heads')
    await way.setCondition('{{steps.flip.outputs.result}} == "heads"')
    await way.addCall('it-was', 'tails', true)
    await way.setArgument('coin_result', 'tails')
    await way.setCondition('{{steps.flip.outputs.result}} == "tails"')
  },
}

for (const [name, build] of Object.entries(builds)) {
  const expected = guideWorkflows[name as keyof typeof guideWorkflows]
  test(`${name} by dragging`, async ({ page }) => {
    const watch = watchPage(page)
    await openDesigner(page)
    await build(byMouse(page))
    expect(parse(await openText(page))).toEqual(expected)
    watch.expectQuiet()
  })
  test(`${name} by the keyboard alone`, async ({ page }) => {
    const watch = watchPage(page)
    await openDesigner(page)
    await build(byKeyboard(page))
    expect(parse(await openText(page))).toEqual(expected)
    watch.expectQuiet()
  })
}

function byMouse(page: Page): Way {
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const fill = async (tab: string, field: string, text: string): Promise<void> => {
    await inspector.getByRole('tab', { name: tab }).click()
    const box = inspector.getByRole('textbox', { name: field, exact: true })
    await box.fill(text)
    await box.press('Enter')
  }
  const place = async (entry: string, beside: boolean): Promise<void> => {
    await page.mouse.move(0, 0)
    const canvas = await page.getByRole('application').boundingBox()
    const cards = page.getByRole('application').getByRole('group', { name: /, lane \d+ of \d+/ })
    const last = (await cards.count()) === 0 ? undefined : await cards.last().boundingBox()
    if (canvas === null || last === null) throw new Error('nothing to drop on')
    const target =
      last === undefined
        ? { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
        : beside
          ? { x: last.x + last.width - 8, y: last.y + last.height / 2 }
          : { x: last.x + last.width / 2, y: last.y + last.height + 40 }
    await drag(page, entry, target)
  }
  return {
    async newWorkflow(generateName) {
      await chooseMenu(page, 'File > New workflow')
      await fill('Workflow', 'Name prefix', generateName)
    },
    async addFunction(code, template, step, beside = false) {
      await place('Python script', beside)
      await fill('Template', 'Name', template)
      await page.getByRole('tab', { name: /^Script/ }).click()
      await page.getByRole('textbox', { name: /^Script of/ }).press('ControlOrMeta+A')
      await pasteCode(page, code)
      await fill('Step', 'Name', step)
    },
    async addCall(template, step, beside = false) {
      await place(template, beside)
      await fill('Step', 'Name', step)
    },
    async setArgument(name, value) {
      const box = inspector.getByRole('textbox', { name: new RegExp(`^${name}`) })
      await box.fill(value)
      await box.blur()
    },
    async setCondition(text) {
      const box = inspector.getByRole('textbox', { name: 'As text' })
      await box.fill(text)
      await box.blur()
    },
  }
}

/** Drags an entry of the palette to a place on the screen, as a hand does: not in one jump. */
async function drag(page: Page, entry: string, to: { x: number; y: number }): Promise<void> {
  const palette = page.getByRole('region', { name: 'Palette' })
  const box = await palette
    .getByRole('button', { name: new RegExp(`^${entry} `) })
    .first()
    .boundingBox()
  if (box === null) throw new Error(`no ${entry} in the palette`)
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

function byKeyboard(page: Page): Way {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Presses a key until what is wanted has the focus, as a person does who looks where it is. */
  const pressUntil = async (key: string, wanted: Locator): Promise<void> => {
    for (let count = 0; count < 60; count++) {
      if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement)))
        return
      await press(key)
    }
    throw new Error(`${key} never leads there`)
  }
  const region = async (name: string): Promise<void> => {
    const inside = page.locator(`[data-region="${name}"], [data-region="${name}"] *`)
    for (let count = 0; count < 12; count++) {
      if (await inside.evaluateAll((all) => all.some((one) => one === document.activeElement)))
        return
      await press('F6')
    }
    throw new Error(`F6 never leads to ${name}`)
  }
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const field = async (tab: string, wanted: Locator): Promise<void> => {
    await region('canvas')
    await region('inspector')
    // F6 leads back to where the focus was in the region: the tabs are then before it.
    const isFresh = await inspector.evaluate((one) => one === document.activeElement)
    await pressUntil(isFresh ? 'Tab' : 'Shift+Tab', inspector.getByRole('tab'))
    await pressUntil('ArrowRight', inspector.getByRole('tab', { name: tab }))
    await pressUntil('Tab', wanted)
  }
  const fill = async (tab: string, name: string | RegExp, text: string): Promise<void> => {
    await field(tab, inspector.getByRole('textbox', { name, exact: true }))
    await press('ControlOrMeta+A')
    await page.keyboard.type(text)
    await press('Tab')
  }
  const add = async (search: string, beside: boolean): Promise<void> => {
    await region('canvas')
    await press('End', 'a')
    await page.keyboard.type(search)
    await press('Enter')
    if (beside) {
      await region('canvas')
      await press('Alt+ArrowUp')
    }
  }
  return {
    async newWorkflow(generateName) {
      await press('ControlOrMeta+Alt+n')
      await fill('Workflow', 'Name prefix', generateName)
    },
    async addFunction(code, template, step, beside = false) {
      await add('Python', beside)
      await fill('Template', 'Name', template)
      await region('code')
      const script = page.getByRole('textbox', { name: /^Script of/ })
      // After the first time, F6 leads back into the script.
      if (
        !(await script.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))
      ) {
        await pressUntil('Tab', page.getByRole('region', { name: 'Code' }).getByRole('tab'))
        await press('End')
        await pressUntil('Tab', script)
      }
      await press('ControlOrMeta+A')
      await pasteCode(page, code)
      await fill('Step', 'Name', step)
    },
    async addCall(template, step, beside = false) {
      await add(template, beside)
      await fill('Step', 'Name', step)
    },
    setArgument: (name, value) => fill('Step', new RegExp(`^${name}`), value),
    setCondition: (text) => fill('Step', 'As text', text),
  }
}

/** Puts Python into the script editor, in place of what is selected, as a person does who has it in the clipboard. */
async function pasteCode(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), code.trimEnd())
  await page.keyboard.press('ControlOrMeta+V')
}
