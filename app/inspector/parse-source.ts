import { err, LineIndex, ok, type Result } from '../../src/base/index.ts'
import {
  anchorsOf,
  parseTree,
  toValue,
  wholeDocuments,
  type JsonValue,
} from '../../src/yaml/index.ts'

/** The value that a text of YAML has on its own; refused, in words, when it is not one value. */
export function parseSource(source: string): Result<JsonValue, string> {
  const tree = parseTree(`${source.trimEnd()}\n`)
  const [problem] = tree.problems
  if (problem !== undefined) {
    const { line, column } = new LineIndex(tree.text).at(problem.range.from)
    return err(`Line ${String(line)}, column ${String(column)}: ${problem.message}`)
  }
  const [document] = tree.documents
  if (document === undefined || wholeDocuments(tree).length > 1) return err('Write one value only.')
  if (document.root.kind === 'empty') return err('Write a value, or leave the field out.')
  const value = toValue(document.root, anchorsOf(document.root))
  return value === undefined ? err('An alias in it stands for nothing.') : ok(value)
}

/** How many lines a text area needs for a text, within bounds. */
export function rowsFor(text: string, least = 1, most = 12): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines < most; at = text.indexOf('\n', at + 1))
    lines++
  return Math.max(least, Math.min(most, lines))
}
