import { formatShortcut, type Os } from '../platform/index.ts'
import { Dialog, Kbd } from '../ui/index.ts'
import type { ActionGroup } from './actions/action.ts'
import { shortcutOf, shortcutsOf } from './actions/match-action.ts'
import styles from './ShortcutSheet.module.css'

/** What the mouse and the frame do, which is no action of the table. */
const GESTURES: readonly (readonly [string, string])[] = [
  ['Next or previous pane', 'F6'],
  ['Walk between steps', 'Arrow keys'],
  ['Lift a step to move it', 'Space'],
  ['Pan', 'Drag'],
  ['Zoom', 'Wheel'],
  ['Select several', 'Shift + drag'],
  ['Add to the selection', 'Shift + click'],
]

/** All keys on one page. */
export function ShortcutSheet({
  groups,
  os,
  open,
  onOpenChange,
}: {
  readonly groups: () => readonly ActionGroup[]
  readonly os: Os
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  const lists = open ? groups().map(keysOf(os)) : []
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg">
      {/* It has nothing else to focus, and scrolls by keys only if it can be. */}
      <div className={styles.columns} role="group" aria-label="All keys" tabIndex={0}>
        {[...lists, { name: 'Mouse and panes', rows: gestures() }]
          .filter(({ rows }) => rows.length > 0)
          .map(({ name, rows }) => (
            <section key={name} className={styles.group}>
              <h3 className={styles.title}>{name}</h3>
              <dl>
                {rows.map(({ label, keys }) => (
                  <div key={label} className={styles.row}>
                    <dt>{label}</dt>
                    <dd className={styles.keys}>
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}

function keysOf(os: Os) {
  return ({ name, actions }: ActionGroup) => ({
    name,
    rows: actions
      .map((action) => ({
        label: action.label,
        keys: [...shortcutsOf(action), ...(action.shownShortcut ? [action.shownShortcut] : [])].map(
          (notation) => formatShortcut(shortcutOf(notation), os),
        ),
      }))
      .filter(({ keys }) => keys.length > 0),
  })
}

function gestures() {
  return GESTURES.map(([label, keys]) => ({ label, keys: [keys] }))
}
