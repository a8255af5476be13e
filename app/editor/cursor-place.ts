import type { TextRange } from '../../src/base/index.ts'
import type { Transaction } from '../../src/document/index.ts'

/**
 * Where cursors belong after undo or redo: where they were, if that is at what changed; else at what changed last in
 * the text.
 */
export function selectedAfterMove({ changes, selection }: Transaction): readonly TextRange[] {
  const changed = changes.changedRanges.map(({ after }) => after)
  const ranges = selection?.ranges ?? []
  const touches = ranges.some(({ from, to }) =>
    changed.some((range) => from <= range.to && to >= range.from),
  )
  if (touches) return ranges
  const end = changed.at(-1)?.to
  return end === undefined ? [] : [{ from: end, to: end }]
}
