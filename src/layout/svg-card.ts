import { chipsInRoom, type CardChip, type NodeCard } from '../graph/index.ts'
import { chipGlyphs, kindGlyphs, missingGlyph } from './glyphs.ts'
import type { Rect } from './model.ts'
import { escapeXml, fitText, monoFont, textWidth } from './svg-text.ts'
import type { SvgColors } from './svg-theme.ts'

/** Distances inside a card. */
const pad = 10
const tile = 28
const chipHeight = 18
const chipGap = 4
/** How much wider bold text is than estimated. */
const BOLD = 1.15

/** A card as SVG, cut to its rectangle. `isOpen` says that it is unfolded: a frame around what it calls, its own words at the top. */
export function svgCard(
  card: NodeCard,
  { x, y, width, height }: Rect,
  colors: SvgColors,
  isOpen = false,
): string {
  const kind = colors.kinds[card.kind] ?? colors.kinds.plugin
  const hasChips = card.chips.length > 0
  const wordsX = pad + tile + 10
  const missing = missingMark(card, width, colors)
  const wordsWidth = width - wordsX - pad - missing.width
  const top = hasChips || isOpen ? 8 : 20
  return [
    `<g transform="translate(${String(x)} ${String(y)})">`,
    `<title>${escapeXml([card.title, ...card.chips.map(({ words }) => words)].join(', ').slice(0, 500))}</title>`,
    `<rect x="0.5" y="0.5" width="${String(width - 1)}" height="${String(height - 1)}" rx="7.5" fill="${colors.card}" stroke="${colors.cardBorder}"/>`,
    isOpen
      ? `<rect x="1" y="1" width="${String(width - 2)}" height="${String(height - 2)}" rx="7" fill="${kind.ground}" fill-opacity="0.3"/>`
      : '',
    `<rect x="${String(pad)}" y="${String(top + 2)}" width="${String(tile)}" height="${String(tile)}" rx="5" fill="${kind.ground}"/>`,
    svgGlyph(kindGlyphs[card.kind], pad + 6, top + 8, 16, kind.ink),
    svgText(
      fitText(card.title, wordsWidth / BOLD, 13),
      wordsX,
      top + 13,
      13,
      colors.text,
      'weight',
    ),
    svgText(
      fitText(card.calls ?? '', width - wordsX - pad, 11, true),
      wordsX,
      top + 28,
      11,
      colors.muted,
      'mono',
    ),
    missing.svg,
    hasChips ? chipRow(card.chips, width, colors) : '',
    '</g>',
  ].join('')
}

function missingMark(
  card: NodeCard,
  width: number,
  colors: SvgColors,
): { readonly svg: string; readonly width: number } {
  const count = card.missing.length
  if (count === 0) return { svg: '', width: 0 }
  const words = String(count)
  const wide = 18 + textWidth(words, 11)
  const x = width - pad - wide
  return {
    svg:
      svgGlyph(missingGlyph, x, 12, 12, colors.warning) +
      svgText(words, x + 15, 22, 11, colors.warning),
    width: wide,
  }
}

/** The first chip says what it is, the others show their sign. */
function chipRow(chips: readonly CardChip[], width: number, colors: SvgColors): string {
  const { shown, rest } = chipsInRoom(chips)
  const others = (shown.length - 1 + Math.min(1, rest.length)) * (chipHeight + 4 + chipGap)
  const room = width - 2 * pad - others - 24
  let x = pad
  const row = shown.map((chip, index) => {
    const text = index === 0 ? fitText(chip.text, room, 11, true) : ''
    const wide = text === '' ? chipHeight + 4 : 24 + textWidth(text, 11, true)
    const svg = svgChip(chip, text, x, wide, colors)
    x += wide + chipGap
    return svg
  })
  if (rest.length > 0) row.push(svgText(`+${String(rest.length)}`, x + 2, 59, 11, colors.secondary))
  return row.join('')
}

function svgChip(
  { kind }: CardChip,
  text: string,
  x: number,
  width: number,
  colors: SvgColors,
): string {
  const isWhen = kind === 'when'
  const ink = isWhen ? colors.accent : colors.secondary
  const ground = isWhen ? colors.accentGround : colors.chip
  const line = isWhen ? colors.accentBorder : colors.cardBorder
  const y = 46
  return [
    `<rect x="${String(x + 0.5)}" y="${String(y + 0.5)}" width="${width.toFixed(1)}" height="${String(chipHeight - 1)}" rx="4" fill="${ground}" stroke="${line}"/>`,
    svgGlyph(chipGlyphs[kind], x + 6, y + 4, 10, ink),
    svgText(text, x + 19, y + 13, 11, ink, 'mono'),
  ].join('')
}

/** A sign of 16 units drawn at a size. */
export function svgGlyph(path: string, x: number, y: number, size: number, ink: string): string {
  const scale = size / 16
  return `<path transform="translate(${String(x)} ${String(y)}) scale(${String(scale)})" d="${path}" fill="none" stroke="${ink}" stroke-width="${String(1.4 / scale)}" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** A line of text on its baseline, from its left end or around its middle. */
export function svgText(
  text: string,
  x: number,
  y: number,
  size: number,
  ink: string,
  face: 'plain' | 'weight' | 'mono' | 'middle' = 'plain',
): string {
  if (text === '') return ''
  const faces = {
    plain: '',
    weight: ' font-weight="600"',
    mono: ` font-family="${monoFont}"`,
    middle: ' text-anchor="middle"',
  }
  return `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}" fill="${ink}"${faces[face]}>${escapeXml(text)}</text>`
}
