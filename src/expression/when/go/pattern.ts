import { RE2JS, RE2JSException } from 're2js'
import { err, ok, type Result } from '../../../base/index.ts'

/** A compiled pattern of Go's package regexp. */
export interface Pattern {
  readonly source: string
  /** Whether it is found anywhere in a text. */
  readonly found: (text: string) => boolean
}

/** Compiles a pattern as Go does; the error is in Go's words. It is searched in linear time, whatever the pattern. */
export function compilePattern(source: string): Result<Pattern, string> {
  const compiled = compile(source)
  if (compiled.ok) return ok(patternOf(source, compiled.value))
  if (!compiled.error.includes('duplicate capture group name')) return compiled
  const renamed = withoutDoubles(source)
  const again = compile(renamed)
  return again.ok
    ? ok(patternOf(source, again.value))
    : err(again.error.replace(renamed, () => source))
}

function patternOf(source: string, compiled: RE2JS): Pattern {
  return { source, found: (text) => compiled.matcher(text).find() }
}

function compile(source: string): Result<RE2JS, string> {
  try {
    return ok(RE2JS.compile(source))
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const { message } = error
    // Go says of all errors what they are about, be it nothing.
    const bare = message.endsWith('trailing backslash at end of expression')
    return err(bare ? `${message}: \`\`` : message)
  }
}

/** Go lets two groups have one name, the library does not; what they are called does not matter here. */
function withoutDoubles(source: string): string {
  const seen = new Set<string>()
  return source.replaceAll(/\(\?P?<(\w+)>/g, (group, name: string) => {
    if (seen.has(name)) return '('
    seen.add(name)
    return group
  })
}
