import { err, ok, type Result } from '../../base/index.ts'
import type { WhenFault } from './fault.ts'
import { readRegexp } from '../go/regexp.ts'
import type { WhenToken } from './token.ts'

/**
 * Makes patterns of the texts that stand behind `=~` and `!~`, as govaluate does before it plans. What such a text is part of
 * does not matter: in `a =~ "b" + 1` it is a pattern all the same, and cannot be added.
 */
export function compilePatterns(
  tokens: readonly WhenToken[],
): Result<readonly WhenToken[], WhenFault> {
  const compiled: WhenToken[] = []
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const isPattern = before?.kind === 'operator' && /^[=!]~$/.test(before.operator)
    // What has tags is compiled when they are filled in.
    const isText = token.kind === 'operand' && token.type === 'STRING' && token.tags.length === 0
    if (!isPattern || !isText) {
      compiled.push(token)
      continue
    }
    const pattern = readRegexp(token.value)
    if (!pattern.ok) return err({ code: 'bad-pattern', reason: pattern.error, range: token.range })
    compiled.push({ ...token, type: 'PATTERN', constant: pattern.value })
  }
  return ok(compiled)
}
