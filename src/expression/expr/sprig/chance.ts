import { runesOf } from '../../go/strings.ts'
import {
  GoPanic,
  Unsupported,
  type FunctionCall,
  type FunctionContext,
  type GoValue,
} from '../../go/values.ts'
import { num, str, type SprigTable } from './table.ts'

const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')

/** Functions of Sprig that give something else each time. They draw from the numbers of the caller. */
export const chanceFunctions: SprigTable = {
  randAlphaNum: ['(int) string', drawn(digits + letters)],
  randAlpha: ['(int) string', drawn(letters)],
  randNumeric: ['(int) string', drawn(digits)],
  randAscii: ['(int) string', drawn(printable)],
  randInt: [
    '(int, int) int',
    ([least, most], context) => {
      const size = num(most) - num(least)
      if (size <= 0) throw new GoPanic('invalid argument to Intn')
      return BigInt(num(least) + pick(size, context))
    },
  ],
  shuffle: ['(string) string', ([text], context) => shuffled(runesOf(str(text)), context).join('')],
  uuidv4: [
    '() string',
    (_, context) =>
      'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign) =>
        (sign === 'x' ? pick(16, context) : 8 + pick(4, context)).toString(16),
      ),
  ],
}

function pick(count: number, { random }: FunctionContext): number {
  if (random === undefined) throw new Unsupported('This gives something else in each run.')
  return Math.floor(random() * count)
}

function drawn(signs: string): FunctionCall {
  return ([count]: readonly GoValue[], context) =>
    Array.from(
      { length: Math.max(0, num(count)) },
      () => signs[pick(signs.length, context)] ?? '',
    ).join('')
}

function shuffled<T>(items: readonly T[], context: FunctionContext): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(pick(left.length, context), 1))
}
