export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Corner = 'top-right' | 'top-left' | 'bottom-left' | 'bottom-right'

const corners: readonly Corner[] = ['top-right', 'top-left', 'bottom-left', 'bottom-right']

/**
 * The corner of an area in which something of a size hides nothing of what must be seen, or least of it; the first of those that are
 * as good.
 */
export function freeCorner(
  area: Box,
  size: { readonly width: number; readonly height: number },
  seen: readonly Box[],
): Corner {
  const hidden = (corner: Corner): number => {
    const box = boxAt(area, size, corner)
    return seen.reduce((sum, other) => sum + overlap(box, other), 0)
  }
  return corners.reduce((best, corner) => (hidden(corner) < hidden(best) ? corner : best))
}

function boxAt(
  area: Box,
  { width, height }: { width: number; height: number },
  corner: Corner,
): Box {
  const left = corner.endsWith('left') ? area.left : area.right - width
  const top = corner.startsWith('top') ? area.top : area.bottom - height
  return { left, top, right: left + width, bottom: top + height }
}

/** How much two boxes have in common. */
function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, across) * Math.max(0, down)
}
