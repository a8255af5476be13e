import { calledAddress } from '../../../src/argo/index.ts'
import { canUnfold } from '../../../src/graph/index.ts'
import { addEntries } from '../../authoring/index.ts'
import type { Designer } from '../../store/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { afterLayers } from '../after-layers.ts'
import {
  addAfterNested,
  deleteNested,
  duplicateNested,
  enterNested,
  nestedCard,
  startNestedRename,
} from './nested-edits.ts'
import { openKeys, toggleUnfolded } from './unfolding.ts'

/** The menu of a card in an unfolded one. */
export function nestedMenu(designer: Designer, key: string): readonly MenuEntry[] {
  const scene = designer.scene()
  const found = nestedCard(scene, key)
  if (found === undefined) return []
  const { lock, manifest } = scene
  const isLocked = lock !== undefined
  const goesInside = calledAddress(manifest, found.card.step, found.path) !== undefined
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
      label: 'Add a step after',
      entries: addEntries(manifest).map((added) =>
        entry(added.label, () => addAfterNested(designer, key, added)),
      ),
    },
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
