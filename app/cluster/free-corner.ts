export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Corner = 'top-right' | 'top-left' | 'bottom-left' | 'bottom-right'

const corners: readonly Corner[] = ['top-right', 'top-left', 'bottom-left', 'bottom-right']

/**
 * The corner of an area in which something of a size hides nothing of what must be seen; the first one if it does so
 * everywhere.
 */
export function freeCorner(
  area: Box,
  size: { readonly width: number; readonly height: number },
  seen: readonly Box[],
): Corner {
  const free = corners.find((corner) => {
    const box = boxAt(area, size, corner)
    return seen.every((other) => !overlap(box, other))
  })
  return free ?? 'top-right'
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

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
