import type { DagGraph } from '../../../src/graph/index.ts'
import { Kbd } from '../../ui/index.ts'
import type { Connecting } from '../canvas-ui.ts'
import styles from './ConnectNote.module.css'

/** What the edge that is being drawn would do, or why it cannot be. */
export function ConnectNote({
  graph,
  connecting,
}: {
  readonly graph: DagGraph
  readonly connecting: Connecting | undefined
}) {
  if (connecting === undefined) return null
  const { refusal, target, isJoined, by, from, end } = connecting
  const own = graph.cards[from]?.title ?? ''
  const other = target === undefined ? undefined : graph.cards[target]?.title
  const [first, second] = end === 'after' ? [own, other] : [other, own]
  return (
    <p className={styles.note} data-refused={refusal !== undefined || undefined} aria-hidden>
      {refusal ??
        (other === undefined
          ? end === 'after'
            ? `Choose what waits for ${own}`
            : `Choose what ${own} waits for`
          : isJoined
            ? `${second ?? ''} waits for ${first ?? ''}: Enter ends that`
            : `${second ?? ''} will wait for ${first ?? ''}`)}
      {by === 'keys' && (
        <span className={styles.keys}>
          <Kbd>Enter</Kbd> <Kbd>Esc</Kbd>
        </span>
      )}
    </p>
  )
}
