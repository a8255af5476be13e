import type { DragItem } from '../authoring/index.ts'
import type { CardPlace } from '../../src/layout/index.ts'
import type { Designer } from '../store/index.ts'
import { lanesOf, selectPlaces } from './edits.ts'
import { cardAt } from './picture.ts'

/** What is dragged by a card: all that is selected, if the card is; else the card, which becomes the selection. */
export function cardItem(designer: Designer, place: CardPlace): DragItem | undefined {
  const isSelected = designer
    .scene()
    .selected.some(({ lane, step }) => lane === place.lane && step === place.step)
  if (!isSelected) selectPlaces(designer, [place])
  const lanes = lanesOf(designer.scene())
  const card = lanes && cardAt(lanes.graph, place)
  if (card === undefined) return undefined
  const places = designer.scene().selected
  const label = places.length === 1 ? card.title : `${String(places.length)} steps`
  return { type: 'steps', places, label, kind: card.kind }
}

/** What is dragged by the grip of a lane. */
export function laneItem(designer: Designer, lane: number): DragItem | undefined {
  const cards = lanesOf(designer.scene())?.graph.lanes[lane]?.cards
  if (cards === undefined) return undefined
  return { type: 'lane', lane, label: `Lane ${String(lane + 1)}`, kind: 'steps' }
}
