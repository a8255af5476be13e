import { RE2JS, RE2JSException } from 're2js'
import { err, ok, type Result } from '../../base/index.ts'
import { GoPanic } from './values.ts'

/** A regular expression of Go, ready to be used on strings. */
export interface GoRegexp {
  readonly source: string
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

/**
 * Reads a regular expression as Go does: RE2, without references back and looks around. The error is in Go's words. It is searched in linear
 * time, whatever it is.
 */
export function readRegexp(pattern: string): Result<GoRegexp, string> {
  const compiled = compile(pattern)
  if (!compiled.ok) return compiled
  return ok({
    source: pattern,
    test: (text) => compiled.value.matcher(text).find(),
    matches: (text, limit) => allMatches(compiled.value, text, limit),
  })
}

/** The same. Panics where Go refuses it. */
export function compileRegexp(pattern: string): GoRegexp {
  const read = readRegexp(pattern)
  if (read.ok) return read.value
  throw new GoPanic(read.error)
}

/** Why Go refuses a regular expression; absent if it does not. */
export function patternProblem(pattern: string): string | undefined {
  const compiled = compile(pattern)
  return compiled.ok ? undefined : compiled.error
}

/** Escapes all signs that mean something in a regular expression, as Go's `QuoteMeta`. */
export function quoteMeta(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)
}

function compile(pattern: string): Result<RE2JS, string> {
  const compiled = compileOnce(pattern)
  if (compiled.ok || !compiled.error.includes('duplicate capture group name')) return compiled
  const renamed = withoutDoubles(pattern)
  const again = compileOnce(renamed)
  return again.ok ? again : err(again.error.replace(renamed, () => pattern))
}

function compileOnce(pattern: string): Result<RE2JS, string> {
  try {
    return ok(RE2JS.compile(pattern))
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const { message } = error
    // Go says of all errors what they are about, be it nothing.
    const isBare = message.endsWith('trailing backslash at end of expression')
    return err(isBare ? `${message}: \`\`` : message)
  }
}

/** Stands between a name that is there already and a number, which make another name. */
const doubled = '__again'

/** Go lets several groups have one name, the library does not: later ones get another here. */
function withoutDoubles(pattern: string): string {
  const seen = new Set<string>()
  return pattern.replaceAll(
    /(\(\?P?<)(\w+)>/g,
    (group, start: string, name: string, at: number) => {
      if (seen.has(name)) return `${start}${name}${doubled}${String(at)}>`
      seen.add(name)
      return group
    },
  )
}

/** The groups by name: of several with one name, the first that takes part. */
function namedGroups(
  compiled: RE2JS,
  groups: readonly (string | undefined)[],
): ReadonlyMap<string, string | undefined> {
  const named = new Map<string, string | undefined>()
  const entries = Object.entries(compiled.namedGroups()).sort(([, a], [, b]) => a - b)
  for (const [given, at] of entries) {
    const [name = given] = given.split(doubled)
    named.set(name, named.get(name) ?? groups[at])
  }
  return named
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
    found.push({ from, to, groups, named: namedGroups(compiled, groups) })
  }
  return found
}
