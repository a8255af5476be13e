import type { StepsGraph } from '../graph/index.ts'
import { cardRect } from './layout-lanes.ts'
import type { LaneBox, LanesLayout, Rect } from './model.ts'
import { svgCard, svgText } from './svg-card.ts'
import { escapeXml, sansFont } from './svg-text.ts'
import { svgColors, type SvgColors, type SvgTheme } from './svg-theme.ts'

/** Space around the picture. */
const margin = 32

/**
 * The picture of a `steps` template as an SVG file that needs nothing else: system fonts, no scripts, no links, text escaped. The same
 * graph, layout and theme give the same file.
 */
export function renderSvg(
  graph: StepsGraph,
  layout: LanesLayout,
  theme: SvgTheme,
  title = 'Workflow',
): string {
  const colors = svgColors[theme]
  const { bounds } = layout
  const width = bounds.width + 2 * margin
  const height = bounds.height + 2 * margin
  const box = [bounds.x - margin, bounds.y - margin, width, height].map(String).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="${box}" role="img" font-family="${sansFont}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${String(bounds.x - margin)}" y="${String(-margin)}" width="${String(width)}" height="${String(height)}" fill="${colors.canvas}"/>`,
    svgMarker(layout.start, 'Start', colors),
    ...connectors(layout, colors),
    ...graph.lanes.map((lane, index) => {
      const laneBox = layout.lanes[index]
      if (laneBox === undefined) return ''
      const cards = lane.cards.map((card, step) => svgCard(card, cardRect(laneBox, step), colors))
      return svgLane(laneBox, lane.isList, colors) + cards.join('\n')
    }),
    svgMarker(layout.end, 'End', colors),
    '</svg>\n',
  ].join('\n')
}

function svgLane(box: LaneBox, isList: boolean, colors: SvgColors): string {
  const { x, y, width, height, label, count } = box
  const note = isList ? 'No steps' : 'Not a list of steps'
  return [
    `<rect x="${String(x + 0.5)}" y="${String(y + 0.5)}" width="${String(width - 1)}" height="${String(height - 1)}" rx="11.5" fill="${colors.lane}" stroke="${colors.laneBorder}"/>`,
    svgText(label, x + 6, y - 6, 11, colors.muted),
    count === 0 ? middleText(note, box, colors.muted) : '',
  ].join('')
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
