import type { YamlScalar } from './tree.ts'

/** What a scalar can be. Timestamps and binaries stay text, as Kubernetes makes JSON of them. */
export type ScalarValue = string | number | boolean | null

const INTEGER = /^[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/
const FLOAT = /^[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9_]+)?$/

const constants: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['true', 'True', 'TRUE', 'y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map(
    (text) => [text, true] as const,
  ),
  ...['false', 'False', 'FALSE', 'n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map(
    (text) => [text, false] as const,
  ),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((text) => [text, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((text) => [text, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map((text) => [text, NaN] as const),
])

/** Tags of YAML's own by which even a quoted text is read as a plain one. */
const typed: ReadonlySet<string> = new Set(['!!int', '!!float', '!!bool', '!!null'])

/**
 * The value of a plain scalar by the rules of YAML 1.1, which Kubernetes reads: `y`, `yes` and `on` are true, `0755` is octal.
 * Dates and base-60 numbers are text, and so are numbers beyond all bounds.
 */
export function resolvePlain(text: string): ScalarValue {
  const constant = constants.get(text)
  if (constant !== undefined) return constant
  if (INTEGER.test(text)) return integer(text)
  if (!FLOAT.test(text)) return text
  const value = Number(text.replaceAll('_', ''))
  return Number.isFinite(value) ? value : text
}

/** The value of a scalar: quoted and block scalars are text, plain ones are resolved, and a tag of YAML's own wins. */
export function resolveScalar({ style, value, props }: YamlScalar): ScalarValue {
  const tag = props?.tag ?? ''
  const isTyped = style === 'plain' ? tag !== '!!str' : typed.has(tag)
  return isTyped ? resolvePlain(value) : value
}

function integer(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '')
  if (/^0b/.test(digits)) return sign * parseInt(digits.slice(2), 2)
  if (/^0x/.test(digits)) return sign * parseInt(digits.slice(2), 16)
  if (/^0o/.test(digits)) return sign * parseInt(digits.slice(2), 8)
  if (/^0[0-7]+$/.test(digits)) return sign * parseInt(digits, 8)
  return sign * Number(digits)
}
