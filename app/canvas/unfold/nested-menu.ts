import { calledInGraph, canUnfold } from '../../../src/graph/index.ts'
import type { Direction } from '../../../src/layout/index.ts'
import { addEntries } from '../../authoring/index.ts'
import type { Designer } from '../../store/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { afterLayers } from '../after-layers.ts'
import {
  addAfterNested,
  deleteNested,
  duplicateNested,
  enterNested,
  moveNested,
  nestedCard,
  nestedMoveTarget,
  startNestedRename,
} from './nested-edits.ts'
import { openKeys, toggleUnfolded } from './unfolding.ts'

const moves: readonly (readonly [string, Direction, boolean])[] = [
  ['Move left', 'left', false],
  ['Move right', 'right', false],
  ['Move to the lane above', 'up', false],
  ['Move to the lane below', 'down', false],
  ['Move to a new lane above', 'up', true],
  ['Move to a new lane below', 'down', true],
]

/** The menu of a card in an unfolded one. */
export function nestedMenu(designer: Designer, key: string): readonly MenuEntry[] {
  const scene = designer.scene()
  const found = nestedCard(scene, key)
  if (found === undefined) return []
  const { lock, manifest } = scene
  const isLocked = lock !== undefined
  const goesInside = calledInGraph(manifest, found.inside.shown.graph, found.place) !== undefined
  const entry = (label: string, run: () => void, disabled = isLocked): MenuEntry => ({
    type: 'action',
    label,
    disabled,
    onSelect: () => afterLayers(run),
  })
  return [
    entry(
      goesInside ? 'Go inside' : 'Edit in the inspector',
      () => enterNested(designer, key),
      false,
    ),
    ...(canUnfold(found.card)
      ? [
          entry(
            openKeys(designer).has(key) ? 'Fold' : 'Unfold',
            () => toggleUnfolded(designer, key),
            false,
          ),
        ]
      : []),
    entry('Rename', () => startNestedRename(designer, key)),
    { type: 'separator' },
    {
      type: 'submenu',
      label: found.inside.kind === 'steps' ? 'Add a step after' : 'Add after this one',
      entries: addEntries(manifest).map((added) =>
        entry(added.label, () => addAfterNested(designer, key, added)),
      ),
    },
    ...(found.inside.kind === 'steps'
      ? [
          {
            type: 'submenu' as const,
            label: 'Move',
            entries: moves.map(([label, direction, isOut]) =>
              entry(
                label,
                () => moveNested(designer, key, direction, isOut),
                isLocked || nestedMoveTarget(designer, key, direction, isOut) === undefined,
              ),
            ),
          },
        ]
      : []),
    entry('Duplicate', () => duplicateNested(designer, key)),
    { type: 'separator' },
    {
      type: 'action',
      label: 'Delete',
      danger: true,
      disabled: isLocked,
      onSelect: () => afterLayers(() => deleteNested(designer, key)),
    },
  ]
}
