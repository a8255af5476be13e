import { PencilLine, Trash2 } from 'lucide-react'
import type { Mock } from '../../src/simulate/index.ts'
import { IconButton } from '../ui/index.ts'
import styles from './Mocks.module.css'
import { mockWords, targetWords } from './words.ts'

/** What was said, in words, to be changed or taken back. */
export function MockRow({
  mock,
  takeBack,
  onEdit,
  onTakeBack,
}: {
  readonly mock: Mock
  /** What taking it back does, beside whom it was for. */
  readonly takeBack?: string
  readonly onEdit: () => void
  readonly onTakeBack: () => void
}) {
  const who = targetWords(mock)
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.who}>{who}</span> {mockWords(mock)}
      </span>
      <IconButton
        size="sm"
        icon={<PencilLine />}
        label={`Change what ${who} gives`}
        onClick={onEdit}
      />
      <IconButton
        size="sm"
        icon={<Trash2 />}
        label={`${takeBack ?? 'Take back what was said'}: ${who}`}
        onClick={onTakeBack}
      />
    </li>
  )
}
