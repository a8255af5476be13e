import type { TextRange } from '../../base/index.ts'
import type { LexedExpr } from './lexer.ts'
import { printToken, type ExprProblem, type ExprToken } from './token.ts'
import type { ExprNode } from './tree.ts'

/** Where expr-lang gives up, so that nobody can fill its memory. */
export const maxNodes = 10_000
/** Deeper trees fill the stack here; expr-lang would go on. Nobody writes them. */
export const maxDepth = 500

/** Leaves the parser from any depth at the first problem; caught where the parser was started. */
export class Stop extends Error {
  readonly problem: ExprProblem
  constructor(problem: ExprProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** The problem of what is nested more deeply than can be read here. */
export function tooDeep(range: TextRange): Stop {
  return new Stop({ message: 'This expression is nested too deeply.', range })
}

/** Goes through the tokens of an expression and counts what is made of them. Every refusal is a `Stop`. */
export class TokenReader {
  /** Of the next token. */
  protected at = 0
  private readonly tokens: readonly ExprToken[]
  private readonly lexing: ExprProblem | undefined
  private nodes = 0
  private depth = 0

  constructor({ tokens, problem }: LexedExpr) {
    this.tokens = tokens
    this.lexing = problem
  }

  protected get current(): ExprToken {
    const token = this.tokens[this.at]
    if (token) return token
    throw new Stop(this.lexing ?? { message: 'unexpected end of expression', range: this.last })
  }

  protected get last(): TextRange {
    return this.tokens[this.at - 1]?.range ?? { from: 0, to: 0 }
  }

  protected is(kind: ExprToken['kind'], value: string): boolean {
    return this.current.kind === kind && this.current.value === value
  }

  protected next(): ExprToken {
    const token = this.current
    this.at++
    return token
  }

  protected accept(kind: ExprToken['kind'], value: string): boolean {
    if (!this.is(kind, value)) return false
    this.at++
    return true
  }

  protected expect(kind: ExprToken['kind'], value?: string): ExprToken {
    const { current } = this
    if (current.kind !== kind || (value !== undefined && current.value !== value)) this.unexpected()
    return this.next()
  }

  protected unexpected(token: ExprToken = this.current): never {
    this.fail(`unexpected token ${printToken(token)}`, token.range)
  }

  protected fail(message: string, range: TextRange = this.current.range): never {
    throw new Stop({ message, range })
  }

  protected node<T extends ExprNode>(node: T): T {
    this.count(node.range)
    return node
  }

  protected from(from: number): TextRange {
    return { from, to: this.last.to }
  }

  protected count(range: TextRange): void {
    if (++this.nodes <= maxNodes) return
    this.fail('compilation failed: expression exceeds maximum allowed nodes', range)
  }

  protected deeper<T>(read: () => T): T {
    if (++this.depth > maxDepth) throw tooDeep(this.current.range)
    const made = read()
    this.depth--
    return made
  }
}
