import { err, ok, type Result } from '../../src/base/index.ts'
import type { PlatformProblem } from './problem.ts'

export type DecodeProblem = PlatformProblem<'too-large' | 'utf-16' | 'binary' | 'not-utf-8'>

/** Beyond this a manifest is a mistake: Kubernetes itself refuses objects of more than a few megabytes. */
export const SIZE_LIMIT = 10 * 1024 * 1024

/**
 * The text of a file. A byte order mark stays in it, so that saving writes the same bytes. Refuses what is larger
 * than `SIZE_LIMIT`, UTF-16, what holds zero bytes, and what is not UTF-8.
 */
export function decodeText(name: string, bytes: Uint8Array): Result<string, DecodeProblem> {
  const tooLarge = checkSize(name, bytes.length)
  if (!tooLarge.ok) return tooLarge
  if (looksLikeUtf16(bytes)) {
    return refuse('utf-16', `${name} is written in UTF-16. Save it as UTF-8 and open it again.`)
  }
  if (bytes.includes(0)) {
    return refuse('binary', `${name} is not a text file: it holds zero bytes.`)
  }
  const text = decode(bytes)
  if (text !== undefined) return ok(text)
  const at = firstBadByte(bytes)
  const line = bytes.subarray(0, at).reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 1)
  return refuse(
    'not-utf-8',
    `${name} is not UTF-8: line ${line} holds a byte that does not belong there. Save it as UTF-8 and open it again.`,
  )
}

/** Refuses a size over the limit; asked before a file is read, too. */
export function checkSize(name: string, size: number): Result<undefined, DecodeProblem> {
  if (size <= SIZE_LIMIT) return ok(undefined)
  const megabytes = (size / 1024 / 1024).toFixed(1)
  return refuse('too-large', `${name} has ${megabytes} MB. Files of up to 10 MB can be opened.`)
}

function refuse(code: DecodeProblem['code'], message: string): Result<never, DecodeProblem> {
  return err({ code, message })
}

function decode(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream })
  } catch {
    return undefined
  }
}

/** By its mark, or by what YAML begins with: an ASCII character, of which one byte of two is zero. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return true
  if (first === 0xfe && second === 0xff) return true
  const little = isText(first) && second === 0 && isText(third) && fourth === 0
  const big = first === 0 && isText(second) && third === 0 && isText(fourth)
  return little || big
}

function isText(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

/** By halving: a prefix decodes, an unfinished character at its end allowed, exactly while nothing in it is bad. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decode(bytes.subarray(0, middle), true) === undefined) bad = middle
    else good = middle
  }
  return bad - 1
}
