import type { CardPhase } from '../../store/index.ts'
import type { GraphEdge } from '../../../src/graph/index.ts'

/** Whether a run went along an edge: what it leads to has begun. Nothing where no run is shown. */
export function isTaken(
  phases: readonly (CardPhase | undefined)[] | undefined,
  { from, to }: GraphEdge,
): boolean | undefined {
  if (phases === undefined) return undefined
  return hasBegun(phases[from]) && hasBegun(phases[to])
}

function hasBegun(phase: CardPhase | undefined): boolean {
  return phase !== undefined && phase !== 'Skipped' && phase !== 'Omitted' && phase !== 'Unreached'
}
