import type { DagGraph, GraphEdge } from '../graph/index.ts'
import { edgeHead, edgePath } from './dag/edge-path.ts'
import { edgeWords, labelWidth } from './dag/input.ts'
import type { DagEdge, DagLayout } from './dag/model.ts'
import { svgText } from './svg-card.ts'
import type { SvgColors } from './svg-theme.ts'

/** The edges of a graph as SVG, below its cards: lines with heads, dashed where one may do without the other, and their conditions above all lines. */
export function svgEdges({ edges }: DagGraph, layout: DagLayout, colors: SvgColors): string {
  const lines = edges.map((edge, index) => line(edge, layout.edges[index], colors))
  const labels = edges.map((edge, index) => label(edge, layout.edges[index], colors))
  return [...lines, ...labels].join('')
}

function line({ isOptional }: GraphEdge, way: DagEdge | undefined, colors: SvgColors): string {
  const start = way?.points[0]
  const end = way?.points.at(-1)
  if (way === undefined || start === undefined || end === undefined) return ''
  const pen = `fill="none" stroke="${colors.line}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"`
  const dash = isOptional ? ' stroke-dasharray="6 5"' : ''
  return `<path d="${edgePath(way.points)}" ${pen}${dash}/><path d="${edgeHead(end, start.y > end.y)}" ${pen}/>`
}

function label({ words }: GraphEdge, way: DagEdge | undefined, colors: SvgColors): string {
  if (words === '' || way === undefined || way.points.length === 0) return ''
  const { x, y } = way.label
  const width = labelWidth(words)
  return (
    `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - 9).toFixed(1)}" width="${width.toFixed(1)}" height="18" rx="9" fill="${colors.card}" stroke="${colors.line}"/>` +
    svgText(
      edgeWords(words),
      Math.round(x * 10) / 10,
      Math.round(y * 10) / 10 + 4,
      11,
      colors.secondary,
      'middle',
    )
  )
}
