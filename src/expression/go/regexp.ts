import { RE2JS } from 're2js'
import { GoPanic } from './values.ts'

/** A regular expression of Go, ready to be used on strings. */
export interface GoRegexp {
  /** Whether it matches anywhere in a text. */
  test(text: string): boolean
  /** Where it matches, one behind the other, in UTF-16 code units; with its groups, whose ends are -1 if they take no part. */
  matches(text: string, limit: number): RegexpMatch[]
}

export interface RegexpMatch {
  readonly from: number
  readonly to: number
  readonly groups: readonly (string | undefined)[]
  readonly named: ReadonlyMap<string, string | undefined>
}

/** Reads a regular expression as Go does: RE2, without references back and looks around. Panics where Go refuses it. */
export function compileRegexp(pattern: string): GoRegexp {
  const compiled = compile(pattern)
  return {
    test: (text) => compiled.matcher(text).find(),
    matches: (text, limit) => allMatches(compiled, text, limit),
  }
}

/** Why Go refuses a regular expression; absent if it does not. */
export function patternProblem(pattern: string): string | undefined {
  try {
    compile(pattern)
    return undefined
  } catch (thrown) {
    if (thrown instanceof GoPanic) return thrown.message
    throw thrown
  }
}

/** Escapes all signs that mean something in a regular expression, as Go's `QuoteMeta`. */
export function quoteMeta(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern)
  } catch (thrown) {
    throw new GoPanic(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

function allMatches(compiled: RE2JS, text: string, limit: number): RegexpMatch[] {
  const matcher = compiled.matcher(text)
  const found: RegexpMatch[] = []
  let last = -1
  while ((limit < 0 || found.length < limit) && matcher.find()) {
    const from = matcher.start()
    const to = matcher.end()
    // Go takes no empty match that begins where the last one ended.
    if (from === to && from === last) continue
    last = to
    const groups = Array.from({ length: compiled.groupCount() + 1 }, (_, at) =>
      matcher.start(at) < 0 ? undefined : text.slice(matcher.start(at), matcher.end(at)),
    )
    const names = Object.entries(compiled.namedGroups())
    found.push({ from, to, groups, named: new Map(names.map(([name, at]) => [name, groups[at]])) })
  }
  return found
}
