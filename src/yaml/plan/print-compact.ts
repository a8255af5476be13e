import { isJsonArray, type JsonValue } from '../to-value.ts'
import { printBlock, printFlow } from './print.ts'
import type { TextStyle } from './style.ts'

/**
 * Prints a value in block style, but lists and maps that fit into a line of `width` in flow style, as people write them. Texts of several
 * lines keep them. Lines without line breaks, to be indented by the caller.
 */
export function printCompact(value: JsonValue, style: TextStyle, width: number): string[] {
  if (isJsonArray(value) && value.length > 0)
    return value.flatMap((item) => below('- ', '  ', linesOf(item, style, width - 2)))
  if (!isJsonArray(value) && isNested(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, item]) => entryLines(key, item, style, width))
  return printBlock(value, style)
}

function entryLines(key: string, value: JsonValue, style: TextStyle, width: number): string[] {
  if (!isNested(value)) return printBlock({ [key]: value }, style)
  const name = printFlow(key, style)
  const flow = inFlow(value, style, width - name.length - 2)
  if (flow !== undefined) return [`${name}: ${flow}`]
  const indent = ' '.repeat(isJsonArray(value) ? style.dashIndent : style.indent)
  const lines = printCompact(value, style, width - indent.length)
  return [`${name}:`, ...lines.map((line) => (line === '' ? '' : indent + line))]
}

function linesOf(value: JsonValue, style: TextStyle, width: number): readonly string[] {
  const flow = isNested(value) ? inFlow(value, style, width) : undefined
  return flow === undefined ? printCompact(value, style, width) : [flow]
}

/** A value in a line of flow style; nothing where it is too long, or holds a text of several lines. */
function inFlow(value: JsonValue, style: TextStyle, width: number): string | undefined {
  if (holdsLines(value)) return undefined
  const flow = printFlow(value, style)
  return flow.length <= width ? flow : undefined
}

function below(first: string, others: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === 0 ? first + line : line === '' ? '' : others + line))
}

function isNested(value: JsonValue): value is Exclude<JsonValue, string | number | boolean | null> {
  return typeof value === 'object' && value !== null
}

function holdsLines(value: JsonValue): boolean {
  if (typeof value === 'string') return value.includes('\n')
  return isNested(value) && Object.values(value).some(holdsLines)
}
