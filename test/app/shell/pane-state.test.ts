import { describe, expect, test } from 'vitest'
import { defaultPanes, LEAST, readPanes } from '../../../app/shell/pane-state.ts'

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
