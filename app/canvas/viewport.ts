import type { Point, Rect } from '../../src/layout/index.ts'

/** Where the picture is: its origin in the pane, and how big. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const MIN_ZOOM = 0.08
export const MAX_ZOOM = 2
/** Cards are legible down to here; a bigger picture opens at its beginning. */
const LEAST_FIT = 0.6
/** Below this, cards are drawn as plain shapes: words would not be legible, and there would be too many. */
export const FAR_ZOOM = 0.5

const padding = { side: 48, top: 40, bottom: 56 }

/** Shows all of a picture, never bigger than it is; as much of its beginning as the least zoom allows when that is not all. */
export function fitViewport(bounds: Rect, pane: Size): Viewport {
  const { width, height } = roomIn(pane)
  const zoom = Math.max(MIN_ZOOM, Math.min(1, width / bounds.width, height / bounds.height))
  const top = padding.top + Math.max(0, (height - bounds.height * zoom) / 2)
  return { x: centre(bounds, pane, zoom), y: top - bounds.y * zoom, zoom }
}

/** Where a picture opens: all of it where its cards are legible then, else its beginning. */
export function firstViewport(bounds: Rect, pane: Size): Viewport {
  const fitted = fitViewport(bounds, pane)
  if (fitted.zoom >= LEAST_FIT) return fitted
  const zoom = Math.max(LEAST_FIT, Math.min(1, roomIn(pane).width / bounds.width))
  return { x: centre(bounds, pane, zoom), y: padding.top - bounds.y * zoom, zoom }
}

function roomIn(pane: Size): Size {
  return {
    width: pane.width - 2 * padding.side,
    height: pane.height - padding.top - padding.bottom,
  }
}

function centre(bounds: Rect, pane: Size, zoom: number): number {
  return pane.width / 2 - (bounds.x + bounds.width / 2) * zoom
}

/** Moves the picture as little as it takes to show a rectangle with some room around it. */
export function revealViewport(viewport: Viewport, pane: Size, rect: Rect): Viewport {
  const { zoom } = viewport
  const shift = (start: number, size: number, from: number, room: number, edge: number): number => {
    const begin = start * zoom + from
    const end = begin + size * zoom
    if (begin < edge || size * zoom > room - 2 * edge) return edge - begin
    return end > room - edge ? room - edge - end : 0
  }
  return {
    x: viewport.x + shift(rect.x, rect.width, viewport.x, pane.width, 24),
    y: viewport.y + shift(rect.y, rect.height, viewport.y, pane.height, 40),
    zoom,
  }
}

/** Whether the middle of a rectangle is in sight. */
export function isInSight({ x, y, zoom }: Viewport, pane: Size, rect: Rect): boolean {
  const middleX = (rect.x + rect.width / 2) * zoom + x
  const middleY = (rect.y + rect.height / 2) * zoom + y
  return middleX >= 0 && middleY >= 0 && middleX <= pane.width && middleY <= pane.height
}

/** Whether all of a rectangle is in sight. */
export function isWhollyInSight({ x, y, zoom }: Viewport, pane: Size, rect: Rect): boolean {
  return (
    rect.x * zoom + x >= 0 &&
    rect.y * zoom + y >= 0 &&
    (rect.x + rect.width) * zoom + x <= pane.width &&
    (rect.y + rect.height) * zoom + y <= pane.height
  )
}

/** Whether any of a rectangle is in sight, with a little to spare. */
export function isPartInSight({ x, y, zoom }: Viewport, pane: Size, rect: Rect): boolean {
  const spare = 24
  return (
    rect.x * zoom + x <= pane.width - spare &&
    rect.y * zoom + y <= pane.height - spare &&
    (rect.x + rect.width) * zoom + x >= spare &&
    (rect.y + rect.height) * zoom + y >= spare
  )
}

/** Zooms around the middle of the pane. */
export function zoomedBy({ x, y, zoom }: Viewport, pane: Size, factor: number): Viewport {
  const next = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom * factor))
  const middle = { x: pane.width / 2, y: pane.height / 2 }
  return {
    x: middle.x - ((middle.x - x) * next) / zoom,
    y: middle.y - ((middle.y - y) * next) / zoom,
    zoom: next,
  }
}

/** How far the picture goes in one frame while something is dragged near the edge of the pane. */
export function panStep(point: Point, pane: Rect): Point {
  const along = (at: number, start: number, size: number): number => {
    const near = 44
    const before = start + near - at
    const after = at - (start + size - near)
    const depth = before > 0 ? before : after > 0 ? -after : 0
    return Math.max(-1, Math.min(1, depth / near)) * 14
  }
  return { x: along(point.x, pane.x, pane.width), y: along(point.y, pane.y, pane.height) }
}

/** What part of the layout has to be drawn. */
export interface Band extends Rect {
  readonly isFar: boolean
}

/**
 * The part of the layout that is in sight, grown to a grid, so that it changes seldom while one pans. Everything outside of it is not
 * drawn at all.
 */
export function bandOf({ x, y, zoom }: Viewport, pane: Size): Band {
  const grid = 320 / Math.min(1, zoom)
  const left = Math.floor(-x / zoom / grid - 0.25) * grid
  const top = Math.floor(-y / zoom / grid - 0.25) * grid
  const right = Math.ceil((pane.width - x) / zoom / grid + 0.25) * grid
  const bottom = Math.ceil((pane.height - y) / zoom / grid + 0.25) * grid
  return { x: left, y: top, width: right - left, height: bottom - top, isFar: zoom < FAR_ZOOM }
}
