import { useActions, useView } from '../store/index.ts'
import styles from './BottomTabs.module.css'

const TABS = [
  ['problems', 'Problems'],
  ['references', 'References'],
  ['run', 'Run'],
  ['tests', 'Tests'],
] as const

/** What the pane at the bottom lists. */
export function BottomTabs() {
  const actions = useActions()
  const shown = useView((view) => view.bottomTab)
  return (
    <div className={styles.tabs} role="group" aria-label="What this pane lists">
      {TABS.map(([tab, label]) => (
        <button
          key={tab}
          type="button"
          className={styles.tab}
          aria-pressed={tab === shown}
          onClick={() => actions.setView({ bottomTab: tab })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
