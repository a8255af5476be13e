import type { TextRange } from '../../base/index.ts'
import type { WhenProblemCode } from './problem.ts'

/** Why a condition cannot be read: what govaluate says, and what it is about. */
export interface WhenFault {
  readonly code: WhenProblemCode
  /** In the words of govaluate; for a panic in those of Go. */
  readonly reason: string
  /** Go stops short there: an index is out of range. */
  readonly panics?: true
  readonly range: TextRange
}
