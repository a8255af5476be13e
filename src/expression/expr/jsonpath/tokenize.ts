import { GoPanic } from '../../go/values.ts'

/**
 * Cuts a path into its steps as the library that Argo uses does: `$`, names after dots, `..`, and what stands in
 * square brackets, in which quotes and parentheses protect dots and brackets.
 */
export function tokenizePath(path: string): string[] {
  if (!path.startsWith('$') && !path.startsWith('@')) unexpected(path.slice(0, 1), 0)
  if (path.length > 1 && path[1] !== '.' && path[1] !== '[') unexpected(path[1] ?? '', 1)
  const tokens = [path.slice(0, 1)]
  let token = ''
  let quotes = 0
  let depth = 0
  let brackets = 0
  const withoutDot = (text: string): string => (text.startsWith('.') ? text.slice(1) : text)
  const close = (text: string): void => {
    tokens.push(withoutDot(text))
  }
  for (const sign of Array.from(path).slice(1)) {
    if (token === '') {
      quotes = 0
      depth = 0
    }
    if (sign === "'") quotes++
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === '[') brackets++
    if (sign === ']') brackets--
    token += sign
    const isProtected = quotes % 2 === 1 || depth !== 0
    if (token === '.') continue
    if (token === '..') {
      tokens.push(token)
      token = ''
    } else if (sign === '[' && !/^\.?\[$/.test(token) && token.split('[').length === 2) {
      close(token.slice(0, -1))
      token = '['
    } else if (sign === '[') {
      continue
    } else if (token.includes('[')) {
      if (isProtected || sign !== ']' || brackets !== 0) continue
      close(token)
      token = ''
    } else if (sign === '.' && !isProtected) {
      close(token.slice(0, -1))
      token = '.'
    }
  }
  if (token !== '') close(token)
  return tokens
}

function unexpected(sign: string, at: number): never {
  throw new GoPanic(`invalid JSONPath selector '${sign}' unexpected token at index ${at}`)
}
