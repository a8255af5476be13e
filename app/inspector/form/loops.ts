import { isJsonArray, type JsonValue } from '../../../src/yaml/index.ts'

/** More items than this are not written out of a sequence. */
const MOST = 100

/**
 * What a loop over items, over a reference or over numbers is as another of the three; nothing where the one cannot say what the other
 * does. Items become a JSON list and back, numbers that are written out become items.
 */
export function convertLoop(from: string, to: string, value: JsonValue): JsonValue | undefined {
  if (from === 'withItems' && to === 'withParam')
    return isJsonArray(value) ? JSON.stringify(value) : undefined
  if (from === 'withParam' && to === 'withItems') return itemsOf(value)
  if (from === 'withSequence' && to === 'withItems') return numbersOf(value)
  if (from === 'withSequence' && to === 'withParam') {
    const numbers = numbersOf(value)
    return numbers === undefined ? undefined : JSON.stringify(numbers)
  }
  if (to === 'withSequence') return sequenceOf(from === 'withParam' ? itemsOf(value) : value)
  return undefined
}

function itemsOf(value: JsonValue): JsonValue | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) && parsed.every(isItem) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isItem(value: unknown): value is JsonValue {
  if (value !== null && typeof value === 'object')
    return Object.values(value).every((inner) => inner === null || typeof inner !== 'object')
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** The items of a sequence without a format: from `start`, so many or up to `end`. */
function numbersOf(value: JsonValue): number[] | undefined {
  if (value === null || typeof value !== 'object' || isJsonArray(value)) return undefined
  if (value['format'] !== undefined) return undefined
  const start = numberOf(value['start'] ?? 0)
  const count = value['count'] === undefined ? undefined : numberOf(value['count'])
  const end = value['end'] === undefined ? undefined : numberOf(value['end'])
  if (start === undefined || (count === undefined && end === undefined)) return undefined
  const step = end !== undefined && count === undefined && end < start ? -1 : 1
  const length = count ?? Math.abs((end ?? 0) - start) + 1
  if (length > MOST) return undefined
  return Array.from({ length }, (_, index) => start + step * index)
}

/** Numbers one after the other as a sequence. */
function sequenceOf(value: JsonValue | undefined): JsonValue | undefined {
  if (!isJsonArray(value) || value.length === 0) return undefined
  const numbers = value.map((item) => numberOf(item))
  const [start] = numbers
  const isRun = start !== undefined && numbers.every((number, index) => number === start + index)
  if (!isRun) return undefined
  return start === 0 ? { count: numbers.length } : { start, count: numbers.length }
}

function numberOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}
