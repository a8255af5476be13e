import type { Segment } from './classify.ts'

/** A name with its accesses in a text of expr-lang: `steps['my-step'].outputs.result`. */
export type Chain = readonly Segment[]

interface Token {
  readonly kind: 'name' | 'string' | 'mark'
  readonly from: number
  readonly to: number
  /** The name, the string's meaning, or the mark itself. */
  readonly value: string
}

/**
 * All chains of an expression, in order. This reads tokens only, so it also works on expressions that do not
 * parse. Offsets count from the start of the text.
 */
export function findChains(text: string): Chain[] {
  const tokens = tokenize(text)
  const chains: Chain[] = []
  for (let index = 0; index < tokens.length; index++) {
    const root = tokens[index]
    if (root?.kind !== 'name' || isDot(tokens[index - 1])) continue
    const range = { from: root.from, to: root.to }
    const chain: Segment[] = [{ name: root.value, range, access: range, style: 'dotted' }]
    let next = readAccess(tokens, index + 1)
    while (next) {
      chain.push(next.segment)
      index = next.end - 1
      next = readAccess(tokens, next.end)
    }
    if (!continuesWithHyphen(text, chain)) chains.push(chain)
  }
  return chains
}

/**
 * `steps.flip-coin.status` is a subtraction to expr-lang, but its author meant the step `flip-coin`. Taking it for
 * a reference to `flip` would let a rename of that step make things worse.
 */
function continuesWithHyphen(text: string, chain: Chain): boolean {
  const end = chain[chain.length - 1]?.access.to ?? 0
  return chain.length > 1 && text[end] === '-' && /[A-Za-z0-9_]/.test(text[end + 1] ?? '')
}

function readAccess(
  tokens: readonly Token[],
  at: number,
): { segment: Segment; end: number } | undefined {
  const dot = isDot(tokens[at]) ? tokens[at] : undefined
  const head = tokens[dot ? at + 1 : at]
  if (dot && head?.kind === 'name') {
    const range = { from: head.from, to: head.to }
    const access = { from: dot.from, to: head.to }
    return { segment: { name: head.value, range, access, style: 'dotted' }, end: at + 2 }
  }
  if (!isMark(head, '[') || (dot && dot.value !== '?.')) return undefined
  const start = dot ? at + 1 : at
  const key = tokens[start + 1]
  const close = tokens[start + 2]
  if (key?.kind !== 'string' || !isMark(close, ']') || !head || !close) return undefined
  const range = { from: key.from + 1, to: key.to - 1 }
  const access = { from: head.from, to: close.to }
  return { segment: { name: key.value, range, access, style: 'bracket' }, end: start + 3 }
}

function isMark(token: Token | undefined, value: string): boolean {
  return token?.kind === 'mark' && token.value === value
}

function isDot(token: Token | undefined): boolean {
  return isMark(token, '.') || isMark(token, '?.')
}

const patterns: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y],
  ['name', /[\p{L}_$][\p{L}\p{Nd}_$]*/uy],
  ['string', /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`/y],
  // An unclosed string hides the rest of the text.
  ['skip', /["'`][^]*/y],
  ['skip', /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?\w*/y],
  ['mark', /\?\.|\.\.|[^]/y],
]

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match) continue
      const to = at + match[0].length
      if (kind !== 'skip') tokens.push({ kind, from: at, to, value: meaning(kind, match[0]) })
      at = to
      break
    }
  }
  return tokens
}

function meaning(kind: Token['kind'], text: string): string {
  if (kind !== 'string') return text
  const inner = text.slice(1, -1)
  return text.startsWith('`') ? inner : inner.replace(/\\(.)/gs, '$1')
}
