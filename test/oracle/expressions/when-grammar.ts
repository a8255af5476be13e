import type { Random } from '../../support/random.ts'

/*
 * Random conditions as they may stand after their tags are filled in. Most can be read, so that operators and operands meet in all
 * pairs; some are spoilt afterwards.
 */

interface Choices {
  readonly usual: readonly string[]
  /** What is read otherwise than a person thinks, or not at all. */
  readonly odd: readonly string[]
}

const numbers: Choices = {
  usual: ['0', '1', '2', '5', '5.0', '10', '0.1', '2.5', '007', '1000000', '0x1F'],
  odd: [
    '.5',
    '5.',
    '0xg',
    '0x',
    '1.2.3',
    '1e3',
    '100000000000000000000',
    '9007199254740993',
    '1_000',
  ],
}

const strings: Choices = {
  usual: [
    ...[`"a"`, `'a'`, `'b'`, `"b c"`, `""`, `"5"`, `'10'`, `'true'`, `"a.*"`, `"^[a-c]+$"`, `"ü"`],
    ...[`"Succeeded"`, `'Failed'`, `"2024-01-02"`, `'2024-01-03T10:00:00Z'`, `"my-step"`],
  ],
  odd: [
    ...[
      `"it's"`,
      `'say "x"'`,
      `"a\\"b"`,
      `"back\\\\slash"`,
      `"(["`,
      `"{{item}}"`,
      `"(?i)A"`,
      `"\\d"`,
    ],
    ...[`"2024-01-02 15:04:05"`, `"3:04PM"`, `"Jan _2 15:04:05"`, `"02/01/2024"`, `"2024-13-01"`],
    ...[
      `"2024-01-02T10:00:00+02:00"`,
      `'Mon Jan  2 15:04:05 2006'`,
      `"2024-1-2"`,
      `"15:04"`,
      `"é"'`,
    ],
  ],
}

const words: Choices = {
  usual: [
    'a',
    'b',
    'Succeeded',
    'Failed',
    'true',
    'false',
    'x1',
    'a_b',
    'value',
    '[a b]',
    '[my-step]',
  ],
  odd: [
    ...[
      'True',
      'nil',
      'null',
      'in',
      'IN',
      'a-b',
      'my-step',
      'a.b',
      'foo.Bar',
      '2024-01-02',
      '5a',
      '1h',
    ],
    ...[
      'é',
      '[]',
      '[x',
      'f(1)',
      'a.',
      '$x',
      '#',
      '@',
      'true-false',
      'a.b.c',
      '1.a',
      'inside',
      'trueish',
    ],
  ],
}

const comparisons: Choices = {
  usual: ['==', '!=', '<', '>', '<=', '>=', '=~', '!~', 'in', '==', '!='],
  odd: [' IN ', '=', '===', '<>', '=<', '!', '~', '~='],
}
const arithmetic: Choices = {
  usual: ['+', '-', '*', '/', '%', '**'],
  odd: ['&', '|', '^', '<<', '>>', '//'],
}
const logic: Choices = { usual: ['&&', '||'], odd: ['??', 'and', 'or', '&', ','] }
const prefixes: Choices = {
  usual: ['!', '-'],
  odd: ['~', '!!', '--', '-!', '!-', '~-', '- -', '! ', '+'],
}
const commas: Choices = { usual: [', ', ','], odd: [' , ', ' ', ', ,'] }

function pick({ usual, odd }: Choices, random: Random): string {
  return random.of(random.chance(0.07) ? odd : usual) ?? ''
}

function operand(random: Random, depth: number): string {
  const kind = random.nat(19)
  if (kind < 6) return pick(strings, random)
  if (kind < 11) return pick(numbers, random)
  if (kind < 15) return pick(words, random)
  if (kind < 16 || depth <= 0) return `${pick(prefixes, random)}${pick(numbers, random)}`
  if (kind < 17) return `${pick(prefixes, random)}(${condition(random, depth - 1)})`
  if (kind < 19) return `(${condition(random, depth - 1)})`
  return list(random, depth)
}

function list(random: Random, depth: number): string {
  const items = Array.from({ length: random.nat(4) }, () => operand(random, depth - 1))
  return `(${items.join(pick(commas, random))})`
}

function binary(operators: Choices, random: Random, depth: number): string {
  const operator = pick(operators, random)
  const gap = random.chance(0.93) ? ' ' : ''
  const right =
    operator.trim().toLowerCase() === 'in' && random.chance(0.85)
      ? list(random, depth)
      : operand(random, depth - 1)
  return `${operand(random, depth - 1)}${gap}${operator}${random.chance(0.97) ? gap : ''}${right}`
}

function condition(random: Random, depth: number): string {
  const kind = random.nat(11)
  if (kind < 5 || depth <= 0) return binary(comparisons, random, depth)
  if (kind < 8)
    return `${condition(random, depth - 1)} ${pick(logic, random)} ${condition(random, depth - 1)}`
  if (kind < 9)
    return `${binary(arithmetic, random, depth - 1)} ${pick(comparisons, random)} ${operand(random, depth - 1)}`
  if (kind < 10)
    return `${condition(random, depth - 1)} ? ${condition(random, depth - 1)} : ${operand(random, depth - 1)}`
  return binary(arithmetic, random, depth)
}

const noise = [...'()!~-+*/%&|^<>=?:,.;\'"\\[]{}# \t\n5ax@$', 'é', '日', ' in ', '==', '&&']

/** A text with one to three characters taken away, added or doubled. */
export function spoilt(text: string, random: Random): string {
  let made = text
  for (let count = random.nat(2); count >= 0; count--) {
    const at = random.nat(made.length)
    const cut = random.chance(0.5) ? 1 : 0
    made =
      made.slice(0, at) +
      (random.chance(0.6) ? (random.of(noise) ?? '') : '') +
      made.slice(at + cut)
  }
  return made
}

/** A random condition; the same random numbers give the same one. */
export function randomWhen(random: Random): string {
  const text = condition(random, random.nat(3))
  return random.chance(0.1) ? spoilt(text, random) : text
}
