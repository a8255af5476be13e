/*
 * Where a dry run means to come out otherwise than Argo’s own controller. Anything that is not explained here is a disagreement.
 */

export interface RunDifference {
  /** Which examples, where not all: looked for in their names. */
  readonly example?: RegExp
  /** Of what, as it stands in a disagreement: `message`, `outputs`, … */
  readonly about: RegExp
  /** What Argo says there, where that matters. */
  readonly argo?: RegExp
  readonly reason: string
}

export const runDifferences: readonly RunDifference[] = []
