import type { Direction } from '../neighbour.ts'
import type { Rect } from '../model.ts'
import { touches } from '../rect.ts'
import type { DagLayout } from './model.ts'

/** Indices of the cards that a rectangle touches, in the order of the text. */
export function dagCardsWithin({ nodes }: DagLayout, rect: Rect): readonly number[] {
  return nodes.flatMap((node, index) => (touches(node, rect) ? [index] : []))
}

/** Index of the card beside one: in its row to the left or right, or the nearest one of the next row above or below. Nothing at the edge. */
export function dagNeighbour(
  { nodes }: DagLayout,
  from: number,
  direction: Direction,
): number | undefined {
  const own = nodes[from]
  if (own === undefined) return undefined
  const [x, y] = middle(own)
  const isAcross = direction === 'left' || direction === 'right'
  const sign = direction === 'right' || direction === 'down' ? 1 : -1
  let best: { readonly index: number; readonly distance: number } | undefined
  for (const [index, node] of nodes.entries()) {
    const [otherX, otherY] = middle(node)
    const along = (isAcross ? otherX - x : otherY - y) * sign
    const aside = Math.abs(isAcross ? otherY - y : otherX - x)
    if (index === from || along <= 0) continue
    if (isAcross && aside >= (own.height + node.height) / 2) continue
    if (!isAcross && along < own.height / 2) continue
    // The next row counts before a card that is more in line.
    const distance = isAcross ? along : along * 8 + aside
    if (best === undefined || distance < best.distance) best = { index, distance }
  }
  return best?.index
}

function middle({ x, y, width, height }: Rect): readonly [number, number] {
  return [x + width / 2, y + height / 2]
}
