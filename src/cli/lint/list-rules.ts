import { problemCodes } from '../../validate/index.ts'

/** All codes with their severity and what they mean, in the order of the alphabet; as JSON unless it is for people. */
export function formatRules(format: string): string {
  const rules = Object.entries(problemCodes)
    .map(([code, { severity, about }]) => ({ code, severity, about }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  if (format !== 'text') return `${JSON.stringify(rules, null, 2)}\n`
  const width = Math.max(...rules.map(({ code }) => code.length))
  return rules
    .map(({ code, severity, about }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${about}\n`)
    .join('')
}
