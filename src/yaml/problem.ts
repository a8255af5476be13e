import type { YAMLError } from 'yaml'
import type { YamlProblem } from './tree.ts'

/** Says what the most frequent syntax errors mean and what to do; other errors keep the parser's own words. */
const advice: Readonly<Record<string, string>> = {
  BAD_INDENT: 'The indentation of this line fits no line above it.',
  MULTILINE_IMPLICIT_KEY:
    'A key must stand on one line with its colon. Is a colon or a closing quote missing above?',
  TAB_AS_INDENT: 'Tabs cannot indent YAML. Use spaces.',
  BLOCK_AS_IMPLICIT_KEY:
    'Two values on one line: quote the text if it holds a colon, or start a new line.',
}

/** Turns an error of the parser into a problem of ours. */
export function describeError(error: YAMLError, text: string): YamlProblem {
  const from = Math.min(error.pos[0], text.length)
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message: advice[error.code] ?? sentence(error.message),
    range: { from, to: Math.max(from, Math.min(error.pos[1], text.length)) },
  }
}

function sentence(message: string): string {
  const fixed = message.replace('Missing closing "quote', 'Missing closing "')
  return /[.!?]$/.test(fixed) ? fixed : `${fixed}.`
}
