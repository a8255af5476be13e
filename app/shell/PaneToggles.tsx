import {
  PanelBottom,
  PanelLeft,
  PanelRight,
  SquareSplitHorizontal,
  SquareSplitVertical,
} from 'lucide-react'
import { IconButton } from '../ui/index.ts'
import styles from './PaneToggles.module.css'
import type { Panes } from './use-panes.ts'

export interface PaneTogglesProps {
  readonly panes: Panes
  /** Shortcuts as text in the user's notation. */
  readonly shortcuts?: Partial<Record<'palette' | 'code' | 'inspector', string | undefined>>
}

/** Opens and closes the panes and moves the code; for the end of the toolbar. */
export function PaneToggles({ panes, shortcuts = {} }: PaneTogglesProps) {
  const below = panes.dock === 'below'
  return (
    <div role="group" aria-label="Panes" className={styles.group}>
      <IconButton
        icon={<PanelLeft />}
        label="Palette"
        shortcut={shortcuts.palette}
        pressed={panes.palette}
        onClick={() => panes.toggle('palette')}
      />
      <IconButton
        icon={below ? <PanelBottom /> : <SquareSplitHorizontal />}
        label="Code"
        shortcut={shortcuts.code}
        pressed={panes.code}
        onClick={() => panes.toggle('code')}
      />
      <IconButton
        icon={<PanelRight />}
        label="Inspector"
        shortcut={shortcuts.inspector}
        pressed={panes.inspector}
        onClick={() => panes.toggle('inspector')}
      />
      <IconButton
        icon={below ? <SquareSplitHorizontal /> : <SquareSplitVertical />}
        label={below ? 'Move code to the right' : 'Move code below'}
        disabled={!panes.code}
        onClick={() => panes.setDock(below ? 'right' : 'below')}
      />
    </div>
  )
}
