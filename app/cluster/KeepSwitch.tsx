import { useId } from 'react'
import { Switch } from '../ui/index.ts'
import styles from './ClusterBar.module.css'

/** Whether the token outlives a reload. */
export function KeepSwitch({
  kept,
  onChange,
}: {
  readonly kept: boolean
  readonly onChange: (keep: boolean) => void
}) {
  const id = useId()
  return (
    <div className={styles.keep}>
      <span id={id}>Keep for this tab</span>
      <Switch checked={kept} onChange={onChange} label="Keep for this tab" />
      <p>
        {kept
          ? 'The token outlives a reload of this tab and goes when the tab is closed.'
          : 'The token is held in memory only and is gone after a reload.'}
      </p>
    </div>
  )
}
