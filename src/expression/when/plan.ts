import type { TextRange } from '../../base/index.ts'
import type { WhenFault } from './fault.ts'
import { bindingPower } from './operators.ts'
import { tokenText } from './syntax.ts'
import { typeOfToken, type OperandToken, type WhenToken } from './token.ts'
import type { WhenNode, WhenOperand } from './tree.ts'

/** How govaluate puts tokens together. */
export interface Plan {
  /** Absent with a fault. */
  readonly tree: WhenNode | undefined
  readonly fault: WhenFault | undefined
  /** Tokens that govaluate drops: what follows a whole condition, and what stands where a `)` should. */
  readonly ignored: readonly TextRange[]
  /** Places before a `)` where something is missing. */
  readonly missing: readonly TextRange[]
}

/** Nested deeper or chained longer than this, a condition is refused: no one writes it, and it fills the stack. */
const maxDepth = 500

/**
 * Puts tokens whose order and parentheses are right together by their precedence. Everything is left associative, for govaluate
 * turns around the chains that it reads from the right.
 */
export function planWhen(text: string, tokens: readonly WhenToken[]): Plan {
  const planner = new Planner(text, tokens)
  const tree = planner.run()
  return {
    tree: planner.fault ? undefined : tree,
    fault: planner.fault,
    ignored: planner.ignored,
    missing: planner.missing,
  }
}

class Planner {
  fault: WhenFault | undefined
  readonly ignored: TextRange[] = []
  readonly missing: TextRange[] = []
  private readonly text: string
  private readonly tokens: readonly WhenToken[]
  private at = 0
  private depth = 0

  constructor(text: string, tokens: readonly WhenToken[]) {
    this.text = text
    this.tokens = tokens
  }

  run(): WhenNode {
    const tree = this.expression(1)
    for (const { range } of this.tokens.slice(this.at)) this.ignored.push(range)
    return tree
  }

  private expression(minimum: number): WhenNode {
    const start = this.depth
    if (++this.depth > maxDepth) return this.refuseDepth()
    let left = this.primary()
    while (!this.fault) {
      const token = this.tokens[this.at]
      const power = powerOf(token)
      if (!token || power === undefined || power < minimum) break
      if (++this.depth > maxDepth) return this.refuseDepth()
      this.at++
      const right = this.expression(power + 1)
      left = join(left, token.kind === 'operator' ? token.operator : ',', token.range, right)
    }
    this.depth = start
    return left
  }

  private refuseDepth(): WhenNode {
    const range = this.tokens[this.at]?.range ?? { from: 0, to: this.text.length }
    // Not govaluate's words: it would go on.
    return this.refuse({ code: 'too-deep', reason: 'The condition is nested too deeply', range })
  }

  private refuse(fault: WhenFault): WhenNode {
    this.fault ??= fault
    return { kind: 'nothing', range: fault.range }
  }

  private primary(): WhenNode {
    const token = this.tokens[this.at]
    if (!token || token.kind === ')') return this.nothing()
    if (token.kind === 'operand') {
      this.at++
      return this.operandOrCall(token)
    }
    if (token.kind === '(') return this.group(token.range)
    const isPrefix = token.kind === 'operator' && token.type === 'PREFIX'
    return isPrefix ? this.prefix(token.operator, token.range) : this.refuseToken(token)
  }

  private refuseToken(token: WhenToken): WhenNode {
    const type = typeOfToken(token) ?? 'VARIABLE'
    const reason = `Unable to plan token kind: '${type}', value: '${tokenText(token)}'`
    return this.refuse({ code: 'missing-operand', reason, range: token.range })
  }

  private nothing(): WhenNode {
    const at = this.tokens[this.at]?.range.from ?? this.text.length
    const range = { from: at, to: at }
    this.missing.push(range)
    return { kind: 'nothing', range }
  }

  private operandOrCall(token: OperandToken): WhenNode {
    const text = this.text.slice(token.range.from, token.range.to)
    const operand: WhenOperand = { ...token, text }
    if (token.form !== 'accessor' || this.tokens[this.at]?.kind !== '(') return operand
    // The argument is not only what stands in the parentheses.
    const argument = this.expression(1)
    const range = { from: token.range.from, to: argument.range.to }
    return { kind: 'call', callee: operand, argument, range }
  }

  private group(open: TextRange): WhenNode {
    this.at++
    const inner = this.expression(1)
    const close = this.tokens[this.at]
    if (close) this.at++
    // Whatever stands there is taken for the `)`.
    if (close && close.kind !== ')') this.ignored.push(close.range)
    return {
      kind: 'group',
      inner,
      range: { from: open.from, to: close?.range.to ?? this.text.length },
    }
  }

  private prefix(operator: string, operatorRange: TextRange): WhenNode {
    this.at++
    const operand = this.primary()
    const range = { from: operatorRange.from, to: operand.range.to }
    return { kind: 'prefix', operator, operatorRange, operand, range }
  }
}

function powerOf(token: WhenToken | undefined): number | undefined {
  if (token?.kind === ',') return bindingPower(',')
  if (token?.kind !== 'operator' || token.type === 'PREFIX') return undefined
  return bindingPower(token.operator)
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
