import { lowerRune } from '../../go/characters.ts'
import { adler32 } from './adler32.ts'
import { decodeBase32, decodeBase64, encodeBase32, encodeBase64 } from '../../go/base64.ts'
import { printValue, quote } from '../../go/print.ts'
import { byteLength, byteSlice, fromBytes, runesOf, toBytes } from '../../go/strings.ts'
import * as go from '../../go/text.ts'
import { GoMap, GoPanic, GoSlice, type GoValue } from '../../go/values.ts'
import { castString, castStrings } from './cast.ts'
import { camelCase, swapCase, titleCase } from './letter-case.ts'
import { num, str, type SprigTable } from './table.ts'

const asText: SprigTable[string] = ['(interface {}) string', ([value = null]) => castString(value)]

/** Functions of Sprig on strings. What is worked on mostly comes last. */
export const stringFunctions: SprigTable = {
  hello: ['() string', () => 'Hello!'],
  trim: ['(string) string', ([s]) => go.trimSpace(str(s))],
  upper: ['(string) string', ([s]) => go.toUpper(str(s))],
  lower: ['(string) string', ([s]) => go.toLower(str(s))],
  title: ['(string) string', ([s]) => titleCase(str(s))],
  untitle: ['(string) string', ([s]) => eachWord(str(s), lowerRune)],
  swapcase: ['(string) string', ([s]) => swapCase(str(s))],
  camelcase: ['(string) string', ([s]) => camelCase(str(s))],
  substr: ['(int, int, string) string', ([from, to, s]) => substring(num(from), num(to), str(s))],
  trunc: ['(int, string) string', ([count, s]) => truncate(num(count), str(s))],
  repeat: ['(int, string) string', ([count, s]) => repeat(num(count), str(s))],
  trimall: ['(string, string) string', ([set, s]) => go.trim(str(s), str(set))],
  trimAll: ['(string, string) string', ([set, s]) => go.trim(str(s), str(set))],
  trimSuffix: ['(string, string) string', ([part, s]) => go.trimSuffix(str(s), str(part))],
  trimPrefix: ['(string, string) string', ([part, s]) => go.trimPrefix(str(s), str(part))],
  nospace: ['(string) string', ([s]) => go.fields(str(s)).join('')],
  initials: ['(string) string', ([s]) => initials(str(s))],
  contains: ['(string, string) bool', ([part, s]) => str(s).includes(str(part))],
  hasPrefix: ['(string, string) bool', ([part, s]) => str(s).startsWith(str(part))],
  hasSuffix: ['(string, string) bool', ([part, s]) => str(s).endsWith(str(part))],
  quote: ['(...interface {}) string', (all) => joined(all, (value) => quote(castString(value)))],
  squote: ['(...interface {}) string', (all) => joined(all, (value) => `'${printValue(value)}'`)],
  cat: ['(...interface {}) string', (all) => joined(all, printValue)],
  indent: ['(int, string) string', ([spaces, s]) => indent(num(spaces), str(s))],
  nindent: ['(int, string) string', ([spaces, s]) => `\n${indent(num(spaces), str(s))}`],
  replace: [
    '(string, string, string) string',
    ([old, by, s]) => go.replace(str(s), str(old), str(by)),
  ],
  plural: ['(string, string, int) string', ([one, many, n]) => (n === 1n ? str(one) : str(many))],
  adler32sum: ['(string) string', ([s]) => adler32(toBytes(str(s))).toString()],
  toString: asText,
  toStrings: ['(interface {}) []string', ([value = null]) => strings(castStrings(value))],
  join: ['(string, interface {}) string', ([glue, all = null]) => castStrings(all).join(str(glue))],
  sortAlpha: ['(interface {}) []string', ([all = null]) => sortedAlpha(all)],
  split: [
    '(string, string) map[string]string',
    ([sign, s]) => numbered(go.split(str(s), str(sign))),
  ],
  splitList: ['(string, string) []string', ([sign, s]) => strings(go.split(str(s), str(sign)))],
  splitn: [
    '(string, int, string) map[string]string',
    ([sign, n, s]) => numbered(go.split(str(s), str(sign), num(n))),
  ],
  b64enc: ['(string) string', ([s]) => encodeBase64(toBytes(str(s)))],
  b64dec: ['(string) string', ([s]) => decoded(decodeBase64(toBytes(str(s))), 'base64')],
  b32enc: ['(string) string', ([s]) => encodeBase32(toBytes(str(s)))],
  b32dec: ['(string) string', ([s]) => decoded(decodeBase32(toBytes(str(s))), 'base32')],
}

function strings(items: readonly string[] | undefined): GoSlice {
  return new GoSlice('[]string', items ?? [], items === undefined)
}

/** What is no list is the only item, nil as well. */
function sortedAlpha(all: GoValue): GoSlice {
  if (all instanceof GoSlice && all.type === '[]string' && all.isNil) return all
  return strings(all instanceof GoSlice ? sorted(castStrings(all)) : [castString(all)])
}

function sorted(items: readonly string[]): string[] {
  const bytes = (text: string): number[] => Array.from(toBytes(text))
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((byte, index) => byte !== b[index])
    return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
  }
  return [...items].sort((a, b) => compare(bytes(a), bytes(b)))
}

function joined(all: readonly GoValue[], print: (value: GoValue) => string): string {
  return all
    .filter((value) => value !== null)
    .map(print)
    .join(' ')
}

function eachWord(text: string, change: (rune: string) => string): string {
  let starts = true
  return runesOf(text)
    .map((rune) => {
      const isSpace = go.trimSpace(rune) === ''
      const changed = starts && !isSpace ? change(rune) : rune
      starts = isSpace
      return changed
    })
    .join('')
}

/** Sprig takes the first byte of each word for a character, so that letters beyond ASCII come out as others. */
function initials(text: string): string {
  const bytes = Array.from(toBytes(text), (byte) => String.fromCharCode(byte)).join('')
  return go
    .fields(bytes)
    .map((word) => word.slice(0, 1))
    .join('')
}

function substring(from: number, to: number, text: string): string {
  const length = byteLength(text)
  const [start, end] = from < 0 ? [0, to] : to < 0 || to > length ? [from, length] : [from, to]
  if (end < 0 || start > end || end > length) {
    throw new GoPanic(`runtime error: slice bounds out of range [${start}:${end}]`)
  }
  return byteSlice(text, start, end)
}

function truncate(count: number, text: string): string {
  const length = byteLength(text)
  if (count < 0 && length + count > 0) return byteSlice(text, length + count, length)
  return count >= 0 && length > count ? byteSlice(text, 0, count) : text
}

function repeat(count: number, text: string): string {
  if (count < 0) throw new GoPanic('strings: negative Repeat count')
  if (count * text.length > 10_000_000) throw new GoPanic('memory budget exceeded')
  return text.repeat(count)
}

function indent(spaces: number, text: string): string {
  const pad = repeat(spaces, ' ')
  return pad + text.replaceAll('\n', `\n${pad}`)
}

function numbered(parts: readonly string[] | undefined): GoMap {
  const entries = (parts ?? []).map((part, at) => [`_${at}`, part] as const)
  return new GoMap('map[string]string', entries)
}

function decoded(bytes: Uint8Array | { readonly wrongAt: number }, base: string): string {
  if (bytes instanceof Uint8Array) return fromBytes(bytes)
  return `illegal ${base} data at input byte ${bytes.wrongAt}`
}
