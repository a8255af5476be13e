import type { Direction } from '../../src/layout/index.ts'
import { browserClipboard } from '../platform/index.ts'
import type { Designer } from '../store/index.ts'
import { afterLayers } from './after-layers.ts'
import { canUnfold } from '../../src/graph/index.ts'
import { canvasUi, type CanvasView } from './canvas-ui.ts'
import { openKeys, toggleUnfolded, unfoldToDepth } from './unfold/unfolding.ts'
import { cardsOf, selectedPlaces, shownGraph } from './cards.ts'
import { connectByKeys } from './dag/connect-press.ts'
import { deleteEdge, selectedEdge, walkEdges } from './dag/edges.ts'
import {
  copied,
  current,
  deleteSelected,
  duplicateSelected,
  findReferences,
  goInside,
  moveSelected,
  moveTarget,
  openAdd,
  paste,
  selectAll,
  startRename,
} from './edits.ts'
import { openProblems } from './nodes/open-problems.ts'
import { refactorActions } from './refactor/menu.ts'

/** Something that the canvas can do, for menus, lists of commands and keys. */
export interface CanvasAction {
  readonly id: string
  readonly label: string
  /** As `parseShortcut` of platform reads it. */
  readonly shortcut?: string
  readonly otherShortcuts?: readonly string[]
  readonly isEnabled: () => boolean
  /** Why it is not enabled, for those who press its keys. */
  readonly whyNot?: () => string | undefined
  readonly run: () => void
}

/** The actions of the canvas of a designer. They act on what is selected when they run. */
export function canvasActions(designer: Designer): readonly CanvasAction[] {
  const known = actions.get(designer)
  if (known !== undefined) return known
  const made = [
    ...editActions(designer),
    ...clipboardActions(designer),
    ...moveActions(designer),
    ...refactorActions(designer),
    ...unfoldActions(designer),
    ...graphActions(designer),
    ...viewActions(designer),
  ].map((action) => ({ ...action, run: () => afterLayers(action.run) }))
  actions.set(designer, made)
  return made
}

/**
 * Keys that the browser turns into clipboard events, which the canvas hears. They are for showing only: an event may read the clipboard
 * without asking, an action may not.
 */
export const clipboardKeys: Readonly<Partial<Record<string, string>>> = {
  'canvas.copy': 'Mod+C',
  'canvas.cut': 'Mod+X',
  'canvas.paste': 'Mod+V',
}

const actions = new WeakMap<Designer, readonly CanvasAction[]>()

function editActions(designer: Designer): CanvasAction[] {
  const hasSelection = (): boolean => selectedPlaces(designer.scene()).length > 0
  const hasEdge = (): boolean => selectedEdge(designer) !== undefined
  const canEdit = (): boolean => hasSelection() && designer.scene().lock === undefined
  return [
    {
      id: 'canvas.addStep',
      label: 'Add a step…',
      shortcut: 'A',
      otherShortcuts: ['/'],
      isEnabled: () =>
        cardsOf(designer.scene()) !== undefined && designer.scene().lock === undefined,
      run: () => openAdd(designer),
    },
    {
      id: 'canvas.goInside',
      label: 'Go inside',
      shortcut: 'Enter',
      isEnabled: () => current(designer) !== undefined,
      run: () => {
        const place = current(designer)
        if (place) goInside(designer, place)
      },
    },
    {
      id: 'canvas.rename',
      label: 'Rename',
      shortcut: 'F2',
      isEnabled: () => current(designer) !== undefined && designer.scene().lock === undefined,
      run: () => startRename(designer),
    },
    {
      id: 'canvas.findReferences',
      label: 'Find references',
      shortcut: 'Shift+F12',
      isEnabled: () => current(designer) !== undefined,
      run: () => findReferences(designer),
    },
    {
      id: 'canvas.problems',
      label: 'Problems and fixes…',
      shortcut: 'P',
      isEnabled: () => current(designer) !== undefined,
      run: () => {
        const place = current(designer)
        const card = place && cardsOf(designer.scene())?.cardAt(place)
        if (card === undefined || openProblems('card', card.id)) return
        designer.actions.notify({ tone: 'info', text: `Nothing is wrong with ${card.title}.` })
      },
    },
    {
      id: 'canvas.duplicate',
      label: 'Duplicate',
      shortcut: 'Mod+D',
      isEnabled: canEdit,
      run: () => duplicateSelected(designer),
    },
    {
      id: 'canvas.delete',
      label: 'Delete',
      shortcut: 'Delete',
      otherShortcuts: ['Backspace'],
      isEnabled: () => canEdit() || (hasEdge() && designer.scene().lock === undefined),
      run: () => {
        const edge = selectedEdge(designer)
        if (edge !== undefined) deleteEdge(designer, edge)
        else deleteSelected(designer)
      },
    },
    {
      id: 'canvas.selectAll',
      label: 'Select all steps',
      shortcut: 'Mod+A',
      isEnabled: () => current(designer) !== undefined,
      run: () => selectAll(designer),
    },
  ]
}

function clipboardActions(designer: Designer): CanvasAction[] {
  const hasSelection = (): boolean => selectedPlaces(designer.scene()).length > 0
  const warn = (text: string): void => designer.actions.notify({ tone: 'warning', text })
  const write = async (isCut: boolean): Promise<void> => {
    const text = copied(designer)
    if (text === undefined) return
    const written = await browserClipboard().writeText(text)
    if (!written.ok) warn(written.error.message)
    else if (isCut) deleteSelected(designer)
  }
  const read = async (): Promise<void> => {
    const text = await browserClipboard().readText()
    if (text.ok) paste(designer, text.value)
    else warn(text.error.message)
  }
  return [
    {
      id: 'canvas.copy',
      label: 'Copy',
      isEnabled: hasSelection,
      run: () => void write(false),
    },
    {
      id: 'canvas.cut',
      label: 'Cut',
      isEnabled: () => hasSelection() && designer.scene().lock === undefined,
      run: () => void write(true),
    },
    {
      id: 'canvas.paste',
      label: 'Paste',
      isEnabled: () =>
        cardsOf(designer.scene()) !== undefined && designer.scene().lock === undefined,
      run: () => void read(),
    },
  ]
}

function moveActions(designer: Designer): CanvasAction[] {
  const move = (
    id: string,
    label: string,
    shortcut: string,
    direction: Direction,
    outOfLane = false,
  ): CanvasAction => ({
    id: `canvas.${id}`,
    label,
    shortcut,
    isEnabled: () =>
      designer.scene().lock === undefined &&
      moveTarget(designer, direction, outOfLane) !== undefined,
    run: () => moveSelected(designer, direction, outOfLane),
  })
  return [
    move('moveLeft', 'Move left', 'Alt+Left', 'left'),
    move('moveRight', 'Move right', 'Alt+Right', 'right'),
    move('moveUp', 'Move to the lane above', 'Alt+Up', 'up'),
    move('moveDown', 'Move to the lane below', 'Alt+Down', 'down'),
    move('moveOutUp', 'Move to a new lane above', 'Alt+Shift+Up', 'up', true),
    move('moveOutDown', 'Move to a new lane below', 'Alt+Shift+Down', 'down', true),
  ]
}

function unfoldActions(designer: Designer): CanvasAction[] {
  const keyOfCurrent = (): string | undefined => {
    const place = current(designer)
    const card = place && cardsOf(designer.scene())?.cardAt(place)
    return card !== undefined && canUnfold(card) ? card.id : undefined
  }
  const hasCards = (): boolean => cardsOf(designer.scene()) !== undefined
  return [
    {
      id: 'canvas.unfold',
      label: 'Unfold or fold',
      shortcut: 'U',
      isEnabled: () => keyOfCurrent() !== undefined,
      run: () => {
        const key = keyOfCurrent()
        if (key !== undefined) toggleUnfolded(designer, key)
      },
    },
    {
      id: 'canvas.unfoldAll',
      label: 'Unfold all steps',
      shortcut: 'Shift+U',
      isEnabled: hasCards,
      run: () => unfoldToDepth(designer, 9, keyOfCurrent()),
    },
    {
      id: 'canvas.foldAll',
      label: 'Fold all steps',
      shortcut: 'Alt+U',
      isEnabled: () => openKeys(designer).size > 0,
      run: () => unfoldToDepth(designer, 0, keyOfCurrent()),
    },
  ]
}

function graphActions(designer: Designer): CanvasAction[] {
  const isGraph = (): boolean => shownGraph(designer.scene()) !== undefined
  const canDraw = (): boolean =>
    isGraph() && current(designer) !== undefined && designer.scene().lock === undefined
  const draw = (end: 'after' | 'before'): void => {
    const place = current(designer)
    if (place !== undefined) connectByKeys(designer, place.step, end)
  }
  return [
    {
      id: 'canvas.connect',
      label: 'Draw an edge to what comes after…',
      shortcut: 'C',
      isEnabled: canDraw,
      run: () => draw('after'),
    },
    {
      id: 'canvas.connectBack',
      label: 'Draw an edge to what comes before…',
      shortcut: 'Shift+C',
      isEnabled: canDraw,
      run: () => draw('before'),
    },
    {
      id: 'canvas.nextEdge',
      label: 'Select the next edge of the card',
      shortcut: 'E',
      isEnabled: () => isGraph() && current(designer) !== undefined,
      run: () => {
        const place = current(designer)
        if (place !== undefined) walkEdges(designer, place.step)
      },
    },
  ]
}

function viewActions(designer: Designer): CanvasAction[] {
  const look = (
    id: string,
    label: string,
    shortcut: string,
    run: (view: CanvasView) => void,
    otherShortcuts: readonly string[] = [],
  ): CanvasAction => ({
    id: `canvas.${id}`,
    label,
    shortcut,
    otherShortcuts,
    isEnabled: () => canvasUi(designer).view() !== undefined,
    run: () => {
      const view = canvasUi(designer).view()
      if (view) run(view)
    },
  })
  return [
    look('fit', 'Zoom to fit', '1', (view) => view.fit()),
    look('fullSize', 'Zoom to 100%', '0', (view) => view.zoomToFullSize()),
    look('zoomIn', 'Zoom in', 'Plus', (view) => view.zoomBy(1.25), ['=']),
    look('zoomOut', 'Zoom out', '-', (view) => view.zoomBy(0.8)),
    {
      id: 'canvas.dataFlow',
      label: 'Show or hide all data edges',
      shortcut: 'D',
      isEnabled: () => canvasUi(designer).view() !== undefined,
      run: () => {
        const { showsDataFlow } = designer.view.getState()
        designer.actions.setView({ showsDataFlow: !showsDataFlow })
      },
    },
  ]
}
