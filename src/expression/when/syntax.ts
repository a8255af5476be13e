import type { WhenFault } from './fault.ts'
import { goText } from './values.ts'
import { typeOfToken, type TokenType, type WhenToken } from './token.ts'

const begin: readonly TokenType[] = ['NUMERIC', 'BOOLEAN', 'VARIABLE', 'ACCESSOR', 'CLAUSE']
const quoted: readonly TokenType[] = ['STRING', 'TIME']
const onward: readonly TokenType[] = [
  'MODIFIER',
  'COMPARATOR',
  'LOGICALOP',
  'CLAUSE_CLOSE',
  'SEPARATOR',
]
const operand: readonly TokenType[] = [...onward, 'TERNARY']

/**
 * What may stand behind what in govaluate, which looks at neighbours only. Some of it surprises: a quoted text cannot follow a
 * sign, a time cannot follow one of the operators that calculate, and an operator may stand before `)`.
 */
const followers: Readonly<Record<TokenType, ReadonlySet<TokenType>>> = {
  UNKNOWN: new Set<TokenType>(['PREFIX', 'PATTERN', ...begin, ...quoted]),
  CLAUSE: new Set<TokenType>(['PREFIX', 'PATTERN', 'CLAUSE_CLOSE', ...begin, ...quoted]),
  CLAUSE_CLOSE: new Set<TokenType>([
    ...operand,
    ...quoted,
    'NUMERIC',
    'BOOLEAN',
    'VARIABLE',
    'PATTERN',
    'CLAUSE',
  ]),
  NUMERIC: new Set(operand),
  BOOLEAN: new Set(operand),
  STRING: new Set(operand),
  VARIABLE: new Set(operand),
  TIME: new Set(onward),
  PATTERN: new Set(onward),
  ACCESSOR: new Set<TokenType>([...operand, 'CLAUSE']),
  MODIFIER: new Set<TokenType>(['PREFIX', 'STRING', 'CLAUSE_CLOSE', ...begin]),
  COMPARATOR: new Set<TokenType>(['PREFIX', 'PATTERN', 'CLAUSE_CLOSE', ...begin, ...quoted]),
  LOGICALOP: new Set<TokenType>(['PREFIX', 'CLAUSE_CLOSE', ...begin, ...quoted]),
  PREFIX: new Set<TokenType>(['CLAUSE_CLOSE', ...begin]),
  TERNARY: new Set<TokenType>(['PREFIX', 'SEPARATOR', ...begin, ...quoted]),
  SEPARATOR: new Set<TokenType>(['PREFIX', ...begin, ...quoted]),
}

const ends: ReadonlySet<TokenType> = new Set<TokenType>([
  'CLAUSE_CLOSE',
  'NUMERIC',
  'BOOLEAN',
  'STRING',
  'TIME',
  'PATTERN',
  'VARIABLE',
  'ACCESSOR',
])

/** Whether govaluate lets a token stand behind another; a tag, which has no type yet, may become any operand. */
export function canFollow(before: TokenType | undefined, after: TokenType | undefined): boolean {
  if (after === undefined)
    return begin.some((type) => before !== undefined && followers[before].has(type))
  return followers[before ?? 'VARIABLE'].has(after)
}

/** Tokens as Argo hands them to govaluate once more: every variable is a text. */
export function asTexts(tokens: readonly WhenToken[]): WhenToken[] {
  return tokens.map((token) =>
    token.kind === 'operand' && token.type === 'VARIABLE' ? { ...token, type: 'STRING' } : token,
  )
}

/** What is wrong with the parentheses: govaluate only counts them. */
export function checkBalance(tokens: readonly WhenToken[]): WhenFault | undefined {
  const open: WhenToken[] = []
  let surplus: WhenToken | undefined
  let depth = 0
  for (const token of tokens) {
    if (token.kind === '(') {
      depth++
      open.push(token)
    }
    if (token.kind !== ')') continue
    depth--
    if (open.pop() === undefined) surplus ??= token
  }
  const range = (depth < 0 ? surplus : open[0])?.range
  if (depth === 0 || !range) return undefined
  return { code: 'unbalanced-parenthesis', reason: 'Unbalanced parenthesis', range }
}

/** What is wrong with the order of tokens. */
export function checkOrder(tokens: readonly WhenToken[]): WhenFault | undefined {
  let before: TokenType | undefined = 'UNKNOWN'
  for (const [index, token] of tokens.entries()) {
    const type = typeOfToken(token)
    if (!canFollow(before, type)) {
      const last = tokens[index - 1]
      const { range } = token
      const code = isOperandType(type) && isEnd(before) ? 'missing-operator' : 'missing-operand'
      if (before === 'VARIABLE' && type === 'CLAUSE' && last) {
        return { code, reason: `Undefined function ${tokenText(last)}`, range }
      }
      const from = `${before ?? 'VARIABLE'} [${last ? tokenText(last) : '<nil>'}]`
      const to = `${type ?? 'VARIABLE'} [${tokenText(token)}]`
      return { code, reason: `Cannot transition token types from ${from} to ${to}`, range }
    }
    before = type
  }
  if (isEnd(before)) return undefined
  const end = tokens.at(-1)?.range.to ?? 0
  const range = { from: end, to: end }
  return { code: 'missing-operand', reason: 'Unexpected end of expression', range }
}

function isEnd(type: TokenType | undefined): boolean {
  return type === undefined || ends.has(type)
}

function isOperandType(type: TokenType | undefined): boolean {
  return (
    type === undefined ||
    type === 'CLAUSE' ||
    type === 'PREFIX' ||
    (ends.has(type) && type !== 'CLAUSE_CLOSE')
  )
}

/** The value of a token as Go prints it. */
export function tokenText(token: WhenToken): string {
  switch (token.kind) {
    case 'operator':
      return token.operator
    case ',':
      return ','
    // Go prints these as numbers of characters.
    case '(':
      return '40'
    case ')':
      return '41'
    default:
      if (token.time) return token.time.shown
      if (token.type === 'ACCESSOR') return `[${token.value.split('.').join(' ')}]`
      return token.constant === undefined ? token.value : goText(token.constant)
  }
}
