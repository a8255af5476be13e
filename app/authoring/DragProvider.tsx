import { useState, type ReactNode } from 'react'
import { VisuallyHidden } from '../ui/index.ts'
import { createDrag } from './drag.ts'
import { DragContext, useDragState } from './drag-context.ts'
import { DragGhost } from './DragGhost.tsx'

/** Lets things be dragged between the panes inside. Stands once, around palette and canvas. */
export function DragProvider({ children }: { readonly children: ReactNode }) {
  const [drag] = useState(createDrag)
  return (
    <DragContext value={drag}>
      {children}
      <DragGhost />
      <Announcer />
    </DragContext>
  )
}

function Announcer() {
  const message = useDragState((state) => state.message)
  return (
    <VisuallyHidden>
      <span role="status" aria-live="assertive">
        {message}
      </span>
    </VisuallyHidden>
  )
}
