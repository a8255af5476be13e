import { GoPanic, Unsupported } from '../../go/values.ts'
import { trimSpace } from '../../go/text.ts'
import { parseFilter } from './filter.ts'
import type { PathStep } from './steps.ts'

type Part = string | number | undefined

/** Reads one step of a path, as `tokenizePath` gives it. */
export function parseStep(written: string): PathStep {
  const token = trimSpace(written)
  if (token === '') throw new GoPanic('invalid token. token string is empty')
  if (token === '$') return { kind: 'root' }
  if (token === '@') throw new Unsupported('A path that begins with @ is not supported here.')
  if (token === '*') return { kind: 'wildcard' }
  if (token === '..') return { kind: 'recursive' }
  if (!token.startsWith('['))
    return token === 'length' ? { kind: 'length' } : { kind: 'key', key: token }
  if (!token.endsWith(']')) refuse(token)
  const inside = trimSpace(token.slice(1, -1))
  if (inside === '') refuse(token)
  if (inside === '*') return { kind: 'wildcard' }
  if (inside.startsWith('?')) {
    if (!inside.startsWith('?(') || !inside.endsWith(')')) refuse(token)
    return { kind: 'filter', filter: parseFilter(trimSpace(inside.slice(2, -1))) }
  }
  if (/[()]/.test(inside.replace(/'[^']*'|"[^"]*"/g, ''))) {
    throw new Unsupported(`Scripts in paths, as in ${token}, are not supported here.`)
  }
  return subscript(token, inside)
}

function subscript(token: string, inside: string): PathStep {
  const parts = cut(token, inside)
  const commas = parts.filter((part) => part === ',').length
  const colons = parts.filter((part) => part === ':').length
  if (commas > 0 && colons > 0) refuse(token)
  if (colons > 0) return range(token, parts)
  const given = parts.filter((part) => part !== ',')
  const [only] = given
  if (commas === 0 && given.length === 1) {
    if (typeof only === 'number') return { kind: 'index', index: only }
    return isKey(only) ? { kind: 'key', key: only.slice(1, -1) } : refuse(token)
  }
  if (commas === 0 || commas >= given.length) refuse(token)
  const indices = given.filter((part) => typeof part === 'number')
  const keys = given.filter(isKey).map((key) => key.slice(1, -1))
  if (indices.length === given.length) return { kind: 'indices', indices }
  if (keys.length === given.length) return { kind: 'keys', keys }
  // Keys and numbers together fail only once they are looked for.
  if (indices.length + keys.length === given.length) {
    throw new GoPanic('union: invalid token argument. expected [int] got [string]')
  }
  return refuse(token)
}

/** The parts of a subscript: keys with their quotes, numbers, and the signs between them. */
function cut(token: string, inside: string): string[] | (string | number)[] {
  const parts: (string | number)[] = []
  let rest = inside
  while (rest !== '') {
    const match = /^\s*('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[-+]?\d+|[:,]|[^'":,]+)\s*/.exec(rest)
    if (!match) return refuse(token)
    const [all, part = ''] = match
    rest = rest.slice(all.length)
    parts.push(/^[-+]?\d+$/.test(part) ? Number(part) : unescaped(part))
  }
  return parts
}

function unescaped(part: string): string {
  return isKey(part) ? part.replaceAll(`\\${part.slice(0, 1)}`, part.slice(0, 1)) : part
}

function isKey(part: Part): part is string {
  return typeof part === 'string' && /^(['"])[^]*\1$/.test(part) && part.length > 1
}

function range(token: string, parts: readonly (string | number)[]): PathStep {
  const ends: (number | undefined)[] = [undefined]
  for (const part of parts) {
    if (part === ':') ends.push(undefined)
    else if (typeof part === 'number') ends[ends.length - 1] = part
    else refuse(token)
  }
  if (ends.length > 3) refuse(token)
  const [from, to, step] = ends
  return { kind: 'range', from, to, step }
}

function refuse(token: string): never {
  throw new GoPanic(`invalid token. '${token}' does not match any token format`)
}
