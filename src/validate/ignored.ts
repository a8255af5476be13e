import type { TextRange } from '../base/index.ts'
import { lineEnd, lineStart, nextLine } from '../yaml/index.ts'

/** What comments of a text say nobody wants to hear of. */
export interface Ignored {
  /** In the whole text. */
  readonly everywhere: ReadonlySet<string>
  /** In some lines, in their order. */
  readonly lines: readonly { readonly range: TextRange; readonly codes: ReadonlySet<string> }[]
}

const COMMENT = /#[ \t]*stepwright:[ \t]*(ignore-file|ignore)[ \t]+([a-z0-9.,\- \t]+)/g

const nothing: Ignored = { everywhere: new Set(), lines: [] }

/**
 * Reads comments such as `# stepwright: ignore image-tag, field-unknown`: behind something they hold for its line, on a line of their own for
 * the next one that is no comment, and with `ignore-file` for the whole file. They count in scripts, too.
 */
export function ignoredIn(text: string): Ignored {
  if (!text.includes('stepwright:')) return nothing
  const everywhere = new Set<string>()
  const lines: { range: TextRange; codes: ReadonlySet<string> }[] = []
  for (const { 1: scope, 2: list = '', index } of text.matchAll(COMMENT)) {
    const codes = list.split(/[, \t]+/).filter((code) => code !== '')
    if (scope === 'ignore-file') for (const code of codes) everywhere.add(code)
    else lines.push({ range: lineOf(text, index), codes: new Set(codes) })
  }
  return { everywhere, lines }
}

/** Whether a problem is one that a comment speaks of. */
export function isIgnored(
  { everywhere, lines }: Ignored,
  code: string,
  { from }: TextRange,
): boolean {
  if (everywhere.has(code)) return true
  return lines.some(({ range, codes }) => codes.has(code) && from >= range.from && from <= range.to)
}

/** The line that a comment is about. */
function lineOf(text: string, comment: number): TextRange {
  let start = lineStart(text, comment)
  if (text.slice(start, comment).trim() !== '') return { from: start, to: lineEnd(text, start) }
  do start = nextLine(text, start)
  while (start < text.length && /^[ \t]*#/.test(text.slice(start, lineEnd(text, start))))
  return { from: start, to: lineEnd(text, start) }
}
