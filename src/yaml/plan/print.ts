import { Scalar, stringify, type ToStringOptions } from 'yaml'
import { splitLines } from '../lines.ts'
import { resolvePlain } from '../scalar.ts'
import type { JsonValue } from '../to-value.ts'
import type { TextStyle } from './style.ts'

/** Line breaks and control characters that only a double-quoted scalar can carry. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF\r]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const common = { lineWidth: 0, blockQuote: 'literal' } as const

/**
 * Prints a value in block style: lines without indentation or line breaks, to be indented by the caller. Strings that YAML 1.1
 * or 1.2 would read as something else are quoted; those of several lines too where `blockScalars` is false.
 */
export function printBlock(value: JsonValue, style: TextStyle, blockScalars = true): string[] {
  const text = stringify(quotable(value), {
    ...common,
    ...(blockScalars ? {} : { blockQuote: false, doubleQuotedMinMultiLineLength: Infinity }),
    compat: 'yaml-1.1',
    indent: style.indent,
    indentSeq: style.dashIndent > 0,
    singleQuote: style.singleQuotes ? true : null,
    aliasDuplicateObjects: false,
  })
  return splitLines(text.endsWith('\n') ? text.slice(0, -1) : text)
}

/** Prints a value on one line, to stand in a flow collection. */
export function printFlow(value: JsonValue, style: TextStyle): string {
  if (typeof value === 'string') {
    if (isPlainSafe(value, true)) return value
    return printQuoted(value, style.singleQuotes ? 'single' : 'double')
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: JsonValue) => printFlow(item, style)).join(', ')}]`
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
    return `{${entries.map(([key, inner]) => `${printFlow(key, style)}: ${printFlow(inner, style)}`).join(', ')}}`
  }
  return stringify(value).trim()
}

/** Whether a string can stand without quotes and is still that string to every reader of YAML. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (UNPRINTABLE.test(text) || text.includes('\n') || resolvePlain(text) !== text) return false
  const options: ToStringOptions = {
    ...common,
    collectionStyle: flow ? 'flow' : 'any',
    flowCollectionPadding: false,
  }
  const printed = stringify([text], { ...options, compat: 'yaml-1.1' }).trim()
  return printed === (flow ? `[${text}]` : `- ${text}`)
}

/** A string in the given quotes, on one line. Single quotes give way to double ones where they cannot carry it. */
export function printQuoted(text: string, quotes: 'single' | 'double'): string {
  if (quotes === 'single' && !UNPRINTABLE.test(text) && !text.includes('\n')) {
    return `'${text.replaceAll("'", "''")}'`
  }
  const scalar = new Scalar(text)
  scalar.type = Scalar.QUOTE_DOUBLE
  const printed = stringify(scalar, { ...common, doubleQuotedMinMultiLineLength: Infinity }).trim()
  return printed.replaceAll(UNPRINTABLE_EVERYWHERE, escaped)
}

/** Whether a text can be the content of a literal block scalar (`|`). */
export function isLiteralSafe(text: string): boolean {
  // Blanks alone on the last line would be taken for indentation.
  return text.trim() !== '' && !/\n[ \t]+$/.test(text) && !UNPRINTABLE.test(text)
}

const UNPRINTABLE_EVERYWHERE = new RegExp(UNPRINTABLE.source, 'g')

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Has strings quoted that `yaml` would print as blocks though they cannot be one, or only depending on what follows. */
function quotable(value: JsonValue): unknown {
  if (typeof value === 'string') {
    const asBlock = !value.includes('\n') || (value.trim() !== '' && !value.endsWith('\n\n'))
    if (asBlock && !UNPRINTABLE.test(value)) return value
    const scalar = new Scalar(value)
    scalar.type = Scalar.QUOTE_DOUBLE
    return scalar
  }
  if (Array.isArray(value)) return value.map(quotable)
  if (value !== null && typeof value === 'object') {
    return new Map(Object.entries(value).map(([key, inner]) => [key, quotable(inner)]))
  }
  return value
}
