import type { Random } from '../../support/random.ts'

/** An edit of a text as text: what a person does who does not think of YAML. */
export type TextMutation = (text: string, random: Random) => string

/** Changes one line that is not empty; gives no, one or several lines for it. */
function atLine(change: (line: string, random: Random) => readonly string[]): TextMutation {
  return (text, random) => {
    const lines = text.split('\n')
    const filled = [...lines.keys()].filter((index) => lines[index]?.trim() !== '')
    const index = random.of(filled)
    if (index === undefined) return text
    lines.splice(index, 1, ...change(lines[index] ?? '', random))
    return lines.join('\n')
  }
}

export const textMutations: Readonly<Record<string, TextMutation>> = {
  'remove a line': atLine(() => []),
  'double a line': atLine((line) => [line, line]),
  'indent a line': atLine((line) => [`  ${line}`]),
  'indent a line less': atLine((line) => [line.replace(/^ {2}/, '')]),
  'remove a dash': atLine((line) => [line.replace('- ', '  ')]),
  'add a dash': atLine((line) => [line.replace(/^( *)/, '$1- ')]),
  'remove quotes': atLine((line) => [line.replaceAll(/["']/g, '')]),
  'remove a brace': atLine((line, random) => [
    line.replace(random.of(['{', '}', '{{', '}}', '[', ']']) ?? '', ''),
  ]),
  'tab for blanks': atLine((line) => [line.replace('  ', '\t')]),
  'add a comment sign': atLine((line) => [line.replace(': ', ': #')]),
  'double the text': (text) => `${text.trimEnd()}\n---\n${text}`,
  'end early': (text, random) => text.slice(0, random.nat(text.length)),
}
