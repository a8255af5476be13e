import * as is from './nature.ts'
import type { Nature } from './nature.ts'

/** What a nature is in a sentence: “a text”. Nothing where nobody knows, and for what has no name that people use. */
export function wordFor(nature: Nature): string | undefined {
  if (nature.nil) return 'nil'
  if (nature.fn) return 'a function'
  const found = words.find(([test]) => test(nature))
  return found?.[1]
}

const words: readonly (readonly [test: (nature: Nature) => boolean, word: string])[] = [
  [is.isString, 'a text'],
  [is.isInteger, 'a whole number'],
  [is.isNumber, 'a number'],
  [is.isBool, 'true or false'],
  [is.isTime, 'a time'],
  [is.isDuration, 'a duration'],
  [is.isList, 'a list'],
  [is.isMap, 'a map'],
]
