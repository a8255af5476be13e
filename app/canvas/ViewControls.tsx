import { useStore } from '@xyflow/react'
import { Maximize, Minus, Plus, Waypoints } from 'lucide-react'
import { useDesigner, useView } from '../store/index.ts'
import { Button, IconButton, Tooltip } from '../ui/index.ts'
import { canvasUi } from './canvas-ui.ts'
import { shortcutWords } from './shortcut-words.ts'
import styles from './ViewControls.module.css'

/** How big the picture is, and buttons for that. */
export function ViewControls() {
  const designer = useDesigner()
  const ui = canvasUi(designer)
  const showsDataFlow = useView((view) => view.showsDataFlow)
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <div className={styles.bar} role="group" aria-label="Zoom">
      <IconButton
        side="top"
        size="sm"
        icon={<Minus />}
        label="Zoom out"
        shortcut={shortcutWords('-')}
        onClick={() => ui.view()?.zoomBy(0.8)}
      />
      <Tooltip side="top" content="Zoom to 100%" shortcut={shortcutWords('0')}>
        <Button
          variant="ghost"
          size="sm"
          label={`Zoom is ${String(percent)}%. Zoom to 100%`}
          onClick={() => ui.view()?.zoomToFullSize()}
        >
          <span className={styles.percent}>{percent}%</span>
        </Button>
      </Tooltip>
      <IconButton
        side="top"
        size="sm"
        icon={<Plus />}
        label="Zoom in"
        shortcut={shortcutWords('Plus')}
        onClick={() => ui.view()?.zoomBy(1.25)}
      />
      <span className={styles.line} />
      <IconButton
        side="top"
        size="sm"
        icon={<Maximize />}
        label="Zoom to fit"
        shortcut={shortcutWords('1')}
        onClick={() => ui.view()?.fit()}
      />
      <span className={styles.line} />
      <IconButton
        side="top"
        size="sm"
        icon={<Waypoints />}
        label={showsDataFlow ? 'Hide the data edges' : 'Show all data edges'}
        shortcut={shortcutWords('D')}
        pressed={showsDataFlow}
        onClick={() => designer.actions.setView({ showsDataFlow: !showsDataFlow })}
      />
    </div>
  )
}
