import type { Point } from '../../src/layout/index.ts'
import type { Designer } from '../store/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { afterLayers } from './after-layers.ts'
import { canvasActions, clipboardKeys } from './actions.ts'
import { shownGraph } from './cards.ts'
import {
  current,
  deleteLane,
  leadsInside,
  moveLane,
  openAdd,
  lanesOf,
  selectLane,
} from './edits.ts'
import { stepsRefactorings, templateRefactorings } from './refactor/menu.ts'
import { unfoldToDepth } from './unfold/unfolding.ts'
import { shortcutWords } from './shortcut-words.ts'

const separator: MenuEntry = { type: 'separator' }

/** The menu of what is selected. */
export function cardMenu(designer: Designer): readonly MenuEntry[] {
  const place = current(designer)
  const graph = shownGraph(designer.scene())?.graph
  // A container of a set calls nothing, and is no step.
  const isContainer = graph?.kind === 'containers'
  const goesInside = place && leadsInside(designer.scene(), place)
  return [
    { ...entry(designer, 'goInside'), ...(goesInside ? {} : { label: 'Edit in the inspector' }) },
    entry(designer, 'rename'),
    ...(isContainer ? [] : [entry(designer, 'unfold'), entry(designer, 'findReferences')]),
    entry(designer, 'problems'),
    separator,
    entry(designer, 'cut'),
    entry(designer, 'copy'),
    entry(designer, 'paste'),
    entry(designer, 'duplicate'),
    separator,
    { ...entry(designer, 'addStep'), label: addLabel(designer) },
    ...(graph !== undefined
      ? [entry(designer, 'connect'), entry(designer, 'connectBack')]
      : [moveMenu(designer)]),
    ...(isContainer
      ? []
      : [
          {
            type: 'submenu' as const,
            label: 'Refactor',
            entries: stepsRefactorings(designer),
          },
        ]),
    separator,
    { ...entry(designer, 'delete'), danger: true },
  ]
}

function addLabel(designer: Designer): string {
  const kind = shownGraph(designer.scene())?.graph.kind
  if (kind === undefined) return 'Add a step…'
  return kind === 'tasks' ? 'Add a task…' : 'Add a container…'
}

function moveMenu(designer: Designer): MenuEntry {
  return {
    type: 'submenu',
    label: 'Move',
    entries: ['moveLeft', 'moveRight', 'moveUp', 'moveDown', 'moveOutUp', 'moveOutDown'].map((id) =>
      entry(designer, id),
    ),
  }
}

/** The menu of a lane. */
export function laneMenu(designer: Designer, lane: number, at: Point): readonly MenuEntry[] {
  const lanes = lanesOf(designer.scene())?.graph.lanes ?? []
  const isLocked = designer.scene().lock !== undefined
  const count = lanes[lane]?.cards.length ?? 0
  return [
    {
      type: 'action',
      label: 'Add a step to this lane…',
      disabled: isLocked || lanes[lane]?.isList !== true,
      onSelect: () => afterLayers(() => openAdd(designer, { lane, index: count }, at)),
    },
    {
      type: 'action',
      label: 'Add a lane above…',
      disabled: isLocked,
      onSelect: () => afterLayers(() => openAdd(designer, { newLane: lane }, at)),
    },
    {
      type: 'action',
      label: 'Add a lane below…',
      disabled: isLocked,
      onSelect: () => afterLayers(() => openAdd(designer, { newLane: lane + 1 }, at)),
    },
    separator,
    {
      type: 'action',
      label: 'Select all in this lane',
      disabled: count === 0,
      onSelect: () => selectLane(designer, lane),
    },
    {
      type: 'action',
      label: 'Move the lane up',
      disabled: isLocked || lane === 0,
      onSelect: () => moveLane(designer, lane, lane - 1),
    },
    {
      type: 'action',
      label: 'Move the lane down',
      disabled: isLocked || lane + 1 >= lanes.length,
      onSelect: () => moveLane(designer, lane, lane + 2),
    },
    separator,
    {
      type: 'action',
      label: 'Delete the lane',
      danger: true,
      disabled: isLocked || count === 0,
      onSelect: () => afterLayers(() => deleteLane(designer, lane)),
    },
  ]
}

/** The menu of the empty canvas. */
export function paneMenu(designer: Designer, at: Point): readonly MenuEntry[] {
  const isGraph = shownGraph(designer.scene()) !== undefined
  const end = lanesOf(designer.scene())?.graph.lanes.length ?? 0
  const place = isGraph ? { after: [], before: [] } : { newLane: end }
  return [
    {
      ...entry(designer, 'addStep'),
      label: addLabel(designer),
      onSelect: () => afterLayers(() => openAdd(designer, place, at)),
    },
    entry(designer, 'paste'),
    entry(designer, 'selectAll'),
    separator,
    {
      type: 'submenu',
      label: 'Unfold all steps',
      entries: [1, 2, 3].map((depth) => ({
        type: 'action',
        label: depth === 1 ? 'One level' : `${String(depth)} levels`,
        onSelect: () => unfoldToDepth(designer, depth),
      })),
    },
    entry(designer, 'unfoldAll'),
    entry(designer, 'foldAll'),
    separator,
    entry(designer, 'fit'),
    entry(designer, 'fullSize'),
    separator,
    { type: 'submenu', label: 'Refactor the template', entries: templateRefactorings(designer) },
  ]
}

function entry(designer: Designer, id: string): MenuEntry & { readonly type: 'action' } {
  const action = canvasActions(designer).find((candidate) => candidate.id === `canvas.${id}`)
  if (action === undefined) throw new Error(`no action canvas.${id}`)
  const shortcut = action.shortcut ?? clipboardKeys[action.id]
  return {
    type: 'action',
    label: action.label,
    disabled: !action.isEnabled(),
    onSelect: action.run,
    ...(shortcut !== undefined && { shortcut: shortcutWords(shortcut) }),
  }
}
