import {
  Ban,
  Check,
  CircleDashed,
  Hand,
  LoaderCircle,
  Minus,
  RedoDot,
  TriangleAlert,
  X,
} from 'lucide-react'
import type { CardPhase } from '../store/index.ts'
import styles from './PhaseIcon.module.css'
import { phaseTone } from './phase-words.ts'

const ICONS = {
  Pending: CircleDashed,
  Running: LoaderCircle,
  Waiting: Hand,
  Succeeded: Check,
  Failed: X,
  Error: TriangleAlert,
  Skipped: RedoDot,
  Omitted: Ban,
  Unreached: Minus,
} as const

/** The sign of a phase, in its colour. */
export function PhaseIcon({ phase }: { readonly phase: CardPhase }) {
  const Icon = ICONS[phase]
  return (
    <span className={styles.icon} data-tone={phaseTone(phase)} data-phase={phase}>
      <Icon aria-hidden />
    </span>
  )
}
