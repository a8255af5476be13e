import { problemCodes, type ProblemCode, type Severity } from '../../src/validate/index.ts'

/** Rules of one severity. */
export interface RuleGroup {
  readonly severity: Severity
  readonly codes: readonly ProblemCode[]
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** The rules with all of some words in their code or in what they are about, by severity and name. What is not YAML cannot be turned off. */
export function rulesLike(words: string): readonly RuleGroup[] {
  const wanted = words.toLowerCase().split(/\s+/)
  const codes = allCodes().filter((code) => {
    const text = `${code} ${problemCodes[code].about}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
  return SEVERITIES.map((severity) => ({
    severity,
    codes: codes.filter((code) => problemCodes[code].severity === severity).sort(),
  })).filter((group) => group.codes.length > 0)
}

function allCodes(): readonly ProblemCode[] {
  return Object.keys(problemCodes)
    .filter(isCode)
    .filter((code) => !fixed.has(code))
}

const fixed: ReadonlySet<string> = new Set(['yaml-syntax', 'yaml-too-deep', 'yaml-too-large'])

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code)
}
