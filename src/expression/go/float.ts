/** Digits and exponent of a number with as few digits as tell it from all others: `1.5e3` is 15 and 3. */
function shortest(value: number): { digits: string; exponent: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) }
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN'
  if (Number.isFinite(value)) return undefined
  return value > 0 ? '+Inf' : '-Inf'
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : ''
}

function scientific(value: number, exponentWidth: number): string {
  const { digits, exponent } = shortest(value)
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
  const power = String(Math.abs(exponent)).padStart(exponentWidth, '0')
  return `${sign(value)}${digits.slice(0, 1)}${fraction}e${exponent < 0 ? '-' : '+'}${power}`
}

function plain(value: number): string {
  const { digits, exponent } = shortest(value)
  if (exponent < 0) return `${sign(value)}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const fraction = digits.slice(exponent + 1)
  return sign(value) + (fraction ? `${whole}.${fraction}` : whole)
}

/** A float as Go prints it by default: from a million on, and below 0.0001, with an exponent of two digits. */
export function printFloat(value: number): string {
  const name = special(value)
  if (name !== undefined) return name
  if (value === 0) return `${sign(value)}0`
  const { exponent } = shortest(value)
  return exponent < -4 || exponent >= 6 ? scientific(value, 2) : plain(value)
}

/** A float as Go's JSON has it, where exponents begin at 1e21. Absent for what JSON cannot say. */
export function jsonFloat(value: number): string | undefined {
  if (special(value) !== undefined) return undefined
  if (value === 0) return `${sign(value)}0`
  const size = Math.abs(value)
  return size < 1e-6 || size >= 1e21 ? scientific(value, size < 1e-6 ? 1 : 2) : plain(value)
}

/** A float without exponent, as Go's `FormatFloat(x, 'f', -1, 64)`. */
export function plainFloat(value: number): string {
  return special(value) ?? plain(value)
}
