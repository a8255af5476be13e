import { toValid } from '../go/strings.ts'
import { isBuiltin, predicateBuiltins } from './builtin-names.ts'
import { lexExpr, type LexedExpr } from './lexer.ts'
import { parseNumber } from './number-literal.ts'
import { binaryOperators, isComparison, mayFollowNot, prefixOperators } from './operators.ts'
import { printToken, type ExprProblem, type ExprToken } from './token.ts'
import { maxDepth, maxNodes, Stop, tooDeep, TokenReader } from './token-reader.ts'
import { childrenOf, type ExprNode } from './tree.ts'

export interface ParsedExpr {
  readonly text: string
  /** Absent when the text cannot be read. */
  readonly tree: ExprNode | undefined
  /** What expr-lang stops at: one problem at most. */
  readonly problems: readonly ExprProblem[]
}

/**
 * Reads an expression of expr-lang, as the version that Argo pins does. Variables of the scope may have the names of
 * builtins: calls of such names are calls of the variables. Never throws.
 */
export function parseExpr(text: string, variables: ReadonlySet<string> = new Set()): ParsedExpr {
  const parser = new Parser(lexExpr(toValid(text)), variables)
  try {
    const tree = parser.run()
    if (isDeeperThan(tree, maxDepth)) throw tooDeep({ from: 0, to: text.length })
    return { text, tree, problems: [] }
  } catch (thrown) {
    if (thrown instanceof Stop) return { text, tree: undefined, problems: [thrown.problem] }
    throw thrown
  }
}

function isDeeperThan(tree: ExprNode, depth: number): boolean {
  let level: readonly ExprNode[] = [tree]
  for (let at = 0; at <= depth; at++) {
    level = level.flatMap(childrenOf)
    if (level.length === 0) return false
    // Comparisons in a row and `?:` share their operands: in each other they grow beyond what can be gone through.
    if (level.length > maxNodes) return true
  }
  return true
}

class Parser extends TokenReader {
  private readonly variables: ReadonlySet<string>
  private predicates = 0

  constructor(lexed: LexedExpr, variables: ReadonlySet<string>) {
    super(lexed)
    this.variables = variables
  }

  run(): ExprNode {
    const tree = this.sequence()
    if (this.current.kind !== 'end') this.unexpected()
    return tree
  }

  private sequence(): ExprNode {
    const items = [this.expression(0)]
    while (this.accept('operator', ';') && this.current.kind !== 'end')
      items.push(this.expression(0))
    const [first] = items
    if (first && items.length === 1) return first
    return this.node({ kind: 'sequence', items, range: this.from(first?.range.from ?? 0) })
  }

  private expression(precedence: number): ExprNode {
    return this.deeper(() => this.expressionInside(precedence))
  }

  private expressionInside(precedence: number): ExprNode {
    if (precedence === 0 && this.is('operator', 'let')) return this.variable()
    if (precedence === 0 && this.is('operator', 'if')) return this.conditionalIf()
    let left = this.primary()
    let previous = ''
    while (this.current.kind === 'operator') {
      const start = this.at
      const not = this.is('operator', 'not') ? this.next() : undefined
      if (not && !mayFollowNot(this.current.value)) this.unexpected()
      const operator = this.current
      const binds = binaryOperators.get(operator.value)
      if (binds === undefined || binds.precedence < precedence) {
        this.at = start
        break
      }
      this.next()
      left = this.operation(left, operator, binds, not, previous)
      previous = operator.value
    }
    return precedence === 0 ? this.conditional(left) : left
  }

  private operation(
    left: ExprNode,
    operator: ExprToken,
    { precedence, rightToLeft }: { precedence: number; rightToLeft?: boolean },
    not: ExprToken | undefined,
    previous: string,
  ): ExprNode {
    const { value } = operator
    if (value === '|') return this.call(this.expect('identifier'), [left], true, left.range.from)
    if (previous === '??' && value !== '??') {
      const message = `Operator (${value}) and coalesce expressions (??) cannot be mixed. Wrap either by parentheses.`
      this.fail(message, operator.range)
    }
    if (isComparison(value)) return this.comparison(left, operator, precedence)
    const right = this.expression(rightToLeft ? precedence : precedence + 1)
    const binary = this.binary(left, operator, right)
    if (!not) return binary
    const { range } = binary
    return this.node({
      kind: 'prefix',
      operator: 'not',
      operatorRange: not.range,
      operand: binary,
      range,
    })
  }

  private binary(left: ExprNode, { value, range }: ExprToken, right: ExprNode): ExprNode {
    const whole = { from: left.range.from, to: right.range.to }
    return this.node({
      kind: 'binary',
      operator: value,
      operatorRange: range,
      left,
      right,
      range: whole,
    })
  }

  /** Comparisons in a row: `1 < x < 5` means `1 < x && x < 5`. */
  private comparison(first: ExprNode, operator: ExprToken, precedence: number): ExprNode {
    let left = first
    let token = operator
    let all: ExprNode | undefined
    for (;;) {
      const right = this.expression(precedence + 1)
      const one = this.binary(left, token, right)
      all = all ? this.binary(all, { ...token, value: '&&' }, one) : one
      const { kind, value } = this.current
      if (kind !== 'operator' || !isComparison(value)) return all
      left = right
      token = this.next()
    }
  }

  private variable(): ExprNode {
    const { from } = this.next().range
    const { value: name, range: nameRange } = this.expect('identifier')
    this.expect('operator', '=')
    const value = this.expression(0)
    this.expect('operator', ';')
    const body = this.sequence()
    return this.node({ kind: 'let', name, nameRange, value, body, range: this.from(from) })
  }

  private conditionalIf(): ExprNode {
    const { from } = this.next().range
    const condition = this.expression(0)
    const then = this.block()
    this.expect('operator', 'else')
    const isChain = this.is('operator', 'if')
    const otherwise = isChain ? this.deeper(() => this.conditionalIf()) : this.block()
    return { kind: 'conditional', condition, then, otherwise, range: this.from(from) }
  }

  private block(): ExprNode {
    this.expect('bracket', '{')
    const body = this.sequence()
    this.expect('bracket', '}')
    return body
  }

  private conditional(first: ExprNode): ExprNode {
    let node = first
    while (this.accept('operator', '?')) {
      const isShort = this.is('operator', ':')
      const then = isShort ? node : this.expression(0)
      this.expect('operator', ':')
      const otherwise = this.expression(0)
      const range = this.from(node.range.from)
      node = this.node({ kind: 'conditional', condition: node, then, otherwise, range })
    }
    return node
  }

  private primary(): ExprNode {
    const token = this.current
    const { kind, value, range } = token
    const prefix = kind === 'operator' ? prefixOperators.get(value) : undefined
    if (prefix !== undefined) {
      this.next()
      const operand = this.expression(prefix)
      const whole = this.from(range.from)
      return this.postfix(
        this.node({ kind: 'prefix', operator: value, operatorRange: range, operand, range: whole }),
      )
    }
    if (this.accept('bracket', '(')) {
      const inner = this.sequence()
      this.expect('bracket', ')')
      return this.postfix(inner)
    }
    if (this.predicates > 0 && kind === 'operator' && (value === '#' || value === '.')) {
      return this.postfix(this.pointer(token))
    }
    if (this.accept('operator', '::')) {
      const name = this.expect('identifier')
      return this.postfix(this.call(name, [], false, range.from))
    }
    return this.operand(token)
  }

  private pointer({ value, range }: ExprToken): ExprNode {
    // Before a dot the item is left out, so there is nothing to step over.
    if (value === '.')
      return this.node({ kind: 'pointer', name: '', range: { from: range.from, to: range.from } })
    this.next()
    const name = this.current.kind === 'identifier' ? this.next().value : ''
    return this.node({ kind: 'pointer', name, range: this.from(range.from) })
  }

  private operand(token: ExprToken): ExprNode {
    const { kind, value, range } = token
    switch (kind) {
      case 'identifier':
        this.next()
        if (value === 'true' || value === 'false') {
          return this.node({ kind: 'bool', value: value === 'true', range })
        }
        if (value === 'nil') return this.node({ kind: 'nil', range })
        return this.postfix(
          this.is('bracket', '(')
            ? this.call(token, [], true, range.from)
            : this.node({ kind: 'name', name: value, range }),
        )
      case 'number': {
        this.next()
        const number = parseNumber(value)
        if (typeof number === 'object') this.fail(number.message, range)
        return typeof number === 'bigint'
          ? this.node({ kind: 'integer', value: number, range })
          : this.node({ kind: 'float', value: number, range })
      }
      case 'string':
      case 'bytes':
        this.next()
        return this.postfix(this.node({ kind, value, range }))
      default:
        if (this.is('bracket', '[')) return this.postfix(this.array())
        if (this.is('bracket', '{')) return this.postfix(this.map())
        return this.unexpected()
    }
  }

  private call(
    { value: name, range: nameRange }: ExprToken,
    piped: readonly ExprNode[],
    mayBeVariable: boolean,
    from: number,
  ): ExprNode {
    const isVariable = mayBeVariable && this.variables.has(name)
    const shape = isVariable ? undefined : predicateBuiltins.get(name)
    if (shape) {
      const args = [...piped, ...this.predicateArguments(shape, piped.length)]
      return this.node({ kind: 'builtin', name, nameRange, args, range: this.from(from) })
    }
    if (!isVariable && isBuiltin(name)) {
      const args = [...piped, ...this.args()]
      return this.node({ kind: 'builtin', name, nameRange, args, range: this.from(from) })
    }
    const callee = this.node({ kind: 'name', name, range: nameRange })
    const args = [...piped, ...this.args()]
    return this.node({ kind: 'call', callee, args, range: this.from(from) })
  }

  private predicateArguments(
    shape: readonly ('value' | 'predicate' | 'value?' | 'predicate?')[],
    given: number,
  ): ExprNode[] {
    this.expect('bracket', '(')
    const asked = shape.slice(given)
    const args: ExprNode[] = []
    for (const [index, kind] of asked.entries()) {
      if (this.is('bracket', ')')) {
        if (kind.endsWith('?')) break
        this.fail(`expected at least ${asked.length} arguments`)
      }
      if (index > 0) this.expect('operator', ',')
      args.push(kind.startsWith('value') ? this.expression(0) : this.predicate())
    }
    this.accept('operator', ',')
    this.expect('bracket', ')')
    return args
  }

  private predicate(): ExprNode {
    const { from } = this.current.range
    this.predicates++
    const braces = this.accept('bracket', '{')
    const body = braces ? this.sequence() : this.expression(0)
    if (!braces && this.is('operator', ';')) this.fail('wrap predicate with brackets { and }')
    this.predicates--
    if (braces) this.expect('bracket', '}')
    return this.node({ kind: 'predicate', body, range: this.from(from) })
  }

  private args(): ExprNode[] {
    this.expect('bracket', '(')
    return this.listUntil(')', () => this.expression(0))
  }

  /** Items with commas between them, and one after the last if it is written. Steps over the bracket at the end. */
  private listUntil<T>(close: string, item: () => T): T[] {
    const items: T[] = []
    while (!this.is('bracket', close)) {
      if (items.length > 0) {
        this.expect('operator', ',')
        if (this.is('bracket', close)) break
      }
      items.push(item())
    }
    this.next()
    return items
  }

  private array(): ExprNode {
    const { from } = this.next().range
    const items = this.listUntil(']', () => this.expression(0))
    return this.node({ kind: 'array', items, range: this.from(from) })
  }

  private map(): ExprNode {
    const { from } = this.next().range
    const pairs = this.listUntil('}', () => this.pair())
    return this.node({ kind: 'map', pairs, range: this.from(from) })
  }

  private pair(): { key: ExprNode; value: ExprNode } {
    const { kind, value, range } = this.current
    let key: ExprNode
    if (kind === 'number' || kind === 'string' || kind === 'identifier') {
      key = this.node({ kind: 'string', value, range })
      this.next()
    } else if (this.is('bracket', '(')) {
      key = this.expression(0)
    } else {
      const found = printToken(this.current)
      this.fail(
        `a map key must be a quoted string, a number, a identifier, or an expression enclosed in parentheses (unexpected token ${found})`,
      )
    }
    this.expect('operator', ':')
    this.count(this.last)
    return { key, value: this.expression(0) }
  }

  private postfix(first: ExprNode): ExprNode {
    let node = first
    for (;;) {
      const { kind, value } = this.current
      if (kind === 'operator' && (value === '.' || value === '?.')) {
        const optional = value === '?.'
        this.next()
        node =
          optional && this.accept('bracket', '[')
            ? this.index(node, true)
            : this.named(node, optional)
      } else if (this.accept('bracket', '[')) {
        node = this.index(node, false)
      } else {
        return node
      }
    }
  }

  private named(node: ExprNode, optional: boolean): ExprNode {
    const { kind, value, range } = this.next()
    const isName = kind === 'identifier' || (kind === 'operator' && /^[\p{L}_$]/u.test(value))
    if (!isName) this.fail('expected name', range)
    const base = node.kind === 'chain' ? node.inner : node
    const property = this.node({ kind: 'string', value, range })
    const method = this.is('bracket', '(')
    const member = this.node({
      kind: 'member',
      base,
      property,
      optional,
      method,
      range: this.from(base.range.from),
    })
    let inner: ExprNode = member
    if (method) {
      const args = this.args()
      inner = this.node({ kind: 'call', callee: member, args, range: this.from(base.range.from) })
    }
    if (node.kind !== 'chain' && !optional) return inner
    return this.node({ kind: 'chain', inner, range: inner.range })
  }

  /** What stands in brackets after an operand: one item, or a slice. */
  private index(base: ExprNode, optional: boolean): ExprNode {
    const { from } = base.range
    const start = this.is('operator', ':') ? undefined : this.expression(0)
    if (this.accept('operator', ':')) {
      const end = this.is('bracket', ']') ? undefined : this.expression(0)
      this.expect('bracket', ']')
      return this.node({ kind: 'slice', base, start, end, range: this.from(from) })
    }
    this.expect('bracket', ']')
    const range = this.from(from)
    if (start === undefined) return this.unexpected()
    const member = this.node({
      kind: 'member',
      base,
      property: start,
      optional,
      method: false,
      range,
    })
    return optional ? this.node({ kind: 'chain', inner: member, range }) : member
  }
}
