import { assertNever } from '../../base/index.ts'
import { findTags } from '../tags.ts'
import type { Operand } from './condition.ts'
import { tokenizeWhen } from './lexer.ts'

/**
 * An operand as text. What is to stand without quotes gets double quotes all the same when it would not be read
 * back as one plain operand.
 */
export function printOperand(operand: Operand): string {
  if (operand.quoted === 'none' && isPlain(operand.text)) return operand.text
  const quote = operand.quoted === 'single' ? "'" : '"'
  return quote + escapeText(operand.text) + quote
}

/** Whether a text can do without quotes: a word, a number, true or false, or tags and word characters without a gap. */
export function isPlain(text: string): boolean {
  if (isSignedNumber(text)) return true
  const { tokens, faults } = tokenizeWhen(text, findTags(text))
  const token = tokens[0]
  if (faults.length > 0 || tokens.length !== 1 || token?.kind !== 'operand') return false
  if (token.range.from !== 0 || token.range.to !== text.length) return false
  switch (token.form) {
    case 'string':
    case 'bracket':
    case 'accessor':
      return false
    case 'word':
      // With a backslash it means something else than it says.
      return token.value === text
    case 'template':
      return token.value === text
    case 'number':
    case 'boolean':
    case 'tag':
      return true
    default:
      return assertNever(token.form)
  }
}

/** Whether a text is one tag and nothing else. */
export function isTag(text: string): boolean {
  const tag = findTags(text)[0]
  return tag !== undefined && tag.closed && tag.range.from === 0 && tag.range.to === text.length
}

/** Whether unquoted text is one number to govaluate: digits and at most one dot, or hexadecimal. */
function isNumber(text: string): boolean {
  return /^(?:0x[\da-fA-F]+|\d+\.?\d*|\.\d+)$/.test(text)
}

/** Whether a text without quotes is a number, perhaps a negative one. */
export function isSignedNumber(text: string): boolean {
  return isNumber(text.startsWith('-') ? text.slice(1) : text)
}

/** Whether a text without quotes is read as something else than a text. */
export function isNumberOrBoolean(text: string): boolean {
  return isSignedNumber(text) || text === 'true' || text === 'false'
}

/** Either quote ends a string in govaluate, so both are escaped; tags are left alone, for Argo reads them first. */
function escapeText(text: string): string {
  let escaped = ''
  let at = 0
  for (const { range } of findTags(text)) {
    escaped += escapePlain(text.slice(at, range.from)) + text.slice(range.from, range.to)
    at = range.to
  }
  return escaped + escapePlain(text.slice(at))
}

function escapePlain(text: string): string {
  return text.replace(/[\\"']/g, '\\$&')
}
