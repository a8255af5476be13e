import { useSyncExternalStore } from 'react'
import { useDesigner } from '../store/index.ts'
import { Popover } from '../ui/index.ts'
import { AddList } from './AddList.tsx'
import { canvasUi } from './canvas-ui.ts'
import { add } from './edits.ts'

/** The menu of things to add, wherever it was asked for. */
export function AddMenu() {
  const designer = useDesigner()
  const ui = canvasUi(designer)
  const adding = useSyncExternalStore(ui.subscribe, () => ui.getSnapshot().adding)
  if (adding === undefined) return null
  const { to, at } = adding
  return (
    <Popover
      open
      label="Add a step"
      width={264}
      onOpenChange={(isOpen) => {
        if (!isOpen) ui.set({ adding: undefined, wantsFocus: true })
      }}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label="Add a step"
          style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0 }}
        />
      }
    >
      <AddList
        onPick={(entry) => {
          ui.set({ adding: undefined })
          add(designer, entry, to)
        }}
      />
    </Popover>
  )
}
