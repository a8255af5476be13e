import type { MouseEvent, PointerEvent } from 'react'
import type { GraphEdge } from '../../../src/graph/index.ts'
import type { Point } from '../../../src/layout/index.ts'
import type { Designer } from '../../store/index.ts'
import { shownGraph } from '../cards.ts'
import { openAdd } from '../edits.ts'
import { numberOf } from '../gestures/places.ts'
import { connectByPointer } from './connect-press.ts'
import { deleteEdge, selectEdge } from './edges.ts'

/** The edge that an event is on. */
export function edgeOf(designer: Designer, target: EventTarget | null): GraphEdge | undefined {
  const element = target instanceof Element ? target.closest('[data-edge]') : null
  const id = element?.getAttribute('data-edge')
  return shownGraph(designer.scene())?.graph.edges.find((edge) => edge.id === id)
}

/** Begins to draw an edge from a handle, or to move an end of one. */
export function beginEdge(
  designer: Designer,
  event: PointerEvent,
  toLayout: (point: Point) => Point,
): void {
  const { target } = event
  const index = numberOf(target, 'data-index')
  if (!(target instanceof Element) || index === undefined) return
  const handle = target.closest('[data-connect]')?.getAttribute('data-connect')
  if (handle === 'after' || handle === 'before')
    connectByPointer(designer, event, toLayout, { from: index, end: handle })
  const end = target.closest('[data-edge-end]')?.getAttribute('data-edge-end')
  const edge = shownGraph(designer.scene())?.graph.edges[index]
  if (edge === undefined || (end !== 'from' && end !== 'to')) return
  const moved = { from: edge.from, to: edge.to }
  // The other end stays where it is.
  const begin =
    end === 'to'
      ? { from: edge.from, end: 'after' as const, moved }
      : { from: edge.to, end: 'before' as const, moved }
  // The end that was pressed is gone at once, and the picture below it must not be moved instead.
  event.preventDefault()
  connectByPointer(designer, event, toLayout, begin)
}

/** What a click on an edge or a button of it does; says whether it was on one. */
export function clickEdge(designer: Designer, event: MouseEvent): boolean {
  const edge = edgeOf(designer, event.target)
  if (edge === undefined) return false
  if (numberOf(event.target, 'data-edge-add') !== undefined) {
    const at = { x: event.clientX - 12, y: event.clientY + 14 }
    openAdd(designer, { after: [edge.from], before: [edge.to] }, at)
  } else if (numberOf(event.target, 'data-edge-delete') !== undefined) deleteEdge(designer, edge)
  else selectEdge(designer, edge.id)
  return true
}
