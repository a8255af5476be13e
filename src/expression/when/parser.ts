import type { TextRange } from '../../base/index.ts'
import { checkWhen } from './check.ts'
import { tokenizeWhen } from './lexer.ts'
import { bindingPower, isPrefixOperator } from './operators.ts'
import type { WhenProblem, WhenToken } from './token.ts'
import type { WhenNode } from './tree.ts'

export interface ParsedWhen {
  /** Absent when the text is empty or cannot be read. */
  readonly tree: WhenNode | undefined
  readonly problems: readonly WhenProblem[]
}

/** Nested deeper or chained longer than this, a condition is refused: no one writes it, and it fills the stack. */
const maxDepth = 500

/**
 * Reads a step's `when` with its tags not yet filled in. Argo fills them in and gives the result to govaluate, whose
 * precedence this follows. Problems are only those that stand whatever the tags become. With a tree there may
 * still be problems of meaning, such as a text compared with a number. The empty text is fine: it means always.
 */
export function parseWhen(text: string): ParsedWhen {
  if (text === '') return { tree: undefined, problems: [] }
  const { tokens, problems } = tokenizeWhen(text)
  if (problems.length > 0) return { tree: undefined, problems }
  const parser = new Parser(text, tokens)
  const tree = parser.run()
  if (!tree) return { tree: undefined, problems: parser.problems }
  return { tree, problems: checkWhen(tree) }
}

class Parser {
  readonly problems: WhenProblem[] = []
  private readonly text: string
  private readonly tokens: readonly WhenToken[]
  private at = 0
  private depth = 0

  constructor(text: string, tokens: readonly WhenToken[]) {
    this.text = text
    this.tokens = tokens
  }

  run(): WhenNode | undefined {
    if (this.tokens.length === 0) {
      const message = 'This condition is blank: write a comparison, or remove `when`.'
      return this.refuse('empty', message, { from: 0, to: this.text.length })
    }
    const tree = this.expression(1)
    const rest = this.tokens[this.at]
    if (!tree || !rest) return tree
    if (rest.kind === ')') {
      const message = 'This `)` closes nothing: remove it, or write the `(`.'
      return this.refuse('unbalanced-parenthesis', message, rest.range)
    }
    return this.refuse('missing-operator', this.missingOperator(rest), rest.range)
  }

  private refuse(
    code: WhenProblem['code'],
    message: string,
    range: TextRange,
  ): WhenNode | undefined {
    this.problems.push({ code, message, range })
    return undefined
  }

  private expression(minimum: number): WhenNode | undefined {
    const start = this.depth
    if (++this.depth > maxDepth) return this.tooDeep()
    let left = this.primary()
    while (left) {
      const token = this.tokens[this.at]
      if (!token || token.kind === ')') break
      const operator = token.kind === 'operator' ? token.operator : token.kind
      const power = bindingPower(operator)
      if (power === undefined || power < minimum) break
      if (++this.depth > maxDepth) return this.tooDeep()
      this.at++
      const right = this.expression(power + 1)
      if (!right) return undefined
      left = join(left, operator, token.range, right)
    }
    this.depth = start
    return left
  }

  private tooDeep(): WhenNode | undefined {
    const range = this.tokens[this.at]?.range ?? { from: 0, to: this.text.length }
    return this.refuse('too-deep', 'This condition is too long to be read: split it up.', range)
  }

  private primary(): WhenNode | undefined {
    const token = this.tokens[this.at]
    if (token?.kind === 'operand') {
      this.at++
      return { ...token, text: this.text.slice(token.range.from, token.range.to) }
    }
    if (token?.kind === '(') return this.group(token.range)
    if (token?.kind === 'operator' && isPrefixOperator(token.operator)) {
      return this.prefix(token.operator, token.range)
    }
    return this.missingOperand(token)
  }

  private group(open: TextRange): WhenNode | undefined {
    this.at++
    const inner = this.expression(1)
    if (!inner) return undefined
    const close = this.tokens[this.at]
    if (!close) {
      const message = 'This `(` is not closed: write the `)`.'
      return this.refuse('unbalanced-parenthesis', message, open)
    }
    if (close.kind !== ')') {
      return this.refuse('missing-operator', this.missingOperator(close), close.range)
    }
    this.at++
    return { kind: 'group', inner, range: { from: open.from, to: close.range.to } }
  }

  private prefix(operator: string, operatorRange: TextRange): WhenNode | undefined {
    this.at++
    const next = this.tokens[this.at]
    const quoted = next?.kind === 'operand' && next.form === 'string'
    if (quoted || next?.kind === 'operator') {
      const message = `\`${operator}\` cannot stand before ${quoted ? 'a quoted text' : 'another operator'}: put parentheses around what it applies to.`
      return this.refuse('missing-operand', message, operatorRange)
    }
    const operand = this.primary()
    if (!operand) return undefined
    const range = { from: operatorRange.from, to: operand.range.to }
    return { kind: 'prefix', operator, operatorRange, operand, range }
  }

  private missingOperand(token: WhenToken | undefined): WhenNode | undefined {
    const before = this.tokens[this.at - 1]
    const range = before?.range ?? token?.range ?? { from: 0, to: this.text.length }
    if (token && token.kind !== ')') {
      const message = `Something is missing before \`${this.textOf(token)}\`. An empty text is written \`""\`.`
      return this.refuse('missing-operand', message, token.range)
    }
    const name = before ? `\`${this.textOf(before)}\`` : 'the start'
    const message = `Something is missing after ${name}. An empty text is written \`""\`.`
    return this.refuse('missing-operand', message, range)
  }

  private missingOperator(token: WhenToken): string {
    const text = this.textOf(token)
    const word = new Map([
      ['and', '&&'],
      ['or', '||'],
      ['not', '!'],
    ]).get(text.toLowerCase())
    if (word !== undefined) return `\`${text}\` is no operator of conditions: write \`${word}\`.`
    const before = this.tokens[this.at - 1]
    const pair = before
      ? `between \`${this.textOf(before)}\` and \`${text}\``
      : `before \`${text}\``
    return `An operator is missing ${pair}. Put double quotes around a text with spaces or signs in it.`
  }

  private textOf(token: WhenToken): string {
    return this.text.slice(token.range.from, token.range.to)
  }
}

function join(
  left: WhenNode,
  operator: string,
  operatorRange: TextRange,
  right: WhenNode,
): WhenNode {
  const range = { from: left.range.from, to: right.range.to }
  if (operator !== ',') return { kind: 'binary', operator, operatorRange, left, right, range }
  const items = left.kind === 'list' ? [...left.items, right] : [left, right]
  return { kind: 'list', items, range }
}
