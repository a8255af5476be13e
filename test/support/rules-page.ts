import { checkTree, problemCodes } from '../../src/validate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import { ruleExamples, type RuleExample } from '../oracle/manifests/rule-examples.ts'

const severities = [
  ['error', 'Errors', 'Argo refuses it, or it can never run.'],
  ['warning', 'Warnings', 'It runs, but hardly as meant.'],
  ['info', 'Notes', 'Good to know.'],
] as const

/** The text of `docs/rules.md`: every rule with what it means, what its examples are about and which fixes it offers for them. */
export function rulesPage(): string {
  const bad = ruleExamples().filter(({ isBad }) => isBad)
  const parts = severities.map(([severity, title, about]) => {
    const rows = Object.entries(problemCodes)
      .filter(([, facts]) => facts.severity === severity)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, facts]) =>
        rowOf(
          code,
          facts.about,
          bad.filter((example) => example.code === code),
        ),
      )
    return `## ${title}\n\n${about}\n\n| Code | What is wrong | For instance | Quick fixes |\n| --- | --- | --- | --- |\n${rows.join('')}`
  })
  return `# Rules

What Stepwright says about a manifest, in the designer and by \`stepwright lint\`. The severity is that of most cases: where less comes of one, it is milder.
A rule is turned off in the settings of the problems, in \`.stepwright.yaml\`, or by a comment: \`# stepwright: ignore CODE\` for a line or what
it begins, \`# stepwright: ignore-file CODE\` for the file. Examples of each are in \`test/corpus/rules/CODE\`.

This page is made by \`npm run docs\`; a test fails when it is out of date.

${parts.join('\n')}`
}

function rowOf(code: string, about: string, examples: readonly RuleExample[]): string {
  const cases = examples.map(({ text }) => inCell(text.split('\n', 1)[0]?.slice(2) ?? ''))
  const fixes = new Set(examples.flatMap((example) => fixesOf(example, code)))
  return `| \`${code}\` | ${inCell(about)} | ${cases.join('<br>')} | ${[...fixes].map(inCell).join('<br>')} |\n`
}

function fixesOf({ text }: RuleExample, code: string): readonly string[] {
  const own = checkTree(parseTree(text)).filter((problem) => problem.code === code)
  return own.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
