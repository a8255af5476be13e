import {
  containerPath,
  nodePath,
  sameTemplate,
  type TemplateAddress,
} from '../../../src/argo/index.ts'
import type { Path } from '../../../src/base/index.ts'
import type { StepCommandId } from '../../../src/edit/index.ts'
import {
  calledInGraph,
  cardInGraph,
  cardKey,
  cardsOf as cardsOfGraph,
  outerKey,
  pathInGraph,
  type NodeCard,
} from '../../../src/graph/index.ts'
import {
  dagNeighbour,
  movedBy,
  neighbour,
  rectInside,
  type CardPlace,
  type Direction,
  type DropPlace,
  type FrameBox,
  type Inside,
  type LanePlace,
  type Rect,
} from '../../../src/layout/index.ts'
import { addStep, execute, type AddEntry, type DragItem } from '../../authoring/index.ts'
import type { Designer, Scene } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { cardsOf, drawnInside, framesOf, graphPlace } from '../cards.ts'
import { current, selectPlaces, show } from '../edits.ts'
import { moveDestination } from '../moves.ts'

/*
 * What can be done with the cards in unfolded ones. They are known by their keys; commands get them by the template that they are in.
 */

/** A card in an unfolded one. */
export interface NestedCard {
  readonly key: string
  readonly card: NodeCard
  readonly frame: FrameBox
  readonly inside: Inside
  readonly template: TemplateAddress
  readonly place: CardPlace
  readonly path: Path
  /** In the coordinates of the picture. */
  readonly rect: Rect
  /** The templates on the way to it, from that of the outermost card inwards. */
  readonly way: readonly TemplateAddress[]
}

/** The key of the nested card that an event is on. */
export function nestedKeyOf(target: EventTarget | null): string | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-nested]') : null
  return card?.dataset['nested']
}

/** The nested card of a key, if it is in the picture. */
export function nestedCard(scene: Scene, key: string): NestedCard | undefined {
  const frames = framesOf(scene)
  const within = outerKey(key)
  const frame = frames.find(({ unfolded }) => unfolded.key === within)
  const inside = frame?.inside
  if (frame === undefined || inside === undefined) return undefined
  const { graph } = inside.shown
  const found = cardsOfGraph(graph).find(({ card }) => cardKey(within, card.id) === key)
  const rect = found && rectInside(inside, found)
  if (found === undefined || rect === undefined) return undefined
  const { card, lane, step } = found
  const { origin } = frame
  return {
    key,
    card,
    frame,
    inside,
    template: graph.template,
    place: { lane, step },
    path: pathInGraph(scene.manifest, graph, found),
    rect: movedBy(rect, origin),
    way: frames
      .filter(({ unfolded }) => key.startsWith(`${unfolded.key}/>`))
      .map(({ unfolded }) => unfolded.template),
  }
}

/** The paths of all that is selected in unfolded cards. */
function nestedPaths({ manifest, nested, nestedContainers }: Scene): readonly Path[] {
  return [
    ...nested.map((place) => nodePath(manifest, place)),
    ...nestedContainers.map(({ template, container }) =>
      containerPath(manifest, template, container),
    ),
  ]
}

/** The places of all that is selected in unfolded cards, in the graph of their template. */
export function nestedSelection({ nested, nestedContainers }: Scene): {
  readonly template: TemplateAddress | undefined
  readonly places: readonly CardPlace[]
} {
  return {
    template: (nested[0] ?? nestedContainers[0])?.template,
    places: [
      ...nested.map((place) =>
        'task' in place ? graphPlace(place.task) : { lane: place.lane, step: place.step },
      ),
      ...nestedContainers.map(({ container }) => graphPlace(container)),
    ],
  }
}

/** Where the last selected card in unfolded ones is, in the coordinates of the picture: its head, for it may be unfolded itself. */
export function nestedRect(scene: Scene): Rect | undefined {
  const { template, places } = nestedSelection(scene)
  const place = places.at(-1)
  if (place === undefined) return undefined
  for (const { inside, origin } of framesOf(scene)) {
    if (inside === undefined || !sameTemplate(inside.shown.graph.template, template)) continue
    const rect = rectInside(inside, place)
    return rect && headOf(movedBy(rect, origin))
  }
  return undefined
}

function headOf(rect: Rect): Rect {
  return { ...rect, height: Math.min(rect.height, HEAD) }
}

/** How high a card is that is not unfolded. */
const HEAD = 72

/** Selects the step of a nested card, with others of its template if they stay. */
export function selectNested(designer: Designer, key: string, keepsOthers = false): void {
  const scene = designer.scene()
  const found = nestedCard(scene, key)
  if (found === undefined) return
  canvasUi(designer).set({ cursor: key, edge: undefined })
  const others = keepsOthers ? nestedPaths(scene) : []
  const own = found.path.join()
  const isThere = others.some((path) => path.join() === own)
  const paths = isThere ? others.filter((path) => path.join() !== own) : [...others, found.path]
  designer.actions.select(paths.map((path) => ({ document: scene.document, path })))
}

/** Brings a nested card into sight and gives it the focus. */
export function showNested(designer: Designer, key: string): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  canvasUi(designer).view()?.reveal(headOf(found.rect))
  focusSoon(key, FRAMES)
}

/** A card that was out of sight is there a few frames after it was brought into it. */
const FRAMES = 30

function focusSoon(key: string, frames: number): void {
  requestAnimationFrame(() => {
    const all = document.querySelectorAll<HTMLElement>('[data-nested]')
    const card = [...all].find(({ dataset }) => dataset['nested'] === key)
    if (card !== undefined) card.focus({ preventScroll: true })
    else if (frames > 0) focusSoon(key, frames - 1)
  })
}

function go(designer: Designer, key: string): void {
  selectNested(designer, key)
  showNested(designer, key)
}

/** Goes from the card with the focus into what it shows; says whether it shows anything. */
export function goIntoFrame(designer: Designer): boolean {
  const place = current(designer)
  const id = place && cardsOf(designer.scene())?.cardAt(place)?.id
  return id !== undefined && goInto(designer, id)
}

function goInto(designer: Designer, key: string): boolean {
  const frame = framesOf(designer.scene()).find(({ unfolded }) => unfolded.key === key)
  const first = frame?.inside && cardsOfGraph(frame.inside.shown.graph)[0]
  if (first === undefined) return false
  go(designer, cardKey(key, first.card.id))
  return true
}

/** Goes on by an arrow key: to a card beside, into an unfolded one, or out to the card around. */
export function walkNested(designer: Designer, key: string, direction: Direction): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined || (direction === 'down' && goInto(designer, key))) return
  const within = outerKey(key)
  const to = besides(found.inside, found.place, direction)
  const next = to && cardInGraph(found.inside.shown.graph, to)
  if (next !== undefined) go(designer, cardKey(within, next.id))
  else goOut(designer, within, direction)
}

function besides(inside: Inside, from: CardPlace, direction: Direction): CardPlace | undefined {
  if (inside.kind === 'steps') return neighbour(inside.layout, from, direction)
  const next = dagNeighbour(inside.layout, from.step, direction)
  return next === undefined ? undefined : graphPlace(next)
}

/** From the edge of what a card shows: up to the card itself, else to the one beside it. */
function goOut(designer: Designer, key: string, direction: Direction): void {
  if (key.includes('/>')) {
    if (direction === 'up') go(designer, key)
    else if (direction !== 'down') walkNested(designer, key, direction)
    return
  }
  const cards = cardsOf(designer.scene())
  const place = cards?.all().find((other) => cards.cardAt(other)?.id === key)
  if (cards === undefined || place === undefined) return
  const beside = direction === 'up' ? place : (cards.neighbour(place, direction) ?? place)
  selectPlaces(designer, [beside])
  show(designer, beside)
}

/** Draws what a nested step calls, with the templates around it on the way; without any, shows the step in the inspector. */
export function enterNested(designer: Designer, key: string): void {
  const { manifest } = designer.scene()
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const called = calledInGraph(manifest, found.inside.shown.graph, found.place)
  if (called === undefined) {
    selectNested(designer, key)
    canvasUi(designer).view()?.inspect()
    return
  }
  designer.actions.enterTemplate(...found.way, called)
  canvasUi(designer).set({ cursor: undefined, wantsFocus: true })
}

/** Begins to edit the name of a nested card. */
export function startNestedRename(designer: Designer, key: string): void {
  if (designer.scene().lock === undefined) canvasUi(designer).set({ renaming: key, cursor: key })
}

/** Renames the step of a nested card; an empty or unchanged name leaves it. Says whether the name is settled. */
export function renameNested(designer: Designer, key: string, name: string): boolean {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined || name === '' || name === found.card.name) return true
  const { template, place } = found
  const [id, own]: readonly [StepCommandId, object] = isContainer(found)
    ? ['renameContainer', { container: place.step }]
    : ['renameStep', keyIn(found, place)]
  return execute(designer.actions, id, { template, ...own, name }).ok
}

export function deleteNested(designer: Designer, key: string): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const { template } = found
  const places = chosen(designer, found)
  const done = isContainer(found)
    ? execute(designer.actions, 'deleteContainers', {
        template,
        containers: places.map(({ step }) => step),
      })
    : execute(designer.actions, 'deleteSteps', {
        template,
        steps: places.map((place) => keyIn(found, place)),
      })
  if (done.ok) designer.actions.select([])
}

export function duplicateNested(designer: Designer, key: string): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const { template } = found
  const places = chosen(designer, found)
  if (isContainer(found)) {
    const containers = places.map(({ step }) => step)
    execute(designer.actions, 'duplicateContainers', { template, containers })
    return
  }
  const steps = places.map((place) => keyIn(found, place))
  execute(designer.actions, 'duplicateSteps', { template, steps })
}

/** Adds something to the template of a nested card: in a lane of its own below it, or as a task that waits for it. */
export function addAfterNested(designer: Designer, key: string, entry: AddEntry): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const { lane, step } = found.place
  const to: DropPlace =
    found.inside.kind === 'steps' ? { newLane: lane + 1 } : { after: [step], before: [] }
  addStep(designer, entry, to, found.template)
}

/** Where the selected steps of an unfolded card would go by a key; nothing when they cannot. */
export function nestedMoveTarget(
  designer: Designer,
  key: string,
  direction: Direction,
  outOfLane: boolean,
): LanePlace | undefined {
  const found = nestedCard(designer.scene(), key)
  if (found?.inside.kind !== 'steps') return undefined
  return moveDestination(found.inside.layout, chosen(designer, found), direction, outOfLane)
}

/** Moves them there, within their template. */
export function moveNested(
  designer: Designer,
  key: string,
  direction: Direction,
  outOfLane: boolean,
): void {
  const found = nestedCard(designer.scene(), key)
  const to = nestedMoveTarget(designer, key, direction, outOfLane)
  if (found === undefined || to === undefined) return
  const steps = chosen(designer, found).map((place) => keyIn(found, place))
  const done = execute(designer.actions, 'moveSteps', { template: found.template, steps, to })
  if (done.ok) showNested(designer, key)
}

/** What is dragged by a card in lanes: all that is selected, if the card is; else the card, which becomes the selection. */
export function nestedItem(designer: Designer, key: string): DragItem | undefined {
  const found = nestedCard(designer.scene(), key)
  if (found?.inside.kind !== 'steps') return undefined
  const { template, card, place } = found
  const places = chosen(designer, found)
  if (places.length === 1 && places[0] === place) selectNested(designer, key)
  const label = places.length === 1 ? card.title : `${String(places.length)} steps`
  return {
    type: 'steps',
    places: places.map((each) => ({ template, ...each })),
    label,
    kind: card.kind,
  }
}

/** The places of all that is selected if the card is a part of it, else of that alone. */
export function chosen(designer: Designer, { place, template }: NestedCard): readonly CardPlace[] {
  const selection = nestedSelection(designer.scene())
  const isSelected =
    sameTemplate(selection.template, template) &&
    selection.places.some(({ lane, step }) => lane === place.lane && step === place.step)
  return isSelected ? selection.places : [place]
}

function isContainer({ inside: { shown } }: NestedCard): boolean {
  return !('lanes' in shown.graph) && shown.graph.kind === 'containers'
}

/** A step or task as commands address it. */
function keyIn({ inside }: NestedCard, { lane, step }: CardPlace) {
  return inside.kind === 'steps' ? { lane, index: step } : { task: step }
}

/** Where the card of a key is, nested or not. */
export function rectOfKey(scene: Scene, key: string): Rect | undefined {
  if (key.includes('/>')) return nestedCard(scene, key)?.rect
  const drawn = drawnInside(scene)
  const found = drawn && cardsOfGraph(drawn.shown.graph).find(({ card }) => card.id === key)
  return drawn && found && rectInside(drawn, found)
}
