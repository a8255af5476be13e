import {
  calledAddress,
  stepPath,
  type StepPlace,
  type TemplateAddress,
} from '../../../src/argo/index.ts'
import { cardKey, type StepCard } from '../../../src/graph/index.ts'
import {
  cardRect,
  neighbour,
  rectOf,
  type Direction,
  type Rect,
} from '../../../src/layout/index.ts'
import { execute, type AddEntry } from '../../authoring/index.ts'
import type { Designer, Scene } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { current, lanesOf, show } from '../edits.ts'
import { cardAt, placeOf } from '../picture.ts'

/*
 * What can be done with steps in unfolded cards. They are known by the keys of their cards; commands get them by the template that they are in.
 */

/** A card in an unfolded one. */
export interface NestedCard {
  readonly key: string
  readonly card: StepCard
  readonly place: StepPlace
  readonly path: readonly (string | number)[]
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
  const frames = lanesOf(scene)?.frames ?? []
  const within = key.slice(0, Math.max(0, key.lastIndexOf('/>')))
  const at = frames.findIndex(({ unfolded }) => unfolded.key === within)
  const frame = frames[at]
  if (frame?.layout === undefined || frame.unfolded.content.kind !== 'steps') return undefined
  const { graph } = frame.unfolded.content.shown
  for (const [lane, { cards }] of graph.lanes.entries()) {
    const step = cards.findIndex(({ id }) => cardKey(within, id) === key)
    const card = cards[step]
    const box = frame.layout.lanes[lane]
    if (card === undefined || box === undefined) continue
    const { x, y, width, height } = cardRect(box, step)
    const { template } = graph
    const way = frames
      .filter(({ unfolded }) => `${key}/>`.startsWith(`${unfolded.key}/>`))
      .map(({ unfolded }) => unfolded.template)
    return {
      key,
      card,
      place: { template, lane, step },
      path: stepPath(scene.manifest, template, lane, step),
      rect: { x: x + frame.origin.x, y: y + frame.origin.y, width, height },
      way:
        frame.unfolded.key === key
          ? way.slice(0, -1)
          : way.filter((_, index) => index < depthOf(key)),
    }
  }
  return undefined
}

function depthOf(key: string): number {
  return key.split('/>').length - 1
}

/** Selects the step of a nested card, with others of its template if they stay. */
export function selectNested(designer: Designer, key: string, keepsOthers = false): void {
  const scene = designer.scene()
  const found = nestedCard(scene, key)
  if (found === undefined) return
  canvasUi(designer).set({ cursor: key })
  const { manifest, document, nested } = scene
  const others = keepsOthers
    ? nested.map(({ template, lane, step }) => stepPath(manifest, template, lane, step))
    : []
  const own = found.path.join()
  const isThere = others.some((path) => path.join() === own)
  const paths = isThere ? others.filter((path) => path.join() !== own) : [...others, found.path]
  designer.actions.select(paths.map((path) => ({ document, path })))
}

/** Brings a nested card into sight and gives it the focus. */
export function showNested(designer: Designer, key: string): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  canvasUi(designer)
    .view()
    ?.reveal({ ...found.rect, height: Math.min(found.rect.height, 72) })
  requestAnimationFrame(() => {
    for (const card of document.querySelectorAll<HTMLElement>('[data-nested]'))
      if (card.dataset['nested'] === key) card.focus({ preventScroll: true })
  })
}

function go(designer: Designer, key: string): void {
  selectNested(designer, key)
  showNested(designer, key)
}

/** Goes from the card with the focus into what it shows; says whether it shows anything. */
export function goIntoFrame(designer: Designer): boolean {
  const lanes = lanesOf(designer.scene())
  const place = lanes && current(designer)
  const id = lanes && place && cardAt(lanes.graph, place)?.id
  return id !== undefined && goInto(designer, id)
}

function goInto(designer: Designer, key: string): boolean {
  const frame = lanesOf(designer.scene())?.frames.find(({ unfolded }) => unfolded.key === key)
  const content = frame?.unfolded.content
  const first = content?.kind === 'steps' ? content.shown.graph.lanes[0]?.cards[0] : undefined
  if (first === undefined) return false
  go(designer, cardKey(key, first.id))
  return true
}

/** Goes on by an arrow key: to a card beside, into an unfolded one, or out to the card around. */
export function walkNested(designer: Designer, key: string, direction: Direction): void {
  const scene = designer.scene()
  const found = nestedCard(scene, key)
  if (found === undefined || (direction === 'down' && goInto(designer, key))) return
  const within = key.slice(0, key.lastIndexOf('/>'))
  const frame = lanesOf(scene)?.frames.find(({ unfolded }) => unfolded.key === within)
  if (frame?.layout === undefined || frame.unfolded.content.kind !== 'steps') return
  const to = neighbour(frame.layout, found.place, direction)
  const next = to && cardAt(frame.unfolded.content.shown.graph, to)
  if (next !== undefined) go(designer, cardKey(within, next.id))
  else goOut(designer, within, direction)
}

/** From the edge of what a card shows: up to the card itself, else to the one beside it. */
function goOut(designer: Designer, key: string, direction: Direction): void {
  const lanes = lanesOf(designer.scene())
  if (lanes === undefined) return
  if (key.includes('/>')) {
    if (direction === 'up') go(designer, key)
    else if (direction !== 'down') walkNested(designer, key, direction)
    return
  }
  const place = placeOf(lanes.graph, key)
  if (place === undefined) return
  const beside = direction === 'up' ? place : (neighbour(lanes.layout, place, direction) ?? place)
  const { manifest, document, address } = designer.scene()
  if (address === undefined) return
  const path = stepPath(manifest, address, beside.lane, beside.step)
  canvasUi(designer).set({ cursor: cardAt(lanes.graph, beside)?.id })
  designer.actions.select([{ document, path }])
  show(designer, beside)
}

/** Draws what a nested step calls, with the templates around it on the way; without any, shows the step in the inspector. */
export function enterNested(designer: Designer, key: string): void {
  const scene = designer.scene()
  const found = nestedCard(scene, key)
  if (found === undefined) return
  const called = calledAddress(scene.manifest, found.card.step, found.path)
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
  return execute(designer.actions, 'renameStep', { ...addressOf(found), name }).ok
}

export function deleteNested(designer: Designer, key: string): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const { template } = found.place
  const done = execute(designer.actions, 'deleteSteps', {
    template,
    steps: chosen(designer, found),
  })
  if (done.ok) designer.actions.select([])
}

export function duplicateNested(designer: Designer, key: string): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const { template } = found.place
  execute(designer.actions, 'duplicateSteps', { template, steps: chosen(designer, found) })
}

/** Adds a step to the template of a nested one, in a lane of its own below it. */
export function addAfterNested(designer: Designer, key: string, entry: AddEntry): void {
  const found = nestedCard(designer.scene(), key)
  if (found === undefined) return
  const { template, lane } = found.place
  execute(designer.actions, 'addStep', { template, ...entry.args, to: { newLane: lane + 1 } })
}

/** All selected steps if the card's is one of them, else that alone. */
function chosen(designer: Designer, { place }: NestedCard) {
  const { nested } = designer.scene()
  const isSelected = nested.some(({ lane, step }) => lane === place.lane && step === place.step)
  return (isSelected ? nested : [place]).map(({ lane, step }) => ({ lane, index: step }))
}

function addressOf({ place: { template, lane, step } }: NestedCard) {
  return { template, lane, index: step }
}

/** Where the card of a key is, nested or not. */
export function rectOfKey(scene: Scene, key: string): Rect | undefined {
  const lanes = lanesOf(scene)
  const place = lanes && placeOf(lanes.graph, key)
  return (place && rectOf(lanes.layout, place)) ?? nestedCard(scene, key)?.rect
}
