import { PhaseIcon } from '../authoring/index.ts'
import { cardPhase, useDesigner, useRuns } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import { itemsBelow } from './items-below.ts'
import { NodeActions } from './NodeActions.tsx'
import { NodeFacts } from './NodeFacts.tsx'
import styles from './NodePane.module.css'
import { Title } from './NodePane.tsx'
import { useShown } from './use-shown.ts'

/** So many items of a loop are listed at a card. */
const SHOWN = 12

/** What a click on the state of a card shows: the node, why it is so, what can be done, and the items of a loop. */
export function CardDetails({ id }: { readonly id: string }) {
  const runs = useRuns()
  const designer = useDesigner()
  const shown = useShown()
  if (shown === undefined) return null
  const { run, count } = shown
  const node = run.index.nodeAt(id, count)
  if (node === undefined) return null
  const items = itemsBelow(run.index, node, count)
  const showInRun = (chosen: string) => () => {
    runs.store.setState({ chosen })
    designer.actions.openBottom('run')
  }
  return (
    <div className={styles.card}>
      <Title node={node} />
      <NodeActions node={node} />
      {items.length > 0 && (
        <ul className={styles.items} aria-label="Items">
          {items.slice(0, SHOWN).map((item) => (
            <li key={item.id}>
              <button type="button" className={styles.item} onClick={showInRun(item.id)}>
                <PhaseIcon phase={cardPhase(item)} />
                {item.displayName}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NodeFacts node={node} run={run} />
      <div className={styles.actions}>
        <Button size="sm" variant="ghost" onClick={showInRun(id)}>
          {items.length > SHOWN ? `Show all ${String(items.length)} in the run` : 'Show in the run'}
        </Button>
      </div>
    </div>
  )
}
