import type { Problem } from '../../src/validate/index.ts'
import { locate, type YamlTree } from '../../src/yaml/index.ts'

/**
 * The problems of a text that has changed since, as far as what they mark is still there, at its new place. So nothing flickers while it is
 * found out again whether they hold. None where comments that turn rules off have come or gone.
 */
export function carried(
  problems: readonly Problem[],
  before: YamlTree,
  after: YamlTree,
): readonly Problem[] {
  if (before === after) return problems
  if (commentsIn(before.text) !== commentsIn(after.text)) return []
  return problems.flatMap((problem) => {
    const { document, path, range } = problem
    const found = locate(after, { document, path })
    if (found === undefined) return []
    const now = { from: found.start, to: found.start + range.to - range.from }
    const isSame =
      now.to <= found.end &&
      after.text.slice(now.from, now.to) === before.text.slice(range.from, range.to)
    return isSame ? [{ ...problem, range: now }] : []
  })
}

function commentsIn(text: string): number {
  return text.split('stepwright:').length
}
