import type { TextRange } from '../base/index.ts'
import {
  argoFunctionNames,
  builtinNames,
  sprigNames,
  type CheckedOperand,
  type ExprFinding,
} from '../expression/index.ts'
import type { ProblemCode } from './codes.ts'
import { similarName } from './similar.ts'

/** Text to be written in the place of a part of an expression. */
export interface ExpressionFix {
  readonly title: string
  readonly range: TextRange
  readonly insert: string
}

/** What to say of a mistake in an expression, without what becomes of it. */
export interface ExpressionMessage {
  readonly code: ProblemCode
  readonly message: string
  /** Whether Argo refuses the expression before it runs. */
  readonly isRefused: boolean
  readonly fixes: readonly ExpressionFix[]
}

/** What to say of what `checkExpr` found in a text; `roots` are the names that there are. */
export function expressionMessage(
  finding: ExprFinding,
  text: string,
  roots: readonly string[],
): ExpressionMessage {
  switch (finding.code) {
    case 'syntax':
      return unreadable(finding, text)
    case 'unknown-name':
      return unknownName(finding, roots)
    case 'unknown-function':
      return unknownFunction(finding)
    case 'unknown-member':
      return unknownMember(finding)
    case 'wrong-arguments':
      return { code: 'expression-types', message: finding.message, isRefused: false, fixes: [] }
    case 'types':
      return wrongTypes(finding, text, true)
    case 'run':
      return wrongTypes(finding, text, false)
    case 'never-equal':
      return neverEqual(finding, text)
    case 'result': {
      const message = `The expression ${finding.message}.`
      return { code: 'expression-types', message, isRefused: false, fixes: [] }
    }
  }
}

function unreadable({ message, range }: ExprFinding, text: string): ExpressionMessage {
  const code = 'expression-unreadable'
  const said = (advice: string): string =>
    `Argo cannot read this expression: ${message}.${advice === '' ? '' : ` ${advice}`}`
  const isAssignment = /[^=!<>]$|^$/.test(text.slice(0, range.from)) && text[range.from] === '='
  if (isAssignment && text[range.from + 1] !== '=') {
    const fix = { title: 'Write ==', range: { from: range.from, to: range.from + 1 }, insert: '==' }
    return { code, message: said('Write == to compare.'), isRefused: true, fixes: [fix] }
  }
  const advice =
    text.trim() === ''
      ? 'There is none. Write one, or remove the tag.'
      : text.includes('{{')
        ? 'In an expression names stand without braces.'
        : ''
  return { code, message: said(advice), isRefused: true, fixes: [] }
}

function unknownName(
  { name = '', range }: ExprFinding,
  roots: readonly string[],
): ExpressionMessage {
  const code = 'expression-unknown'
  if (elsewhere.has(name)) {
    const message = `${name} is not known here, only ${roots.join(' and ')}. A tag without = may be filled in before.`
    return { code, message, isRefused: true, fixes: [] }
  }
  const similar = similarName(name, roots)
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `Nothing is called ${name} here.${meant} A text needs quotes.`
  const quoted = replacing(range, `'${name}'`)
  const fixes = similar === undefined ? [quoted] : [replacing(range, similar), quoted]
  return { code, message, isRefused: true, fixes }
}

/** Names that are known at other places. */
const elsewhere = new Set(['steps', 'tasks', 'inputs', 'outputs', 'workflow', 'item'])

function unknownFunction({ name = '', range }: ExprFinding): ExpressionMessage {
  const code = 'expression-unknown'
  const inSprig = name.startsWith('sprig.')
  const bare = inSprig ? name.slice('sprig.'.length) : name
  const own = [...argoFunctionNames, ...builtinNames].filter((one) => one !== 'sprig')
  const meant = inSprig
    ? similarName(bare, sprigNames)
    : sprigNames.includes(bare)
      ? `sprig.${bare}`
      : (sameLetters(bare, own) ?? similarName(bare, own))
  const hint =
    meant === undefined
      ? ' Call one that there is.'
      : ` Is ${inSprig ? `sprig.${meant}` : meant} meant?`
  const message = `There is no function ${name}.${hint}`
  const fixes = meant === undefined ? [] : [replacing(range, meant)]
  return { code, message, isRefused: !inSprig, fixes }
}

function sameLetters(name: string, names: readonly string[]): string | undefined {
  return names.find((one) => one.toLowerCase() === name.toLowerCase())
}

function unknownMember({ name = '', range, among = [] }: ExprFinding): ExpressionMessage {
  const [root = '', member = ''] = name.split('.')
  const similar = similarName(member, among)
  const hint = similar === undefined ? `It has ${among.join(', ')}.` : `Is ${similar} meant?`
  const message = `There is no ${member} in ${root}. ${hint}`
  const last = { from: range.to - member.length, to: range.to }
  const fixes = similar === undefined ? [] : [replacing(last, similar)]
  return { code: 'expression-unknown', message, isRefused: false, fixes }
}

function wrongTypes(
  { message, operands = [] }: ExprFinding,
  text: string,
  isRefused: boolean,
): ExpressionMessage {
  const code = 'expression-types'
  const said = `Argo cannot evaluate this: ${message}.`
  const asNumber = operands.filter(({ what }) => what === 'a text')
  const isSum = operands.some(({ what }) => what === 'a whole number' || what === 'a number')
  if (operands.length !== 2 || asNumber.length !== 1 || !isSum)
    return { code, message: `${said}${described(operands, text)}`, isRefused, fixes: [] }
  const [operand] = asNumber
  const fixes = operand === undefined ? [] : converting(operand, text)
  const advice = fixes.length === 0 ? '' : ` Write ${fixes[0]?.insert ?? ''}.`
  return { code, message: `${said}${described(operands, text)}${advice}`, isRefused, fixes }
}

function neverEqual({ operands = [], range }: ExprFinding, text: string): ExpressionMessage {
  const whole = shortened(text, range)
  const literal = operands.find((operand) => literals.test(shortened(text, operand.range)))
  const other = operands.find((operand) => operand !== literal)
  const fixes =
    literal === undefined
      ? []
      : [
          replacing(literal.range, `'${text.slice(literal.range.from, literal.range.to)}'`),
          ...(other !== undefined && /number/.test(literal.what ?? '')
            ? converting(other, text)
            : []),
        ]
  const advice = fixes.map(({ insert }) => insert).join(' or ')
  const message = `“${whole}” compares what is never equal.${described(operands, text)}${advice === '' ? '' : ` Write ${advice}.`}`
  return { code: 'expression-types', message, isRefused: false, fixes }
}

const literals = /^(?:-?\d[\w.]*|true|false)$/

function converting({ range }: CheckedOperand, text: string): readonly ExpressionFix[] {
  return [replacing(range, `asInt(${text.slice(range.from, range.to)})`)]
}

function replacing(range: TextRange, insert: string): ExpressionFix {
  return { title: `Write ${insert}`, range, insert }
}

/** What the operands are: “ a is a text, 5 is a whole number.” */
function described(operands: readonly CheckedOperand[], text: string): string {
  const parts = operands.flatMap(({ range, what }) =>
    what === undefined || what === 'true or false' ? [] : [`${shortened(text, range)} is ${what}`],
  )
  if (parts.length === 0) return ''
  const known = parts.join(', ')
  return ` Here ${known}${parts.some((part) => part.endsWith('a text')) ? ': Argo’s values are texts' : ''}.`
}

const MAX_SHOWN = 40

function shortened(text: string, { from, to }: TextRange): string {
  const part = text.slice(from, to)
  return part.length > MAX_SHOWN ? `${part.slice(0, MAX_SHOWN)}…` : part
}
