import { assertNever } from '../base/index.ts'
import { readLiteral } from './literal.ts'
import { formatFloat, type PythonValue } from './value.ts'

/**
 * A value as Hera writes it into a manifest: a string as it is, anything else as `json.dumps` of Python formats
 * it (`", "` and `": "` between, everything but ASCII escaped).
 */
export function serialise(value: PythonValue): string {
  return value.kind === 'str' ? value.value : dumps(value)
}

function dumps(value: PythonValue): string {
  switch (value.kind) {
    case 'str':
      return quoteJson(value.value)
    case 'int':
      return value.value.toString()
    case 'float':
      return formatFloat(value.value)
    case 'bool':
      return value.value ? 'true' : 'false'
    case 'none':
      return 'null'
    case 'list':
      return `[${value.items.map(dumps).join(', ')}]`
    case 'dict': {
      const entries = value.entries.map(
        ([key, item]) => `${quoteJson(serialise(key))}: ${dumps(item)}`,
      )
      return `{${entries.join(', ')}}`
    }
    default:
      return assertNever(value)
  }
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
])

function quoteJson(text: string): string {
  const escaped = text.replace(/["\\]|[^ -~]/g, (unit) => {
    const code = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return shortEscapes.get(unit) ?? `\\u${code}`
  })
  return `"${escaped}"`
}

/** The value that a text has as JSON; undefined when it is none. */
export function parseJson(text: string): PythonValue | undefined {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  // JSON differs from Python literals in three words only, and Python keeps 1 and 1.0 apart.
  const words = new Map([
    ['true', 'True'],
    ['false', 'False'],
    ['null', 'None'],
  ])
  const python = text.replace(
    /"(?:\\.|[^"\\])*"|true|false|null/g,
    (part) => words.get(part) ?? part,
  )
  const literal = readLiteral(python.trim())
  return literal.ok ? literal.value : undefined
}

/**
 * The Python literal whose serialised form is a given text: its JSON value when that is written back as the
 * same text, else a string.
 */
export function literalFor(text: string): string {
  const value = parseJson(text)
  const same = value !== undefined && value.kind !== 'str' && serialise(value) === text
  return printLiteral(same ? value : { kind: 'str', value: text })
}

/** A value as a Python literal, strings in double quotes. */
export function printLiteral(value: PythonValue): string {
  switch (value.kind) {
    case 'str':
      return quotePython(value.value)
    case 'int':
      return value.value.toString()
    case 'float':
      // Python has no literal for infinity but one that is too large.
      return Number.isFinite(value.value)
        ? formatFloat(value.value)
        : value.value > 0
          ? '1e999'
          : '-1e999'
    case 'bool':
      return value.value ? 'True' : 'False'
    case 'none':
      return 'None'
    case 'list':
      return `[${value.items.map(printLiteral).join(', ')}]`
    case 'dict': {
      const entries = value.entries.map(
        ([key, item]) => `${printLiteral(key)}: ${printLiteral(item)}`,
      )
      return `{${entries.join(', ')}}`
    }
    default:
      return assertNever(value)
  }
}

function quotePython(text: string): string {
  const named = new Map([
    ['"', '\\"'],
    ['\\', '\\\\'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
  ])
  // Control characters, half surrogates, and the separators that editors take for line ends.
  const special = /["\\]|\p{Cc}|\p{Cs}|[\u2028\u2029]/gu
  const escaped = text.replace(special, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0')
    return named.get(character) ?? `\\u${code}`
  })
  return `"${escaped}"`
}
