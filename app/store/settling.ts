import type { EditorSession } from '../../src/document/index.ts'
import { afterPauseOf, type Later } from './calm.ts'

/** In milliseconds; longer than it takes most people to find the next key, for reading holds that up. */
const PAUSE = 600

/** Reads a long text that does not parse in the first pause of typing: reading all of it after each letter would hold up the next. */
export function settleInPauses(
  session: EditorSession,
  now: () => number,
  later: Later = afterPauseOf(PAUSE),
): void {
  let cancel: (() => void) | undefined
  session.subscribe((_, { tree }) => {
    cancel?.()
    cancel = tree.isProvisional === true ? later(() => session.settle(now())) : undefined
  })
}
