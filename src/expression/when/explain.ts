import type { TextRange } from '../../base/index.ts'
import type { WhenFault } from './fault.ts'
import { isOperator, isPrefixOperator } from './operators.ts'
import type { Replacement, WhenProblem } from './problem.ts'
import { quoteRun, runAround } from './run.ts'
import type { WhenToken } from './token.ts'

/** A condition and its tokens. */
export interface Read {
  readonly text: string
  readonly tokens: readonly WhenToken[]
}

/** What govaluate refuses, in words that help: what is wrong, and what to write instead. */
export function explainFault(fault: WhenFault, read: Read): WhenProblem {
  const { code, range } = fault
  switch (code) {
    case 'unclosed-tag':
      return { code, message: 'This `{{` has no `}}`: close the tag.', range }
    case 'unclosed-string': {
      const message = `The text after this quote is not closed. Either quote, ' or ", ends a text: write \\ before one that belongs to it.`
      return { code, message, range }
    }
    case 'unclosed-bracket':
      return { code, message: 'This `[` is not closed: write the `]`.', range }
    case 'backslash-at-end':
      return explainBackslash(range)
    case 'unquoted-number':
      return explainNumber(range, read)
    case 'unquoted-dots':
      return explainDots(range, read)
    case 'unknown-operator':
      return explainOperator(range, read)
    case 'unbalanced-parenthesis': {
      const closes = read.text[range.from] === ')'
      const message = closes
        ? 'This `)` closes nothing: remove it, or write the `(`.'
        : 'This `(` is not closed: write the `)`.'
      return { code, message, range }
    }
    case 'too-deep':
      return { code, message: 'This condition is too long to be read: split it up.', range }
    default:
      return explainOrder(fault, read)
  }
}

/** Something is missing before a `)`; govaluate goes on with nothing there, which fits hardly any operator. */
export function explainMissing(range: TextRange, read: Read): WhenProblem {
  const before = read.tokens.findLast((token) => token.range.to <= range.from)
  return missingAfter(before, range, read)
}

/** Tokens that govaluate does not look at. */
export function explainIgnored(ignored: readonly TextRange[], { text }: Read): WhenProblem[] {
  const [first] = ignored
  const last = ignored.at(-1)
  if (!first || !last) return []
  const range = { from: first.from, to: last.to }
  const what = text.slice(range.from, range.to)
  const message = `Argo ignores \`${what}\` when it evaluates this condition: write \`&&\` or \`||\` before it, or remove it.`
  return [{ code: 'ignored', message, range }]
}

function explainBackslash(range: TextRange): WhenProblem {
  const message =
    'A condition that ends in `\\` breaks the whole workflow off: remove the `\\`, or put double quotes around the text and write `\\\\`.'
  return { code: 'backslash-at-end', message, range, replacement: { range, text: '' } }
}

function explainNumber(range: TextRange, read: Read): WhenProblem {
  const { from, to } = runAround(read.text, range)
  const run = read.text.slice(from, to)
  const message = `\`${run}\` begins like a number but is none: put double quotes around it.`
  return {
    code: 'unquoted-number',
    message,
    range: { from, to },
    ...quoteRun(read.text, { from, to }),
  }
}

function explainDots(range: TextRange, { text }: Read): WhenProblem {
  return dotted(text, range)
}

/** A word with dots, which govaluate takes for a field of a variable. */
export function dotted(text: string, range: TextRange): WhenProblem {
  const word = text.slice(range.from, range.to)
  const message = `\`${word}\` has a dot, so it is read as a field of a variable: put double quotes around it.`
  return { code: 'unquoted-dots', message, range, ...quoteRun(text, runAround(text, range)) }
}

const meant: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
])

function explainOperator(range: TextRange, { text }: Read): WhenProblem {
  const code = 'unknown-operator'
  const operator = text.slice(range.from, range.to)
  const other = meant.get(operator)
  if (other !== undefined) {
    const message = `\`${operator}\` is no operator of conditions: write \`${other}\`.`
    return { code, message, range, replacement: { range, text: other } }
  }
  for (let length = operator.length - 1; length > 0; length--) {
    const [head, tail] = [operator.slice(0, length), operator.slice(length)]
    if (isOperator(head) && (isPrefixOperator(tail) || /^[._]/.test(tail))) {
      const message = `\`${operator}\` is read as one operator: put a space after \`${head}\`.`
      return { code, message, range, replacement: { range, text: `${head} ${tail}` } }
    }
  }
  const message = `\`${operator}\` is no operator of conditions: put double quotes around a text that contains it.`
  return { code, message, range, ...quoteRun(text, runAround(text, range)) }
}

/** Two tokens that cannot stand side by side. */
function explainOrder({ code, range }: WhenFault, read: Read): WhenProblem {
  const { text, tokens } = read
  const index = tokens.findIndex((token) => token.range.from === range.from)
  const token = tokens[index]
  if (!token) return missingAfter(tokens.at(-1), range, read)
  const before = tokens[index - 1]
  if (code === 'missing-operator') return explainNoOperator(index, read)
  const prefix = before?.kind === 'operator' && before.type === 'PREFIX' ? before : undefined
  if (prefix) {
    const what = token.kind === 'operand' ? 'a text' : 'another operator'
    const message = `\`${prefix.operator}\` cannot stand before ${what}: put parentheses around what it applies to, or double quotes around a text that contains it.`
    return { code: 'missing-operand', message, range: prefix.range }
  }
  if (token.kind === ')') return missingAfter(before, token.range, read)
  const at = token.range.from
  const message = `Something is missing before \`${textOf(token, text)}\`. An empty text is written \`""\`.`
  return {
    code: 'missing-operand',
    message,
    range: token.range,
    replacement: { range: { from: at, to: at }, text: '"" ' },
  }
}

function missingAfter(
  before: WhenToken | undefined,
  place: TextRange,
  { text }: Read,
): WhenProblem {
  const name = before ? `\`${textOf(before, text)}\`` : 'the start'
  const message = `Something is missing after ${name}. An empty text is written \`""\`.`
  const at = before?.range.to ?? place.from
  const isPrefix = before?.kind === 'operator' && before.type === 'PREFIX'
  const replacement: Replacement = { range: { from: at, to: at }, text: ' ""' }
  const range = before?.range ?? place
  return { code: 'missing-operand', message, range, ...(isPrefix ? {} : { replacement }) }
}

const logicalWords: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
])

/** Two operands side by side: words that should have been quoted, or an operator in another language. */
function explainNoOperator(index: number, { text, tokens }: Read): WhenProblem {
  const token = tokens[index]
  const before = tokens[index - 1]
  const range = token?.range ?? { from: 0, to: text.length }
  const here = text.slice(range.from, range.to)
  const operator = logicalWords.get(here.toLowerCase())
  if (operator !== undefined) {
    const message = `\`${here}\` is no operator of conditions: write \`${operator}\`.`
    return { code: 'missing-operator', message, range, replacement: { range, text: operator } }
  }
  const there = before ? textOf(before, text) : ''
  if (there.toLowerCase() === 'not' && before) {
    const message = `\`${there}\` is no operator of conditions: write \`!\` and parentheses around what it applies to.`
    return { code: 'missing-operator', message, range: before.range }
  }
  if (before?.range.to === range.from) return explainNumber(before.range, { text, tokens })
  const message = `An operator is missing between \`${there}\` and \`${here}\`. Put double quotes around a text with spaces or signs in it.`
  const words = wordsAround(index, tokens)
  if (!words) return { code: 'missing-operator', message, range }
  return { code: 'unquoted-spaces', message, range, ...quoteRun(text, words) }
}

/** The operands without quotes that stand side by side there: words of one text, most likely. */
function wordsAround(index: number, tokens: readonly WhenToken[]): TextRange | undefined {
  const isBare = (token: WhenToken | undefined): token is WhenToken =>
    token?.kind === 'operand' && token.form !== 'string' && token.form !== 'bracket'
  let [first, last] = [index - 1, index]
  if (!isBare(tokens[first]) || !isBare(tokens[last])) return undefined
  while (isBare(tokens[first - 1])) first--
  while (isBare(tokens[last + 1])) last++
  return { from: tokens[first]?.range.from ?? 0, to: tokens[last]?.range.to ?? 0 }
}

function textOf(token: WhenToken, text: string): string {
  return text.slice(token.range.from, token.range.to)
}
