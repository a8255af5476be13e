import { ok, type Result } from '../base/index.ts'
import { problem, type ClientProblem } from './problem.ts'

/**
 * The value of the `Authorization` header for what a person pasted. One word is a bare token and becomes
 * `Bearer <word>`; more words already name their scheme (`Bearer …`, `Basic …`) and stay. Nothing pasted, no header.
 * Refuses what no header can carry: control characters and everything beyond Latin-1. The message never repeats
 * the token.
 */
export function authorizationHeader(
  token: string | undefined,
): Result<string | undefined, ClientProblem> {
  const trimmed = (token ?? '').trim()
  if (trimmed === '') return ok(undefined)
  for (const char of trimmed) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code > 0xff) return refuse(code)
  }
  return ok(/\s/.test(trimmed) ? trimmed : `Bearer ${trimmed}`)
}

function refuse(code: number): Result<never, ClientProblem> {
  const what =
    code > 0xff ? 'a character no token has' : 'a line break or another control character'
  return problem(
    'unauthorized',
    `The token contains ${what} (U+${code.toString(16).toUpperCase().padStart(4, '0')}), so it was not sent. Copy it again, in one line: \`argo auth token\` prints it.`,
  )
}

/** Takes a secret out of a text that someone else wrote. */
export function withoutToken(text: string, token: string | undefined): string {
  const trimmed = (token ?? '').trim()
  if (trimmed === '') return text
  const secret = trimmed.split(/\s+/).at(-1) ?? trimmed
  return secret.length < 6 ? text : text.replaceAll(secret, '…')
}
