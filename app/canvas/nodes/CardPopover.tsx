import type { SyntheticEvent } from 'react'
import { useDesigner } from '../../store/index.ts'
import { Popover, type PopoverProps } from '../../ui/index.ts'
import { canvasUi } from '../canvas-ui.ts'

/** What a badge of a card or lane opens. When it closes, the keys go back to the card. */
export function CardPopover({ children, ...props }: Omit<PopoverProps, 'onClosed'>) {
  const designer = useDesigner()
  return (
    <Popover
      {...props}
      onClosed={() => {
        canvasUi(designer).set({ wantsFocus: true })
        return true
      }}
    >
      {/* What happens in here is not the card's, though to React it is inside of it. */}
      <div onKeyDown={stop} onClick={stop} onDoubleClick={stop} onPointerDown={stop}>
        {children}
      </div>
    </Popover>
  )
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation()
}
