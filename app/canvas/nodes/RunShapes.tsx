import type { CardPhase } from '../../store/index.ts'
import styles from './RunShapes.module.css'

/** The phases of cards from afar: one shape for all of a phase, over those of their kinds. */
export function RunShapes({
  phases,
  from,
  shape,
}: {
  readonly phases: readonly (CardPhase | undefined)[]
  /** Index of the card that the first phase is of. */
  readonly from: number
  readonly shape: (steps: readonly number[]) => string
}) {
  const groups = new Map<CardPhase, number[]>()
  for (const [index, phase] of phases.entries()) {
    if (phase === undefined) continue
    const known = groups.get(phase)
    if (known === undefined) groups.set(phase, [from + index])
    else known.push(from + index)
  }
  return [...groups].map(([phase, steps]) => (
    <path key={phase} className={styles.shape} data-run={phase} d={shape(steps)} />
  ))
}
