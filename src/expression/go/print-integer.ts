/**
 * Writes a whole number by a format of Go's `fmt`, as `withSequence` does: `%d`, `%03d`, `%x` and the like. A verb that is none
 * for numbers shows the number with a mark, as Go does; what follows the first verb's number is missing.
 */
export function printInteger(format: string, value: number): string {
  const shown: string[] = []
  const text = format.replace(
    /%([-+# 0]*)(\d*)(?:\.(\d+))?(.)?/gu,
    (_, flags: string, width: string, precision: string | undefined, verb: string | undefined) => {
      if (verb === '%') return '%'
      if (verb === undefined) return '%!(NOVERB)'
      if (shown.length > 0) return `%!${verb}(MISSING)`
      shown.push(written(verb, flags, Number(width || 0), precision, value))
      return shown.join('')
    },
  )
  return shown.length > 0 ? text : `${text}%!(EXTRA int=${String(value)})`
}

const bases: Readonly<Record<string, number>> = { d: 10, v: 10, b: 2, o: 8, O: 8, x: 16, X: 16 }
const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' }

function written(
  verb: string,
  flags: string,
  width: number,
  precision: string | undefined,
  value: number,
): string {
  const base = bases[verb]
  if (verb === 'c') return pad(String.fromCodePoint(value), flags, width)
  if (base === undefined) return `%!${verb}(int=${String(value)})`
  const digits = Math.abs(value)
    .toString(base)
    .padStart(Number(precision ?? 0), '0')
  const sign = value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  const prefix = verb === 'O' ? '0o' : flags.includes('#') ? (prefixes[verb] ?? '') : ''
  const body = verb === 'X' ? digits.toUpperCase() : digits
  const zeros = flags.includes('0') && !flags.includes('-') && precision === undefined
  if (zeros) return sign + prefix + body.padStart(width - sign.length - prefix.length, '0')
  return pad(sign + prefix + body, flags, width)
}

function pad(text: string, flags: string, width: number): string {
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width)
}
