import { compileRegexp, quoteMeta, type GoRegexp, type RegexpMatch } from '../../go/regexp.ts'
import { GoPanic, GoSlice, type FunctionCall, type GoValue } from '../../go/values.ts'
import { num, str, type SprigTable } from './table.ts'

/** Each function under its name, and with `must` before it, where a wrong expression is an error, not a panic: here both fail. */
function twice(name: string, shape: string, call: FunctionCall): SprigTable {
  const must = `must${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
  return { [name]: [shape, call], [must]: [shape, call] }
}

/** Functions of Sprig with regular expressions, which are those of Go. */
export const regexpFunctions: SprigTable = {
  regexMatch: [
    '(string, string) bool',
    ([pattern, text]) => {
      try {
        return test(pattern, text)
      } catch (thrown) {
        if (thrown instanceof GoPanic) return false
        throw thrown
      }
    },
  ],
  mustRegexMatch: ['(string, string) bool!', ([pattern, text]) => test(pattern, text)],
  ...twice('regexFind', '(string, string) string', ([pattern, text]) => {
    const [match] = compiled(pattern).matches(str(text), 1)
    return match ? str(text).slice(match.from, match.to) : ''
  }),
  ...twice('regexFindAll', '(string, string, int) []string', ([pattern, text, n]) => {
    const found = compiled(pattern).matches(str(text), num(n))
    return new GoSlice(
      '[]string',
      found.map(({ from, to }) => str(text).slice(from, to)),
      found.length === 0,
    )
  }),
  ...twice('regexReplaceAll', '(string, string, string) string', ([pattern, text, by]) =>
    replaced(compiled(pattern), str(text), (match) => expand(str(by), match)),
  ),
  ...twice('regexReplaceAllLiteral', '(string, string, string) string', ([pattern, text, by]) =>
    replaced(compiled(pattern), str(text), () => str(by)),
  ),
  ...twice('regexSplit', '(string, string, int) []string', ([pattern, text, n]) =>
    split(compiled(pattern), str(pattern), str(text), num(n)),
  ),
  regexQuoteMeta: ['(string) string', ([text]) => quoteMeta(str(text))],
}

function compiled(pattern: GoValue | undefined): GoRegexp {
  return compileRegexp(str(pattern))
}

function test(pattern: GoValue | undefined, text: GoValue | undefined): boolean {
  return compiled(pattern).test(str(text))
}

function replaced(regexp: GoRegexp, text: string, by: (match: RegexpMatch) => string): string {
  let out = ''
  let last = 0
  for (const match of regexp.matches(text, -1)) {
    out += text.slice(last, match.from) + by(match)
    last = match.to
  }
  return out + text.slice(last)
}

/** Puts groups into a text: `$1`, `${1}`, `$name`; `$$` is a dollar sign. A name is as long as it can be. */
function expand(template: string, { groups, named }: RegexpMatch): string {
  return template.replace(
    /\$(?:(\$)|\{(\w+)\}|(\w+))/g,
    (_, dollar?: string, braced?: string, bare?: string) => {
      if (dollar !== undefined) return '$'
      const name = braced ?? bare ?? ''
      const group = /^\d+$/.test(name) ? groups[Number(name)] : named.get(name)
      return group ?? ''
    },
  )
}

function split(regexp: GoRegexp, pattern: string, text: string, limit: number): GoSlice {
  if (limit === 0) return new GoSlice('[]string', [], true)
  if (pattern !== '' && text === '') return new GoSlice('[]string', [''])
  const parts: string[] = []
  let from = 0
  let to = 0
  for (const match of regexp.matches(text, limit)) {
    if (limit > 0 && parts.length === limit - 1) break
    to = match.from
    if (match.to !== 0) parts.push(text.slice(from, to))
    from = match.to
  }
  if (to !== text.length) parts.push(text.slice(from))
  return new GoSlice('[]string', parts)
}
