import { err, ok, type Result, type TextChange } from '../base/index.ts'
import { addressAt, lineBreakOf, lineEnd, lineStart, locate, type YamlTree } from '../yaml/index.ts'

/**
 * The change of a text after which nobody hears of a code at an offset any more: a comment above its line, in the line's own indentation, or one
 * more code in the comment that is there. Refused inside of a text of several lines, which a comment would be a part of.
 */
export function ignoringHere(
  tree: YamlTree,
  code: string,
  offset: number,
): Result<TextChange, string> {
  const { text } = tree
  const start = afterMark(text, lineStart(text, offset))
  if (isInText(tree, start))
    return err('This is inside of a text of several lines, where a comment would be a part of it.')
  if (/^[ \t]*#/.test(text.slice(start, lineEnd(text, start))))
    return err('This is a comment, and one above it would speak of what comes after.')
  const above = start === 0 ? start : lineStart(text, start - (text[start - 2] === '\r' ? 2 : 1))
  const added = addedTo(text, above, 'ignore', code)
  if (added !== undefined && above < start) return ok(added)
  const indentation = /^ */.exec(text.slice(start))?.[0] ?? ''
  const insert = `${indentation}# stepwright: ignore ${code}${lineBreakOf(text)}`
  return ok({ from: start, to: start, insert })
}

/** The change of a text after which nobody hears of a code in it any more: a comment in its first line. */
export function ignoringEverywhere(text: string, code: string): TextChange {
  const start = afterMark(text, 0)
  const insert = `# stepwright: ignore-file ${code}${lineBreakOf(text)}`
  return addedTo(text, start, 'ignore-file', code) ?? { from: start, to: start, insert }
}

/** One code more in a comment that begins the line at an offset; nothing where there is none. */
function addedTo(
  text: string,
  line: number,
  scope: 'ignore' | 'ignore-file',
  code: string,
): TextChange | undefined {
  const source = text.slice(line, lineEnd(text, line))
  const [, words, own, list] = COMMENT.exec(source) ?? []
  if (words === undefined || own !== scope || list === undefined) return undefined
  const end = line + words.length + list.trimEnd().length
  return { from: end, to: end, insert: `, ${code}` }
}

const COMMENT = /^([ \t]*#[ \t]*stepwright:[ \t]*(ignore-file|ignore)[ \t]+)([a-z0-9.,\- \t]+)$/

/** Past the mark that a text may begin with. */
function afterMark(text: string, start: number): number {
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start
}

function isInText(tree: YamlTree, offset: number): boolean {
  const found = locate(tree, addressAt(tree, offset))
  return found?.node.kind === 'scalar' && found.start < offset && offset < found.end
}
