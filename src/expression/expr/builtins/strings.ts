import { byteLength, byteOffset } from '../../go/strings.ts'
import * as go from '../../go/text.ts'
import { GoPanic, GoSlice, typeOf, type GoValue } from '../../go/values.ts'
import { toInt } from '../arithmetic.ts'
import { text, typed, type Builtin } from './builtin.ts'

const splits = ['(string, string) []string', '(string, string, int) []string']

/** Builtins on strings. Positions are in bytes, as Go counts. */
export const stringBuiltins: Readonly<Record<string, Builtin>> = {
  trim: typed(['(string) string', '(string, string) string'], (args) =>
    args.length === 1 ? go.trimSpace(text(args, 0)) : go.trim(text(args, 0), text(args, 1)),
  ),
  trimPrefix: typed(['(string, string) string', '(string) string'], (args) =>
    go.trimPrefix(text(args, 0), args.length === 2 ? text(args, 1) : ' '),
  ),
  trimSuffix: typed(['(string, string) string', '(string) string'], (args) =>
    go.trimSuffix(text(args, 0), args.length === 2 ? text(args, 1) : ' '),
  ),
  upper: typed(['(string) string'], (args) => go.toUpper(text(args, 0))),
  lower: typed(['(string) string'], (args) => go.toLower(text(args, 0))),
  split: typed(splits, (args) => strings(go.split(text(args, 0), text(args, 1), limit(args, 2)))),
  splitAfter: typed(splits, (args) =>
    strings(go.splitAfter(text(args, 0), text(args, 1), limit(args, 2))),
  ),
  replace: typed(
    ['(string, string, string, int) string', '(string, string, string) string'],
    (args) => go.replace(text(args, 0), text(args, 1), text(args, 2), limit(args, 3)),
  ),
  repeat: typed(['(string, int) string'], (args, { grow }) => {
    const unit = text(args, 0)
    const count = toInt(args[1] ?? null)
    if (count < 0n) {
      throw new GoPanic(
        `invalid argument for repeat (expected positive integer, got ${count.toString()})`,
      )
    }
    if (count > 1_000_000n) throw new GoPanic('memory budget exceeded')
    grow(byteLength(unit) * Number(count))
    return unit.repeat(Number(count))
  }),
  join: typed(
    [
      '([]string, string) string',
      '([]interface {}, string) string',
      '([]interface {}) string',
      '([]string, string) string',
      '([]string) string',
    ],
    join,
  ),
  indexOf: typed(['(string, string) int'], (args) =>
    BigInt(byteOffset(text(args, 0), text(args, 0).indexOf(text(args, 1)))),
  ),
  lastIndexOf: typed(['(string, string) int'], (args) =>
    BigInt(byteOffset(text(args, 0), text(args, 0).lastIndexOf(text(args, 1)))),
  ),
  hasPrefix: typed(['(string, string) bool'], (args) => text(args, 0).startsWith(text(args, 1))),
  hasSuffix: typed(['(string, string) bool'], (args) => text(args, 0).endsWith(text(args, 1))),
}

function limit(args: readonly GoValue[], at: number): number {
  const value = args[at]
  return value === undefined ? -1 : Number(toInt(value))
}

function strings(items: readonly string[] | undefined): GoSlice {
  return new GoSlice('[]string', items ?? [], items === undefined)
}

function join(args: readonly GoValue[]): string {
  const [items] = args
  const glue = args.length === 2 ? text(args, 1) : ''
  const isKnown = items instanceof GoSlice && ['[]string', '[]interface {}'].includes(items.type)
  if (!isKnown) {
    const type = items === undefined || items === null ? '%!s(<nil>)' : typeOf(items)
    throw new GoPanic(`invalid argument for join (type ${type})`)
  }
  return items.items.map((_, at) => text(items.items, at)).join(glue)
}
