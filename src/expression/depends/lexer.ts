import type { TextRange } from '../../base/index.ts'

export type DependsToken =
  | {
      readonly kind: 'task'
      readonly task: string
      readonly taskRange: TextRange
      readonly result: string | undefined
      readonly resultRange: TextRange | undefined
      readonly range: TextRange
    }
  | { readonly kind: '&&' | '||' | '!' | '(' | ')'; readonly range: TextRange }
  /** Something that means nothing here. */
  | { readonly kind: 'other'; readonly range: TextRange }

const signs = ['&&', '||', '!', '(', ')'] as const
/** Names of tasks as Argo takes them, and those with `_`, which it would find, too. */
const taskName = /[A-Za-z0-9][-\w]*/y
const resultName = /\.([A-Za-z]*)/y

/** Cuts a `depends` into tokens. Never fails: what it does not know is `other`, up to the next white space. */
export function tokenizeDepends(text: string): DependsToken[] {
  const tokens: DependsToken[] = []
  let at = 0
  while (at < text.length) {
    const space = match(/\s+/y, text, at)
    if (space !== undefined) {
      at += space.length
      continue
    }
    const sign = signs.find((candidate) => text.startsWith(candidate, at))
    const name = match(taskName, text, at)
    if (sign !== undefined) tokens.push({ kind: sign, range: { from: at, to: at + sign.length } })
    else if (name !== undefined) tokens.push(task(text, at, name))
    else {
      const rest = match(/[^\s()]+/y, text, at) ?? text.slice(at, at + 1)
      tokens.push({ kind: 'other', range: { from: at, to: at + rest.length } })
    }
    at = tokens.at(-1)?.range.to ?? text.length
  }
  return tokens
}

function task(text: string, from: number, name: string): DependsToken {
  const end = from + name.length
  const result = match(resultName, text, end)
  const taskRange = { from, to: end }
  if (result === undefined) {
    const none = { result: undefined, resultRange: undefined }
    return { kind: 'task', task: name, taskRange, ...none, range: taskRange }
  }
  const to = end + result.length
  const resultRange = { from: end + 1, to }
  const range = { from, to }
  return { kind: 'task', task: name, taskRange, result: result.slice(1), resultRange, range }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
