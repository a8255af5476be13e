import type { TextChange } from './text.ts'

/** How many characters a replacement leaves as they are, at its start and at its end. */
export interface CommonEnds {
  readonly prefix: number
  readonly suffix: number
}

/**
 * How much of a change of `text` says nothing new, at either end. The cut never falls between the halves of
 * a surrogate pair or between CR and LF, in the text before or after: an editor cannot put a cursor there.
 */
export function commonEnds(text: string, change: TextChange): CommonEnds {
  const { from, to, insert } = change
  const limit = Math.min(to - from, insert.length)
  let prefix = 0
  while (prefix < limit && text.charCodeAt(from + prefix) === insert.charCodeAt(prefix)) prefix++
  if (prefix > 0) {
    const last = insert.charCodeAt(prefix - 1)
    const nextAfter = prefix < insert.length ? insert.charCodeAt(prefix) : text.charCodeAt(to)
    if (belongTogether(last, text.charCodeAt(from + prefix)) || belongTogether(last, nextAfter)) {
      prefix--
    }
  }
  let suffix = 0
  while (
    suffix < limit - prefix &&
    text.charCodeAt(to - suffix - 1) === insert.charCodeAt(insert.length - suffix - 1)
  ) {
    suffix++
  }
  if (suffix > 0) {
    const first = text.charCodeAt(to - suffix)
    const previousAfter =
      suffix < insert.length
        ? insert.charCodeAt(insert.length - suffix - 1)
        : text.charCodeAt(from - 1)
    if (
      belongTogether(text.charCodeAt(to - suffix - 1), first) ||
      belongTogether(previousAfter, first)
    ) {
      suffix--
    }
  }
  return { prefix, suffix }
}

/** Whether two neighbouring code units make one character or one line break; NaN past the text does not. */
function belongTogether(left: number, right: number): boolean {
  const surrogates = left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff
  return surrogates || (left === 0x0d && right === 0x0a)
}
