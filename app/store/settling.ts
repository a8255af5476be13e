import type { EditorSession } from '../../src/document/index.ts'
import { afterPause, type Later } from './calm.ts'

/** Reads a long text that does not parse in the first pause of typing: reading all of it after each letter would hold up the next. */
export function settleInPauses(
  session: EditorSession,
  now: () => number,
  later: Later = afterPause,
): void {
  let cancel: (() => void) | undefined
  session.subscribe((_, { tree }) => {
    cancel?.()
    cancel = tree.isProvisional === true ? later(() => session.settle(now())) : undefined
  })
}
