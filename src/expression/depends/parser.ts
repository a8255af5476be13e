import type { TextRange } from '../../base/index.ts'
import { tokenizeDepends, type DependsToken } from './lexer.ts'
import {
  isTaskResult,
  taskResults,
  type DependsNode,
  type DependsProblem,
  type DependsProblemCode,
} from './tree.ts'

export interface ParsedDepends {
  /** Absent when the text is empty or cannot be read. */
  readonly tree: DependsNode | undefined
  readonly problems: readonly DependsProblem[]
}

/** Nested deeper or chained longer than this, it is refused: no one writes it, and it fills the stack. */
const maxDepth = 500

/**
 * Reads the `depends` of a task: `&&`, `||`, `!` and parentheses over tasks and their results. `&&` binds tighter than `||`, as in
 * expr-lang, which Argo evaluates it with. The empty text is fine: it means no dependency. With a tree there may still be unknown results.
 */
export function parseDepends(text: string): ParsedDepends {
  if (text === '') return { tree: undefined, problems: [] }
  const parser = new Parser(text)
  const tree = parser.run()
  return { tree, problems: parser.problems }
}

class Parser {
  readonly problems: DependsProblem[] = []
  private readonly text: string
  private readonly tokens: readonly DependsToken[]
  private at = 0
  private depth = 0

  constructor(text: string) {
    this.text = text
    this.tokens = tokenizeDepends(text)
  }

  run(): DependsNode | undefined {
    if (this.tokens.length === 0) {
      const message = 'This `depends` is blank: name a task, or remove it.'
      return this.refuse('empty', message, { from: 0, to: this.text.length })
    }
    const tree = this.or()
    const rest = this.tokens[this.at]
    if (tree === undefined || rest === undefined) return tree
    if (rest.kind === ')') {
      const message = 'This `)` closes nothing: remove it, or write the `(`.'
      return this.refuse('unbalanced-parenthesis', message, rest.range)
    }
    return this.missingOperator(rest)
  }

  private or(): DependsNode | undefined {
    return this.chain('||', () => this.chain('&&', () => this.prefix()))
  }

  private chain(
    operator: '&&' | '||',
    next: () => DependsNode | undefined,
  ): DependsNode | undefined {
    const start = this.depth
    if (++this.depth > maxDepth) return this.tooDeep()
    let left = next()
    while (left !== undefined && this.tokens[this.at]?.kind === operator) {
      const operatorRange = this.tokens[this.at]?.range ?? left.range
      if (++this.depth > maxDepth) return this.tooDeep()
      this.at++
      const right = next()
      if (right === undefined) return undefined
      const range = { from: left.range.from, to: right.range.to }
      left = { kind: 'binary', operator, operatorRange, left, right, range }
    }
    this.depth = start
    return left
  }

  private prefix(): DependsNode | undefined {
    const token = this.tokens[this.at]
    if (token?.kind === 'task') {
      this.at++
      if (token.result !== undefined && !isTaskResult(token.result)) {
        const message = `\`${token.result}\` is no result of a task: there are ${taskResults.join(', ')}.`
        this.refuse('unknown-result', message, token.resultRange ?? token.range)
      }
      return token
    }
    if (token?.kind === '!') {
      this.at++
      if (++this.depth > maxDepth) return this.tooDeep()
      const operand = this.prefix()
      this.depth--
      if (operand === undefined) return undefined
      const range = { from: token.range.from, to: operand.range.to }
      return { kind: 'not', operand, range }
    }
    if (token?.kind === '(') return this.group(token.range)
    return this.missingOperand(token)
  }

  private group(open: TextRange): DependsNode | undefined {
    this.at++
    const inner = this.or()
    if (inner === undefined) return undefined
    const close = this.tokens[this.at]
    if (close === undefined) {
      const message = 'This `(` is not closed: write the `)`.'
      return this.refuse('unbalanced-parenthesis', message, open)
    }
    if (close.kind !== ')') return this.missingOperator(close)
    this.at++
    return { kind: 'group', inner, range: { from: open.from, to: close.range.to } }
  }

  private missingOperand(token: DependsToken | undefined): DependsNode | undefined {
    const before = this.tokens[this.at - 1]
    if (token?.kind === 'other') {
      const message = `\`${this.textOf(token)}\` is no task: a \`depends\` has names of tasks, \`&&\`, \`||\`, \`!\` and parentheses.`
      return this.refuse('unknown-sign', message, token.range)
    }
    const message =
      token === undefined
        ? `A task is missing after \`${before === undefined ? '' : this.textOf(before)}\`.`
        : `A task is missing before \`${this.textOf(token)}\`.`
    const whole = { from: 0, to: this.text.length }
    return this.refuse('missing-operand', message, token?.range ?? before?.range ?? whole)
  }

  private missingOperator(token: DependsToken): DependsNode | undefined {
    const text = this.textOf(token)
    if (token.kind === 'other') {
      const message = `\`${text}\` means nothing here: join tasks by \`&&\` or \`||\`.`
      return this.refuse('unknown-sign', message, token.range)
    }
    const operator = new Map([
      ['and', '&&'],
      ['or', '||'],
    ]).get(text.toLowerCase())
    const message =
      operator === undefined
        ? `An operator is missing before \`${text}\`: write \`&&\` or \`||\`.`
        : `\`${text}\` is taken for a task: write \`${operator}\`.`
    return this.refuse('missing-operator', message, token.range)
  }

  private tooDeep(): DependsNode | undefined {
    const range = this.tokens[this.at]?.range ?? { from: 0, to: this.text.length }
    return this.refuse('too-deep', 'This `depends` is too long to be read.', range)
  }

  private refuse(
    code: DependsProblemCode,
    message: string,
    range: TextRange,
  ): DependsNode | undefined {
    this.problems.push({ code, message, range })
    return undefined
  }

  private textOf({ range }: DependsToken): string {
    return this.text.slice(range.from, range.to)
  }
}
