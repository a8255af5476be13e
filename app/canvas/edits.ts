import {
  calledAddress,
  resolveTemplateRef,
  sameTemplate,
  type ManifestReference,
  type StepPlace,
  type TemplateAddress,
} from '../../src/argo/index.ts'
import { copyContainers, copySteps } from '../../src/edit/index.ts'
import type {
  CardPlace,
  Direction,
  DropPlace,
  GraphPlace,
  LanePlace,
  Point,
} from '../../src/layout/index.ts'
import { addStep, afterSelection, execute, templateKey, type AddEntry } from '../authoring/index.ts'
import type { Designer, Scene } from '../store/index.ts'
import { canvasUi } from './canvas-ui.ts'
import { cardPath, cardsOf, cardStep, graphPlace, isSame, keysOf, selectedPlaces } from './cards.ts'
import { moveDestination } from './moves.ts'
import { pictureOf, type LanesPicture } from './picture.ts'

/*
 * What can be done on the canvas, by whichever gesture, key or menu. Each reads the designer as it is when it is called.
 */

/** The lanes that are drawn, if lanes are. */
export function lanesOf(scene: Scene): LanesPicture | undefined {
  const picture = pictureOf(scene)
  return picture.type === 'lanes' ? picture : undefined
}

/** The card that keys are about. */
export function current(designer: Designer): CardPlace | undefined {
  const scene = designer.scene()
  const { cursor } = canvasUi(designer).getSnapshot()
  return cardsOf(scene)?.current(selectedPlaces(scene), cursor)
}

/** Selects the steps at places, the last of which gets the keys. */
export function selectPlaces(designer: Designer, places: readonly CardPlace[]): void {
  const scene = designer.scene()
  const { document } = scene
  const last = places.at(-1)
  const cursor = last && cardsOf(scene)?.cardAt(last)?.id
  canvasUi(designer).set({ edge: undefined, ...(cursor !== undefined && { cursor }) })
  if (scene.address === undefined) return
  designer.actions.select(
    places.flatMap((place) => {
      const path = cardPath(scene, place)
      return path === undefined ? [] : [{ document, path }]
    }),
  )
}

/** Adds a step to what is selected, or takes it away. */
export function togglePlace(designer: Designer, place: CardPlace): void {
  const selected = selectedPlaces(designer.scene())
  const others = selected.filter((other) => !isSame(other, place))
  const wasSelected = others.length < selected.length
  selectPlaces(designer, wasSelected ? others : [...others, place])
}

/** Selects all from the current card to another, in reading order. */
export function selectTo(designer: Designer, place: CardPlace): void {
  const cards = cardsOf(designer.scene())
  const from = current(designer)
  if (cards === undefined || from === undefined) return
  const isBefore = place.lane < from.lane || (place.lane === from.lane && place.step < from.step)
  const [start, end] = isBefore ? [place, from] : [from, place]
  const range = cards
    .all()
    .filter(
      ({ lane, step }) =>
        (lane > start.lane || (lane === start.lane && step >= start.step)) &&
        (lane < end.lane || (lane === end.lane && step <= end.step)),
    )
  selectPlaces(designer, isBefore ? range.toReversed() : range)
}

export function selectAll(designer: Designer): void {
  const cards = cardsOf(designer.scene())
  if (cards) selectPlaces(designer, cards.all())
}

/** Goes on to the card beside the current one; with `extend`, what was selected stays so, and going back takes it away again. */
export function walk(
  designer: Designer,
  direction: Direction | 'first' | 'last',
  extend: boolean,
): void {
  const cards = cardsOf(designer.scene())
  const from = current(designer)
  if (cards === undefined || from === undefined) return
  const to =
    direction === 'first'
      ? cards.all()[0]
      : direction === 'last'
        ? cards.all().at(-1)
        : cards.neighbour(from, direction)
  const target = to ?? from
  const selected = selectedPlaces(designer.scene())
  const others = selected.filter((place) => !isSame(place, target) && !isSame(place, from))
  // Going back over what was selected takes it away again.
  const wasSelected = selected.some((place) => isSame(place, target))
  const kept = wasSelected ? others : [...others, from]
  selectPlaces(designer, extend && to ? [...kept, target] : [target])
  show(designer, target)
}

/** Brings a card into sight and gives it the focus. */
export function show(designer: Designer, place: CardPlace): void {
  const ui = canvasUi(designer)
  const rect = cardsOf(designer.scene())?.rectOf(place)
  if (rect) ui.view()?.reveal(rect)
  ui.set({ wantsFocus: true })
}

export function deleteSelected(designer: Designer): void {
  const scene = designer.scene()
  const cards = cardsOf(scene)
  const selected = selectedPlaces(scene)
  const [first] = selected
  if (first === undefined || cards === undefined) return
  const deleted = new Set(selected.map((place) => cards.cardAt(place)?.id))
  // The keys go on from the card that stood before what is deleted, or else after it.
  const around = cards.all()
  const at = around.findIndex((place) => isSame(place, first))
  const rest = [...around.slice(0, at).toReversed(), ...around.slice(at)]
  const next = rest
    .map((place) => cards.cardAt(place)?.id)
    .find((id) => id !== undefined && !deleted.has(id))
  const template = templateKey(scene)
  const done =
    cards.kind === 'containers'
      ? execute(designer.actions, 'deleteContainers', {
          template,
          containers: indices(selected),
        })
      : execute(designer.actions, 'deleteSteps', { template, steps: keysOf(scene, selected) })
  if (!done.ok) return
  designer.actions.select([])
  canvasUi(designer).set({ cursor: next, wantsFocus: true })
}

export function duplicateSelected(designer: Designer): void {
  const scene = designer.scene()
  const template = templateKey(scene)
  const selected = selectedPlaces(scene)
  const done = isContainers(scene)
    ? execute(designer.actions, 'duplicateContainers', { template, containers: indices(selected) })
    : execute(designer.actions, 'duplicateSteps', { template, steps: keysOf(scene, selected) })
  if (done.ok) canvasUi(designer).set({ wantsFocus: true })
}

/** Whether containers of a set are drawn. */
function isContainers(scene: Scene): boolean {
  return cardsOf(scene)?.kind === 'containers'
}

/** Places in a graph as commands address them. */
function indices(places: readonly CardPlace[]): readonly number[] {
  return places.map(({ step }) => step)
}

/** The YAML of what is selected; nothing, and a notice, when it cannot be copied. */
export function copied(designer: Designer): string | undefined {
  const scene = designer.scene()
  const { tree, document } = scene
  const selected = selectedPlaces(scene)
  const template = templateKey(scene)
  if (selected.length === 0) return undefined
  const text = isContainers(scene)
    ? copyContainers({ tree, document }, { template, containers: indices(selected) })
    : copySteps({ tree, document }, { template, steps: keysOf(scene, selected) })
  if (text.ok) return text.value
  designer.actions.notify({ tone: 'warning', text: text.error.message })
  return undefined
}

/** Pastes YAML after the selection. */
export function paste(designer: Designer, yaml: string, to?: DropPlace): void {
  const scene = designer.scene()
  const template = templateKey(scene)
  const place = to ?? afterSelection(scene)
  const done = isContainers(scene)
    ? execute(designer.actions, 'pasteContainers', { template, yaml })
    : execute(designer.actions, 'pasteSteps', {
        template,
        yaml,
        ...('after' in place ? {} : { to: place }),
      })
  if (done.ok) canvasUi(designer).set({ wantsFocus: true })
}

/** Moves steps to a place; says whether that was possible. */
export function moveTo(designer: Designer, places: readonly StepPlace[], to: LanePlace): boolean {
  const scene = designer.scene()
  const owner = places[0]?.template ?? scene.address
  const template = owner ?? templateKey(scene)
  const steps = places.map(({ lane, step }) => ({ lane, index: step }))
  const done = execute(designer.actions, 'moveSteps', { template, steps, to })
  if (done.ok && sameTemplate(owner, scene.address)) canvasUi(designer).set({ wantsFocus: true })
  return done.ok
}

/** Moves what is selected one place on. */
export function moveSelected(designer: Designer, direction: Direction, outOfLane: boolean): void {
  const to = moveTarget(designer, direction, outOfLane)
  if (to === undefined) return
  moveTo(designer, designer.scene().selected, to)
}

/** Where what is selected would go. */
export function moveTarget(designer: Designer, direction: Direction, outOfLane: boolean) {
  const lanes = lanesOf(designer.scene())
  return lanes && moveDestination(lanes.layout, designer.scene().selected, direction, outOfLane)
}

/** Moves a whole lane before the present lane `to`; says whether that was possible. */
export function moveLane(designer: Designer, lane: number, to: number): boolean {
  const template = templateKey(designer.scene())
  return execute(designer.actions, 'moveLane', { template, lane, to }).ok
}

/** Selects all steps of a lane. */
export function selectLane(designer: Designer, lane: number): void {
  const count = lanesOf(designer.scene())?.graph.lanes[lane]?.cards.length ?? 0
  selectPlaces(
    designer,
    Array.from({ length: count }, (_, step) => ({ lane, step })),
  )
}

export function deleteLane(designer: Designer, lane: number): void {
  selectLane(designer, lane)
  deleteSelected(designer)
}

/** Adds a step and gives it the keys. */
export function add(designer: Designer, entry: AddEntry, to?: DropPlace): boolean {
  const done = addStep(designer, entry, to)
  if (done.ok) canvasUi(designer).set({ wantsFocus: true })
  return done.ok
}

/** Opens the menu of things to add, at a point of the window or beside where the new one will be. */
export function openAdd(designer: Designer, to?: DropPlace, at?: Point): void {
  const scene = designer.scene()
  const lanes = lanesOf(scene)
  const ui = canvasUi(designer)
  if (cardsOf(scene) === undefined || ui.view() === undefined) return
  const place = to ?? afterSelection(scene)
  if ('after' in place) {
    openAddInGraph(designer, place, at)
    return
  }
  const gap = 'newLane' in place ? lanes?.layout.gaps[place.newLane] : undefined
  if (gap) ui.view()?.reveal({ ...gap, x: -8, width: 16 })
  const beside = gap && ui.view()?.toWindow({ x: 0, y: gap.y + gap.height / 2 + 12 })
  const point = at ?? beside
  if (point) ui.set({ adding: { to: place, at: point } })
}

/** The same in a graph: below what it is to stand after, or in the middle of what is in sight. */
function openAddInGraph(designer: Designer, to: GraphPlace, at: Point | undefined): void {
  const ui = canvasUi(designer)
  const view = ui.view()
  const last = to.after.at(-1)
  const rect = last === undefined ? undefined : cardsOf(designer.scene())?.rectOf(graphPlace(last))
  if (rect) view?.reveal(rect)
  const below = rect && view?.toWindow({ x: rect.x + 40, y: rect.y + rect.height + 6 })
  const point = at ?? below ?? view?.middle()
  if (point) ui.set({ adding: { to, at: point } })
}

/** The template of this file that a step or task calls, or gives inline. */
export function innerTemplate(scene: Scene, place: CardPlace): TemplateAddress | undefined {
  const step = cardStep(scene, place)
  const path = cardPath(scene, place)
  return step && path && calledAddress(scene.manifest, step, path)
}

/** Goes into what a step calls, or shows the step in the inspector. */
export function goInside(designer: Designer, place: CardPlace): void {
  const scene = designer.scene()
  const inner = innerTemplate(scene, place)
  const reference = cardReference(scene, place)
  if (reference !== undefined) {
    if (!isOpenHere(scene, reference)) canvasUi(designer).view()?.inspect()
    designer.actions.followReference(reference)
  } else if (inner === undefined) canvasUi(designer).view()?.inspect()
  else {
    designer.actions.enterTemplate(inner)
    canvasUi(designer).set({ cursor: undefined, wantsFocus: true })
  }
}

/** Whether going inside of a card leads to another picture: that of a template of this file, or of another that is open. */
export function leadsInside(scene: Scene, place: CardPlace): boolean {
  const reference = cardReference(scene, place)
  return reference === undefined
    ? innerTemplate(scene, place) !== undefined
    : isOpenHere(scene, reference)
}

/** The template of another manifest that the step of a card calls. */
function cardReference(scene: Scene, place: CardPlace): ManifestReference | undefined {
  const step = cardStep(scene, place)
  return step?.inline === undefined ? step?.templateRef : undefined
}

function isOpenHere({ sources, manifest }: Scene, reference: ManifestReference): boolean {
  const found = resolveTemplateRef(sources, reference, manifest.namespace)
  return found.status === 'found'
}

/** Begins to edit the name of the current card. */
export function startRename(designer: Designer): void {
  const place = current(designer)
  const card = place && cardsOf(designer.scene())?.cardAt(place)
  if (card === undefined) return
  show(designer, place ?? { lane: 0, step: 0 })
  canvasUi(designer).set({ renaming: card.id, cursor: card.id, wantsFocus: false })
}

/** Lists who refers to the step of the current card. */
export function findReferences(designer: Designer): void {
  const scene = designer.scene()
  const { document } = scene
  const place = current(designer)
  const path = place && cardPath(scene, place)
  if (place === undefined || path === undefined) return
  const name = cardStep(scene, place)?.name ?? ''
  designer.actions.findReferences({ kind: 'step', document, path, name })
}

/** Renames the step of a card; an empty or unchanged name leaves it. Says whether the name is settled. */
export function finishRename(designer: Designer, place: CardPlace, name: string): boolean {
  const scene = designer.scene()
  const cards = cardsOf(scene)
  const old = cards?.cardAt(place)?.name ?? ''
  if (name === old || name === '') return true
  const template = templateKey(scene)
  const { ok } =
    cards?.kind === 'containers'
      ? execute(designer.actions, 'renameContainer', { template, container: place.step, name })
      : cards?.kind === 'tasks'
        ? execute(designer.actions, 'renameStep', { template, task: place.step, name })
        : execute(designer.actions, 'renameStep', {
            template,
            lane: place.lane,
            index: place.step,
            name,
          })
  return ok
}
