import { err, ok, type Result } from '../base/index.ts'

/** What one of the five fields of a schedule may hold. */
export interface FieldKind {
  /** What it is called in messages. */
  readonly title: string
  readonly min: number
  readonly max: number
  /** Names for its numbers, the first for `min`. */
  readonly names: readonly string[]
}

/** A field that was read. */
export interface Field {
  /** The numbers that it stands for, in order, each once. */
  readonly values: readonly number[]
  /** Whether it leaves its day open (`*`, `?`): then the other of the two day fields decides alone. */
  readonly isOpen: boolean
}

export const fieldKinds: readonly FieldKind[] = [
  { title: 'minute', min: 0, max: 59, names: [] },
  { title: 'hour', min: 0, max: 23, names: [] },
  { title: 'day of the month', min: 1, max: 31, names: [] },
  {
    title: 'month',
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  {
    title: 'day of the week',
    min: 0,
    max: 6,
    names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  },
]

/**
 * Reads one field as robfig/cron v3 reads it: numbers, names, ranges, steps and lists of them. Refused are the signs of other
 * dialects (`L`, `W`, `#`), 7 for Sunday, numbers out of range and ranges that run backwards.
 */
export function readField(text: string, kind: FieldKind): Result<Field, string> {
  const values = new Set<number>()
  let isOpen = false
  // Empty parts of a list are passed over there, too.
  for (const part of text.split(',').filter((piece) => piece !== '')) {
    const read = readPart(part, kind)
    if (!read.ok) return err(`${kind.title}: ${read.error}`)
    const { from, to, step } = read.value
    if (read.value.isOpen) isOpen = true
    for (let value = from; value <= to; value += step) values.add(value)
  }
  if (values.size === 0) return err(`${kind.title}: “${text}” says nothing.`)
  return ok({ values: [...values].sort((a, b) => a - b), isOpen })
}

interface Part {
  readonly from: number
  readonly to: number
  readonly step: number
  readonly isOpen: boolean
}

function readPart(part: string, kind: FieldKind): Result<Part, string> {
  const foreign = /^[^/]*[#lw?]/i.exec(part.replace(/^\?/, ''))?.[0].at(-1)
  const [range = '', stepText, ...moreSteps] = part.split('/')
  const [low = '', high, ...moreRanges] = range.split('-')
  if (moreSteps.length > 0) return err(`“${part}” has more than one slash.`)
  const step = stepText === undefined ? 1 : wholeOf(stepText)
  if (step === undefined) return err(`“${String(stepText)}” behind the slash is no number.`)
  if (step === 0) return err(`the step of “${part}” must be at least 1.`)
  if (low === '*' || low === '?')
    return ok({ from: kind.min, to: kind.max, step, isOpen: step === 1 })
  if (moreRanges.length > 0) return err(`“${part}” has more than one hyphen.`)
  const from = numberOf(low, kind)
  const end = high === undefined ? undefined : numberOf(high, kind)
  if (from === undefined || (high !== undefined && end === undefined)) {
    const isForeign = foreign !== undefined && /^[\d#lw?-]*$/i.test(part)
    return err(
      isForeign
        ? `“${part}” is of another dialect: Argo knows no ${foreign.toUpperCase()}.`
        : `“${part}” is not a number${kind.names.length > 0 ? ` or one of ${kind.names.join(', ')}` : ''}.`,
    )
  }
  // A single number with a step goes on to the end of the field.
  const to = end ?? (stepText === undefined ? from : kind.max)
  const beyond = [from, to].find((value) => value < kind.min || value > kind.max)
  if (beyond === 7 && kind.max === 6) return err('7 is not a day. Sunday is 0, or sun.')
  if (beyond !== undefined)
    return err(`${String(beyond)} is not between ${String(kind.min)} and ${String(kind.max)}.`)
  if (from > to)
    return err(
      `“${part}” runs backwards. Write two ranges: ${String(from)}-${String(kind.max)},${String(kind.min)}-${String(to)}.`,
    )
  return ok({ from, to, step, isOpen: false })
}

function numberOf(text: string, kind: FieldKind): number | undefined {
  const name = kind.names.indexOf(text.toLowerCase())
  return name >= 0 ? name + kind.min : wholeOf(text)
}

function wholeOf(text: string): number | undefined {
  return /^\+?\d{1,9}$/.test(text) ? Number(text) : undefined
}
