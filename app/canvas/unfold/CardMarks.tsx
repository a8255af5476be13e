import { ChevronDown, ChevronUp, Repeat2 } from 'lucide-react'
import {
  canUnfold,
  recursionWords,
  type NodeCard,
  type Unfolded,
} from '../../../src/graph/index.ts'
import { useDesigner } from '../../store/index.ts'
import styles from './Unfold.module.css'
import { toggleUnfolded } from './unfolding.ts'

/** At the end of a card's second line: that it calls itself in the end, and the button that unfolds what it calls. */
export function CardMarks({
  card,
  cardKey,
  unfolded,
  recursion,
}: {
  readonly card: NodeCard
  readonly cardKey: string
  readonly unfolded: Unfolded | undefined
  readonly recursion: readonly string[] | undefined
}) {
  const designer = useDesigner()
  const isOpen = unfolded !== undefined
  const label = `${isOpen ? 'Fold' : 'Unfold'} ${card.title}`
  return (
    <>
      {recursion !== undefined && (
        <span
          className={styles.recursion}
          data-recursion
          role="img"
          aria-label={recursionWords(recursion)}
          title={recursionWords(recursion)}
        >
          <Repeat2 aria-hidden />
        </span>
      )}
      {canUnfold(card) && (
        <button
          type="button"
          className={`${styles.toggle ?? ''} nopan`}
          data-toggle={cardKey}
          tabIndex={-1}
          title={label}
          aria-label={label}
          aria-expanded={isOpen}
          onClick={() => toggleUnfolded(designer, cardKey)}
        >
          {isOpen ? <ChevronUp /> : <ChevronDown />}
        </button>
      )}
    </>
  )
}
