import { describe, expect, test } from 'vitest'
import { defaultPanes, heightsByRun, LEAST, readPanes } from '../../../app/shell/pane-state.ts'

const defaults = defaultPanes(1440, 900)

describe('readPanes', () => {
  test('gives back what was stored', () => {
    const stored = { ...defaults, palette: false, dock: 'right' as const }
    expect(readPanes(JSON.stringify(stored), defaults)).toEqual(stored)
  })
  test.each([
    null,
    '',
    '{',
    '[]',
    '7',
    'null',
    '{"dock":"up","sizes":{"palette":"wide","inspector":-3}}',
  ])('falls back for %j', (stored) => {
    expect(readPanes(stored, defaults)).toEqual(defaults)
  })
})

test('all panes fit into 1024 by 700 with the code on either side', () => {
  const { sizes } = defaultPanes(1024, 700)
  expect(sizes.palette + sizes.inspector + LEAST.canvasWidth + LEAST.codeRight).toBeLessThanOrEqual(
    1024 - 3,
  )
  expect(sizes.codeBelow + LEAST.canvasHeight).toBeLessThanOrEqual(700 - 44 - 24 - 1)
})

describe('while a run is shown', () => {
  const room = (height: number, change = {}) => {
    const { run, code } = heightsByRun({ ...defaultPanes(1440, height).sizes, ...change }, height)
    return { run, code, canvas: height - 70 - run - code }
  }

  test('the code gives way to the canvas where the window is short', () => {
    expect(room(700).canvas).toBeGreaterThan(270)
    expect(room(900).canvas).toBe(300)
    expect(room(500).code).toBe(LEAST.codeByRun)
  })

  test('nothing gives way where there is room', () => {
    expect(room(1200).code).toBe(defaultPanes(1440, 1200).sizes.codeBelow)
  })

  test('what a person has set stays', () => {
    expect(room(700, { run: 120, codeByRun: 300 })).toMatchObject({ run: 120, code: 300 })
    expect(room(700, { problems: 280 }).run).toBe(280)
  })

  test('that is remembered', () => {
    const stored = { ...defaults, sizes: { ...defaults.sizes, run: 200, codeByRun: 140 } }
    expect(readPanes(JSON.stringify(stored), defaults)).toEqual(stored)
  })
})
