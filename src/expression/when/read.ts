import type { TextRange } from '../../base/index.ts'
import { findTags } from '../tags.ts'
import type { WhenFault } from './fault.ts'
import { tokenizeWhen, type TimeReader } from './lexer.ts'
import { planWhen } from './plan.ts'
import { asTexts, checkBalance, checkOrder } from './syntax.ts'
import type { WhenToken } from './token.ts'
import type { WhenNode } from './tree.ts'

/** What can be read of a condition whose tags are not yet filled in. */
export interface ReadWhen {
  readonly tokens: readonly WhenToken[]
  /** Absent when the text is empty or cannot be read, or only in part. */
  readonly tree: WhenNode | undefined
  /** Why it cannot be read. */
  readonly faults: readonly WhenFault[]
  /** What govaluate does not look at. */
  readonly ignored: readonly TextRange[]
  /** Places before a `)` where something is missing. */
  readonly missing: readonly TextRange[]
}

/** Reads a condition as govaluate does, and both times that Argo has it read: as it is, and with its words as texts. For `readTime` see `tokenizeWhen`. */
export function readWhen(text: string, readTime?: TimeReader): ReadWhen {
  const { tokens, faults } = tokenizeWhen(text, findTags(text), readTime)
  const unread = { tokens, tree: undefined, ignored: [], missing: [] }
  if (faults.length > 0 || tokens.length === 0) return { ...unread, faults }
  const fault = checkBalance(tokens) ?? checkOrder(tokens) ?? checkOrder(asTexts(tokens))
  if (fault) return { ...unread, faults: [fault] }
  const { tree, fault: refused, ignored, missing } = planWhen(text, tokens)
  if (refused) return { ...unread, faults: [refused] }
  const whole = ignored.length === 0 && missing.length === 0
  return { tokens, tree: whole ? tree : undefined, faults: [], ignored, missing }
}
