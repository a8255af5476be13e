import { readString } from './string-literal.ts'
import type { ExprProblem, ExprToken, ExprTokenKind } from './token.ts'

/** The tokens of an expression up to the first that expr-lang cannot read; the last is `end` if all can be read. */
export interface LexedExpr {
  readonly tokens: readonly ExprToken[]
  readonly problem: ExprProblem | undefined
}

const spaces = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/y
const comments = /\/\/[^\n]*|\/\*[^]*?\*\//y
const names = /[\p{L}\p{Nd}_$]+/uy
const numbers =
  /(?:0[xX][0-9a-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|[0-9][0-9_]*)(?:\.(?!\.)[0-9_]*)?(?:[eE][+-]?[0-9_]*)?|\.[0-9][0-9_]*(?:\.(?!\.)[0-9_]*)?(?:[eE][+-]?[0-9_]*)?/y
const operators = /\|\|?|::?|[,;%+\-^]|[&!=*<>][&=*]?|\?[.?]?|\/|\.\.?/y
const pointers = /(##?)([\p{L}\p{Nd}_$]*)/uy
const quotes = /[bB]?(["'])/y
const rawStrings = /`(?:[^`]|``)*`/y

const wordOperators = new Set([
  'not',
  'in',
  'or',
  'and',
  'matches',
  'contains',
  'startsWith',
  'endsWith',
  'let',
  'if',
  'else',
])

/** Cuts an expression of expr-lang into tokens. White space and comments are left out. */
export function lexExpr(text: string): LexedExpr {
  const tokens: ExprToken[] = []
  let at = 0
  const push = (kind: ExprTokenKind, value: string, to: number): void => {
    tokens.push({ kind, value, range: { from: at, to } })
    at = to
  }
  const fail = (message: string, to: number): LexedExpr => ({
    tokens,
    problem: { message, range: { from: at, to: Math.min(text.length, to) } },
  })
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text) ?? undefined
  }

  while (at < text.length) {
    const skipped = match(spaces) ?? match(comments)
    if (skipped) {
      at += skipped[0].length
      continue
    }
    if (text.startsWith('/*', at)) return fail('unclosed comment', text.length)
    const quote = match(quotes)
    if (quote) {
      const read = readString(text, at, quote[0].length > 1)
      if ('message' in read) return fail(read.message, read.to)
      push(quote[0].length > 1 ? 'bytes' : 'string', read.value, read.to)
      continue
    }
    if (text[at] === '`') {
      const raw = match(rawStrings)?.[0]
      if (raw === undefined) return fail('literal not terminated', text.length)
      push('string', raw.slice(1, -1).replaceAll('``', '`'), at + raw.length)
      continue
    }
    const number = match(numbers)?.[0]
    if (number !== undefined) {
      const to = at + number.length
      names.lastIndex = to
      const glued = names.exec(text)?.[0]
      if (glued !== undefined) {
        const first = String.fromCodePoint(glued.codePointAt(0) ?? 0)
        return fail(`bad number syntax: ${JSON.stringify(number + first)}`, to + first.length)
      }
      push('number', number, to)
      continue
    }
    const name = match(names)?.[0]
    if (name !== undefined) {
      push(wordOperators.has(name) ? 'operator' : 'identifier', name, at + name.length)
      continue
    }
    const pointer = match(pointers)
    if (pointer) {
      const [, sign = '', accessed = ''] = pointer
      push('operator', sign, at + sign.length)
      if (accessed !== '') push('identifier', accessed, at + accessed.length)
      continue
    }
    const sign = text[at] ?? ''
    if ('([{)]}'.includes(sign)) {
      push('bracket', sign, at + 1)
      continue
    }
    const operator = match(operators)?.[0]
    if (operator === undefined) return fail(unrecognized(text, at), at + 1)
    push('operator', operator, at + operator.length)
  }
  push('end', '', at)
  return { tokens, problem: undefined }
}

function unrecognized(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  const number = code.toString(16).toUpperCase().padStart(4, '0')
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0)
  return `unrecognized character: U+${number}${control ? '' : ` '${String.fromCodePoint(code)}'`}`
}
