/** How much is done for it: the same for the same text, whatever the machine. */
export interface BranchLimits {
  /** A longer text is left alone. In letters. */
  readonly mostLetters: number
  /** A manifest with more steps and hooks is left alone. */
  readonly mostSteps: number
  /** So many runs are tried for each manifest. */
  readonly mostRuns: number
  /** So many nodes they may have together; of a manifest of which a single run would have more, none is tried. */
  readonly mostNodes: number
}

/** As much as a machine does in a few tenths of a second, and enough for most workflows. */
export const usualLimits: BranchLimits = {
  mostLetters: 200_000,
  mostSteps: 300,
  mostRuns: 200,
  mostNodes: 10_000,
}

/** Whether a text has anything by which a step could be passed over, and is no longer than is looked at. */
export function mayBeDead(text: string, { mostLetters }: BranchLimits = usualLimits): boolean {
  return text.length <= mostLetters && /\b(when|depends|with(Items|Param|Sequence))\b/.test(text)
}
