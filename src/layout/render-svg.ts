import { recursionWords, type StepsGraph, type Unfolded } from '../graph/index.ts'
import { cardKey, cardsOf } from '../graph/index.ts'
import { cardRect } from './layout-lanes.ts'
import { dagPanel, type DrawnTemplate, type Inside } from './layout-unfolded.ts'
import { metrics } from './metrics.ts'
import type { LaneBox, LanesLayout, Rect } from './model.ts'
import { svgCard, svgText } from './svg-card.ts'
import { svgEdges } from './svg-edges.ts'
import { escapeXml, sansFont, wrapText } from './svg-text.ts'
import { svgColors, type SvgColors, type SvgTheme } from './svg-theme.ts'

/** Space around the picture. */
const margin = 32

/**
 * The picture of a template, with what is unfolded in its cards, as an SVG file that needs nothing else: system fonts, no scripts, no links, text
 * escaped. The same picture and theme give the same file.
 */
export function renderSvg(
  { drawn, frames }: DrawnTemplate,
  theme: SvgTheme,
  title = 'Workflow',
): string {
  const colors = svgColors[theme]
  const bounds = boundsOf(drawn)
  const width = bounds.width + 2 * margin
  const height = bounds.height + 2 * margin
  const [x, y] = [bounds.x - margin, bounds.y - margin]
  const box = [x, y, width, height].map(String).join(' ')
  const open = new Map(frames.map(({ unfolded }) => [unfolded.key, unfolded]))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="${box}" role="img" font-family="${sansFont}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" fill="${colors.canvas}"/>`,
    ...(drawn.kind === 'steps' ? ends(drawn.layout, colors) : []),
    ...svgInside(drawn, '', open, colors),
    // Outer ones come first, so that what is inside lies on what is around.
    ...frames.flatMap(({ unfolded, inside, origin, rect }) => {
      if (inside === undefined || cardsOf(inside.shown.graph).length === 0)
        return [stub(unfolded, rect, colors)]
      const ground =
        inside.kind === 'dag'
          ? [svgGround(dagPanel(inside.layout), colors)]
          : connectors(inside.layout, colors).slice(1, -1)
      return [
        `<g transform="translate(${String(origin.x)} ${String(origin.y)})">`,
        ...ground,
        ...svgInside(inside, unfolded.key, open, colors),
        '</g>',
      ]
    }),
    '</svg>\n',
  ].join('\n')
}

function boundsOf({ layout }: Inside): Rect {
  const { bounds } = layout
  // A graph without cards has nothing around which anything could be.
  return bounds.width === 0 ? { x: 0, y: 0, width: 64, height: 24 } : bounds
}

/** The cards of a template, with their lanes or their edges below them, in coordinates of its own. */
function svgInside(
  inside: Inside,
  within: string,
  open: ReadonlyMap<string, Unfolded>,
  colors: SvgColors,
): string[] {
  if (inside.kind === 'steps')
    return svgLanes(inside.shown.graph, inside.layout, within, open, colors)
  const { graph } = inside.shown
  const { nodes } = inside.layout
  return [
    svgEdges(graph, inside.layout, colors),
    ...graph.cards.map((card, index) => {
      const rect = nodes[index]
      const isOpen = open.has(cardKey(within, card.id))
      return rect === undefined ? '' : svgCard(card, rect, colors, isOpen)
    }),
  ]
}

function svgLanes(
  graph: StepsGraph,
  layout: LanesLayout,
  within: string,
  open: ReadonlyMap<string, Unfolded>,
  colors: SvgColors,
): string[] {
  return graph.lanes.map((lane, index) => {
    const box = layout.lanes[index]
    if (box === undefined) return ''
    const cards = lane.cards.map((card, step) =>
      svgCard(card, cardRect(box, step), colors, open.has(cardKey(within, card.id))),
    )
    return svgLane(box, lane.isList, colors) + cards.join('\n')
  })
}

function svgLane(box: LaneBox, isList: boolean, colors: SvgColors): string {
  const { x, y, label, count } = box
  const note = isList ? 'No steps' : 'Not a list of steps'
  return [
    svgGround(box, colors),
    svgText(label, x + 6, y - 6, 11, colors.muted),
    count === 0 ? middleText(note, box, colors.muted) : '',
  ].join('')
}

function svgGround({ x, y, width, height }: Rect, colors: SvgColors): string {
  return `<rect x="${String(x + 0.5)}" y="${String(y + 0.5)}" width="${String(width - 1)}" height="${String(height - 1)}" rx="11.5" fill="${colors.lane}" stroke="${colors.laneBorder}"/>`
}

/** What an unfolded card says where it shows no cards. */
function stub({ content, name }: Unfolded, rect: Rect, colors: SvgColors): string {
  const { framePad, stubHeight } = metrics
  const box = {
    x: rect.x + framePad,
    y: rect.y + rect.height - framePad - stubHeight,
    width: rect.width - 2 * framePad,
    height: stubHeight,
  }
  const words =
    content.kind === 'recursion' ? `${recursionWords(content.through)}.` : `${name} is empty.`
  const lines = wrapText(words, box.width - 16, 11, 3)
  const top = box.y + box.height / 2 + 4 - (lines.length - 1) * 7.5
  return [
    `<rect x="${String(box.x + 0.5)}" y="${String(box.y + 0.5)}" width="${String(box.width - 1)}" height="${String(box.height - 1)}" rx="5.5" fill="none" stroke="${colors.line}" stroke-dasharray="4 3"/>`,
    ...lines.map((line, index) =>
      svgText(line, box.x + box.width / 2, top + index * 15, 11, colors.secondary, 'middle'),
    ),
  ].join('')
}

function ends(layout: LanesLayout, colors: SvgColors): string[] {
  return [
    svgMarker(layout.start, 'Start', colors),
    svgMarker(layout.end, 'End', colors),
    ...connectors(layout, colors),
  ]
}

function svgMarker(rect: Rect, words: string, colors: SvgColors): string {
  const { x, y, width, height } = rect
  return (
    `<rect x="${String(x + 0.5)}" y="${String(y + 0.5)}" width="${String(width - 1)}" height="${String(height - 1)}" rx="${String(height / 2 - 0.5)}" fill="${colors.card}" stroke="${colors.laneBorder}"/>` +
    middleText(words, rect, colors.secondary)
  )
}

function middleText(words: string, rect: Rect, ink: string): string {
  return svgText(words, rect.x + rect.width / 2, rect.y + rect.height / 2 + 4, 11, ink, 'middle')
}

function connectors(layout: LanesLayout, colors: SvgColors): string[] {
  if (layout.lanes.length === 0) {
    return [connector(layout.start.y + layout.start.height, layout.end.y, colors)]
  }
  return layout.gaps.map(({ y, height }) => connector(y, y + height, colors))
}

/** A line with an arrow head, on the axis. */
function connector(from: number, to: number, colors: SvgColors): string {
  return `<path d="M0 ${String(from)}V${String(to - 2)}M-4 ${String(to - 7)}L0 ${String(to - 2)}L4 ${String(to - 7)}" fill="none" stroke="${colors.line}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`
}
