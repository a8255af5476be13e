import type { Random } from '../../support/random.ts'

/*
 * Random conditions that go where `when-grammar.ts` seldom goes: all layouts of times, bits, powers, accessors, escapes, patterns of all
 * sorts, and what is not looked at. More than half cannot be read.
 */

const words = [
  'heads',
  'a',
  'Succeeded',
  'in1',
  'x_y',
  'é',
  'truely',
  'Ab',
  'ῼ',
  'K8s',
  'IN',
  'null',
]
const odd = [
  'foo-bar',
  'a.b',
  'a.B',
  'a.B.C',
  'a.1',
  'a.',
  'a..B',
  'a.ß',
  'a.ǆ',
  'b.É',
  '5a',
  '1.2.3',
  '..',
  '.',
  '.5',
  '5.',
  '00',
  '0x',
  '0x1F',
  '0xg',
  '0x 1F',
  '0xffffffffffffffff',
  '0x10000000000000000',
  '1e5',
  '1\\e5',
  '1\\_0',
  '0\\x1p4',
  '٣',
  'foo bar',
  'a/b',
  'a@b',
  'foo\\-bar',
  'tr\\ue',
  'a\\',
  '\\',
  '_a',
  '$x',
  '{{a}}',
  '{}',
  '=',
  '===',
  '<>',
  '&',
  'a:b',
  '[b c]',
  '[]',
  '[a',
  ']',
  '"',
  "'",
  '"a\'',
  '\'it"',
  '"a\\"b"',
  '"\\\\"',
  "''",
  '""',
  '"a b"',
  '#',
  ';',
  '`a`',
  'and',
  'or',
  'not',
  '\u00a0',
  '\u0085',
  '\ufeff',
  '\u{1d400}',
  '"\u{1f600}"',
  'in',
  'TRUE',
] as const
const numbers = [
  '0',
  '1',
  '2',
  '3',
  '10',
  '5.0',
  '0.1',
  '0.25',
  '64',
  '63',
  '100000',
  '1000000',
  '123456789',
  '9007199254740993',
  '1e',
  '0x7fffffffffffffff',
  '99999999999999999999',
  '0.00001',
  '18446744073709551616',
]
const times = [
  '2024-01-02',
  '2024-02-30',
  '2024-1-2',
  '2024-01-02 5:04',
  '2024-01-02 15:04',
  '2024-01-02 15:04:05',
  '2024-01-02 15:04:05,123',
  '2024-01-02 15:04:05+02:00',
  '2024-01-02  15:04',
  '2024-01-02T15Z',
  '2024-01-02T15+0200',
  '2024-01-02T15:04Z',
  '2024-01-02T15:04-0330',
  '2024-01-02T15:04:05Z',
  '2024-01-02T15:04:05.25Z',
  '2024-01-02T15:04:05.1234567891+01:00',
  '2024-01-02T5:04:05Z',
  '2024-01-02T15:04:05+0100',
  '2024-01-02T15:04:05-24:60',
  '2024-01-02T15:04:05+25:00',
  '2024-01-02T24:00:00Z',
  '3:04PM',
  '12:00AM',
  '12:00PM',
  '13:00PM',
  '0:30AM',
  '3:04pm',
  '03:04PM',
  '3:4PM',
  'Mon Jan  2 15:04:05 2006',
  'mon jan 2 15:04:05 2006',
  'Mon Jan 32 15:04:05 2006',
  'Mon Jan _2 15:04:05 2006',
  'Mon Jan 2 15:04:05 UTC 2006',
  'Mon Jan 2 15:04:05 MST 2006',
  'Mon Jan 2 15:04:05 GMT+3 2006',
  'Mon Jan 2 15:04:05 GMT-25 2006',
  'Mon Jan 2 15:04:05 WITA 2006',
  'Mon Jan 2 15:04:05 ABCDT 2006',
  'Mon Jan 2 15:04:05 +03 2006',
  'Mon Jan 02 15:04:05 -0700 2006',
  'Mon Jan 2 15:04:05 -0700 2006',
  '0000-01-01',
  '9999-12-31',
  '2023-02-29',
  '2024-02-29',
  '2024-00-10',
  '2024-01-02T15:04:05',
  '2006',
] as const
const patterns = [
  'a',
  '^h',
  's$',
  '(?i)HEADS',
  '[a-c]+',
  '(a',
  'a**',
  '\\\\d+',
  'x{2,1}',
  '(?=a)',
  '.',
  '',
  '^$',
  '[[:alpha:]]',
  '\\\\pL',
  '(?P<n>a)',
  '[b-a]',
  'a|b',
  '\\\\bheads\\\\b',
  '*',
]
const comparators = ['==', '!=', '<', '<=', '>', '>=', '=~', '!~', ' in ']
const modifiers = ['+', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>']
const noise = [
  '(',
  ')',
  ',',
  '[',
  ']',
  '"',
  "'",
  '\\',
  ' ',
  '-',
  '!',
  '~',
  '=',
  '==',
  '=~',
  '&&',
  '||',
  '?',
  ':',
  '??',
  'in',
  '.',
  '0',
  'x',
  'a',
  '\n',
  '\t',
  '%',
  '_',
  '{{',
  '}}',
  'true',
]

/** A random condition; the same random numbers give the same one. */
export function randomOddWhen(random: Random): string {
  const kind = random.next()
  if (kind < 0.04) return soup(random)
  const text = condition(random, 3)
  return kind < 0.15 ? mutated(text, random) : text
}

function pick<T>(random: Random, list: readonly T[]): T {
  const item = random.of(list)
  if (item === undefined) throw new Error('an empty list')
  return item
}

function soup(random: Random): string {
  return Array.from({ length: random.nat(8) }, () => pick(random, noise)).join('')
}

function mutated(text: string, random: Random): string {
  const at = random.nat(text.length)
  const cut = random.chance(0.5) ? random.nat(2) : 0
  const insert = random.chance(0.6) ? pick(random, noise) : ''
  return text.slice(0, at) + insert + text.slice(at + cut)
}

function condition(random: Random, depth: number): string {
  const kind = random.next()
  if (depth === 0 || kind < 0.3) return comparison(random, depth)
  const inner = (): string => condition(random, depth - 1)
  const gap = space(random)
  if (kind < 0.55) return `${inner()}${gap}${pick(random, ['&&', '||'])}${space(random)}${inner()}`
  if (kind < 0.65) return `(${inner()})`
  if (kind < 0.72) return `!(${inner()})`
  if (kind < 0.8) return `${inner()} ? ${inner()}${random.chance(0.8) ? ` : ${inner()}` : ''}`
  if (kind < 0.84) return `${inner()} ?? ${inner()}`
  if (kind < 0.9)
    return `(${inner()})${pick(random, ['==', '!=', ' in ', ',', ' ', '<', '+'])}${inner()}`
  if (kind < 0.93)
    return `(${inner()} ${pick(random, [...comparators, ...modifiers, '&&', '?', '-', '!'])} )`
  if (kind < 0.96) return `a.B(${inner()})`
  return `${inner()}${gap}${pick(random, [...comparators, ...modifiers, ...noise])}${gap}${inner()}`
}

function comparison(random: Random, depth: number): string {
  const left = side(random, depth)
  const operator = pick(random, comparators)
  const gap = space(random)
  if (operator === ' in ' && random.chance(0.8)) return `${left} in ${list(random, depth)}`
  if (operator.endsWith('~') && random.chance(0.7)) {
    return `${left} ${operator} "${pick(random, patterns)}"${random.chance(0.1) ? ` ${pick(random, modifiers)} "x"` : ''}`
  }
  if (random.chance(0.1)) return left
  const right = random.chance(0.35) ? sameAs(left, random) : side(random, depth)
  return `${left}${gap}${operator}${gap}${right}`
}

/** The same value, perhaps in other quotes: so that comparisons also hold. */
function sameAs(text: string, random: Random): string {
  const bare = text.replace(/^["'](.*)["']$/, '$1')
  return pick(random, [text, bare, `"${bare}"`, `'${bare}'`, `[${bare}]`])
}

function list(random: Random, depth: number): string {
  const items = Array.from({ length: random.nat(3) }, () =>
    random.chance(0.1) ? list(random, 0) : side(random, depth && depth - 1),
  )
  return `(${items.join(random.chance(0.5) ? ', ' : ',')})`
}

function side(random: Random, depth: number): string {
  const kind = random.next()
  if (depth > 0 && kind < 0.22) return calculation(random, depth)
  if (kind < 0.4) return pick(random, words)
  if (kind < 0.58) return pick(random, numbers)
  if (kind < 0.6) return pick(random, odd)
  if (kind < 0.68) return `"${pick(random, times)}"`
  if (kind < 0.76) return pick(random, ['true', 'false'])
  if (kind < 0.79) return `-${pick(random, numbers)}`
  if (kind < 0.8)
    return `${pick(random, ['!', '~', '- ', '~ '])}${pick(random, [...words, ...numbers, 'true', '"a"'])}`
  return `${pick(random, ['"', "'"])}${pick(random, [...words, ...numbers, ...odd, 'true'])}${pick(random, ['"', "'"])}`
}

function calculation(random: Random, depth: number): string {
  const parts = [side(random, 0)]
  for (let more = random.nat(3); more >= 0; more--) {
    parts.push(
      pick(random, modifiers),
      random.chance(0.2) && depth > 1 ? `(${calculation(random, depth - 1)})` : numeric(random),
    )
  }
  return parts.join(random.chance(0.8) ? ' ' : '')
}

function numeric(random: Random): string {
  return random.chance(0.75) ? pick(random, numbers) : side(random, 0)
}

function space(random: Random): string {
  return pick(random, [' ', ' ', ' ', '', '  ', '\n'])
}
