import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const css = readFileSync(
  fileURLToPath(new URL('../../../app/styles/tokens.css', import.meta.url)),
  'utf8',
)

const SURFACES = ['bg', 'canvas', 'surface', 'raised', 'sunken', 'hover', 'active', 'accent-subtle']
const TONES = ['danger', 'warning', 'success', 'info']
const KINDS = [
  'script',
  'container',
  'container-set',
  'data',
  'suspend',
  'resource',
  'http',
  'dag',
  'steps',
  'plugin',
]

describe.each(['light', 'dark'])('the %s theme', (theme) => {
  const colours = coloursOf(theme)
  const pairs = (texts: readonly string[], grounds: readonly string[]) =>
    texts.flatMap((text) => grounds.map((ground) => [text, ground] as const))
  const low = (list: readonly (readonly [string, string])[], least: number) =>
    list
      .map(([a, b]) => ({
        pair: `${a} on ${b}`,
        ratio: contrast(get(colours, a), get(colours, b)),
      }))
      .filter(({ ratio }) => ratio < least)

  test('has text that can be read on every surface', () => {
    const texts = ['text', 'text-secondary', 'text-muted', 'accent-text']
    expect(low(pairs([...texts, ...TONES.map((tone) => `${tone}-text`)], SURFACES), 4.5)).toEqual(
      [],
    )
  })

  test('has tones that can be read on their own tint', () => {
    const own = TONES.flatMap((tone) => pairs([`${tone}-text`, 'text'], [`${tone}-subtle`]))
    expect(low(own, 4.5)).toEqual([])
  })

  test('has kinds that can be read on every surface and on their own tint', () => {
    const names = KINDS.map((kind) => `kind-${kind}`)
    expect(low(pairs(names, SURFACES), 4.5)).toEqual([])
    expect(
      low(
        names.map((name) => [name, `${name}-subtle`] as const),
        4.5,
      ),
    ).toEqual([])
  })

  test('has words on filled buttons that can be read', () => {
    expect(low(pairs(['on-accent'], ['accent', 'accent-hover', 'accent-active']), 4.5)).toEqual([])
    expect(low(pairs(['on-danger'], ['danger']), 4.5)).toEqual([])
  })

  test('has outlines of controls, signs and focus that can be seen', () => {
    const signs = ['border-strong', 'focus', ...TONES]
    expect(low(pairs(signs, ['bg', 'surface', 'raised', 'sunken']), 3)).toEqual([])
  })

  test('has the same colours as the other', () => {
    expect([...colours.keys()].sort()).toEqual([...coloursOf('light').keys()].sort())
  })
})

function coloursOf(theme: string): ReadonlyMap<string, string> {
  const block = new RegExp(`:root\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )
}

function get(colours: ReadonlyMap<string, string>, name: string): string {
  const colour = colours.get(name)
  if (colour === undefined) throw new Error(`no token --${name}`)
  return colour
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
