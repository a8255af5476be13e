import { checkTree, usualSettings, type Problem } from '../../src/validate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'

/*
 * Short texts for tests of rules, with `«…»` around what a rule is to mark. One that begins with `- ` is the list of steps of a template;
 * one that begins with two blanks is a template's fields; others are whole files.
 */

/** The whole file that a text stands for. */
export function wholeManifest(text: string): string {
  if (/^\s*- /.test(text)) return wholeManifest(`  steps:\n${text.replaceAll(/^/gm, '  ')}`)
  if (!text.startsWith('  ')) return text
  return `kind: Workflow
spec:
  entrypoint: T
  arguments:
    parameters:
    - {name: given, value: x}
  templates:
  - name: T
${text.replaceAll(/^/gm, '  ')}
  - name: t
    container: {image: i}
  - name: needy
    inputs:
      parameters: [{name: p}, {name: q, default: d}]
      artifacts: [{name: a, path: /a}, {name: o, path: /o, optional: true}]
    container: {image: i}
`
}

/** What is found in a text, and what is marked in it; `from` is -1 where nothing is. */
export function checkMarked(marked: string): { problems: Problem[]; from: number; to: number } {
  const whole = wholeManifest(marked)
  const from = whole.indexOf('«')
  const to = whole.indexOf('»') - 1
  // What runs here is called `i`, and not every text needs what is given to all of them.
  const settings = { ...usualSettings, off: new Set(['image-untagged', 'argument-surplus']) }
  const problems = checkTree(parseTree(whole.replace(/[«»]/g, '')), [], settings)
  return { problems, from, to }
}
