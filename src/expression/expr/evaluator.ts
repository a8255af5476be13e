import type { TextRange } from '../../base/index.ts'
import { compileRegexp } from '../go/regexp.ts'
import { toBytes } from '../go/strings.ts'
import { anyMap, isAssignable } from '../go/types.ts'
import {
  dict,
  GoFunction,
  GoInteger,
  GoLocation,
  GoMap,
  GoPanic,
  GoSlice,
  isNil,
  list,
  typeOf,
  Unsupported,
  wrapInt,
  type FunctionContext,
  type GoValue,
} from '../go/values.ts'
import { calculate, isOrdered, negate, toFloat, toInt } from './arithmetic.ts'
import { builtins, type CallContext } from './builtins/index.ts'
import { isEqual } from './equality.ts'
import { fetch, lookUp, slice, zeroOf } from './fetch.ts'
import { isUnknown, kindIn, type Nature } from './nature.ts'
import { power } from '../go/power.ts'
import { runPredicate, type Round } from './predicates.ts'
import {
  childrenOf,
  type ExprBinary,
  type ExprBuiltin,
  type ExprCall,
  type ExprMember,
  type ExprNode,
  type ExprSlice,
} from './tree.ts'

/** What an operator or a function worked on when it failed. */
export interface ExprOperand {
  readonly range: TextRange
  readonly value: GoValue
}

/** A failure with its place. Thrown inside the evaluator only, and caught where it was started. */
export class PlacedFailure extends Error {
  readonly range: TextRange
  readonly operands: readonly ExprOperand[]
  readonly unsupported: boolean
  constructor(cause: GoPanic | Unsupported, range: TextRange, operands: readonly ExprOperand[]) {
    super(cause.message)
    this.range = range
    this.operands = operands
    this.unsupported = cause instanceof Unsupported
  }
}

/** What expr-lang lets an expression make in all: items of lists and maps, bytes of repeated strings. */
const memoryBudget = 1_000_000
/** Steps after which an expression is given up here, where somebody waits for it. */
const stepBudget = 2_000_000

/** Ends the evaluation of a chain with `?.` at a nil. */
const nothing: unique symbol = Symbol('nothing')

/** Evaluates one tree once. */
export class Evaluator {
  private readonly environment: ReadonlyMap<string, GoValue>
  private readonly natures: ReadonlyMap<ExprNode, Nature>
  private readonly context: CallContext & FunctionContext
  private readonly variables: { readonly name: string; readonly value: GoValue }[] = []
  private readonly rounds: Round[] = []
  /**
   * Operands on their way to an operator. Expr-lang's machine leaves values behind in two places, `findLast` and calls that
   * `?.` skips, and takes them for operands of what comes next: keeping a stack as it does gives the same mistakes.
   */
  private readonly stack: GoValue[] = []
  private memory = 0
  private steps = 0

  constructor(
    environment: ReadonlyMap<string, GoValue>,
    natures: ReadonlyMap<ExprNode, Nature>,
    context: FunctionContext,
  ) {
    this.environment = environment
    this.natures = natures
    this.context = { ...context, grow: (size) => this.grow(size) }
  }

  /** The value of a node. Throws a `PlacedFailure` where there is none. */
  evaluate(node: ExprNode): GoValue {
    const value = this.inChain(node)
    return value === nothing ? null : value
  }

  /** Evaluates for one item of a list. */
  inRound(round: Round, node: ExprNode): GoValue {
    this.rounds.push(round)
    const value = this.evaluate(node)
    this.rounds.pop()
    return value
  }

  push(value: GoValue): void {
    this.stack.push(value)
  }

  /** The last values of the stack. */
  take(count: number): readonly GoValue[] {
    return count === 0 ? [] : this.stack.splice(-count)
  }

  grow(size: number): void {
    this.memory += size
    if (this.memory >= memoryBudget) throw new GoPanic('memory budget exceeded')
  }

  /** Runs something that may fail; a failure is told with its place and what it worked on. */
  at<T>(range: TextRange, operands: readonly ExprOperand[], run: () => T): T {
    try {
      return run()
    } catch (thrown) {
      if (!(thrown instanceof GoPanic) && !(thrown instanceof Unsupported)) throw thrown
      throw new PlacedFailure(thrown, range, operands)
    }
  }

  /** A value that must be true or false. */
  bool(node: ExprNode, value: GoValue): boolean {
    if (typeof value === 'boolean') return value
    return this.at(node.range, [{ range: node.range, value }], () => {
      const type = value === null ? 'nil' : typeOf(value)
      throw new GoPanic(`interface conversion: interface {} is ${type}, not bool`)
    })
  }

  private inChain(node: ExprNode): GoValue | typeof nothing {
    if (++this.steps > stepBudget) {
      this.at(node.range, [], () => {
        throw new Unsupported('This takes too long to be worked out here.')
      })
    }
    switch (node.kind) {
      case 'member':
        return this.member(node)
      case 'call':
        return this.call(node)
      case 'slice':
        return this.slice(node)
      default:
        return this.value(node)
    }
  }

  private value(node: Exclude<ExprNode, ExprMember | ExprCall | ExprSlice>): GoValue {
    switch (node.kind) {
      case 'nil':
        return null
      case 'bool':
      case 'integer':
      case 'float':
      case 'string':
      case 'constant':
        return node.value
      case 'bytes': {
        const bytes = Array.from(toBytes(node.value))
        return new GoSlice(
          '[]uint8',
          bytes.map((byte) => new GoInteger('uint8', BigInt(byte))),
        )
      }
      case 'name':
        return this.name(node.name)
      case 'prefix': {
        const value = this.evaluate(node.operand)
        if (node.operator === '!' || node.operator === 'not') return !this.bool(node.operand, value)
        if (node.operator === '+') return value
        const operands = [{ range: node.operand.range, value }]
        return this.at(node.range, operands, () => negate(value))
      }
      case 'binary':
        return this.binary(node)
      case 'chain': {
        const value = this.evaluate(node.inner)
        return isNil(value) ? null : value
      }
      case 'builtin':
        return this.builtin(node)
      case 'predicate':
        return this.evaluate(node.body)
      case 'pointer':
        return this.pointer(node.name)
      case 'let': {
        this.variables.push({ name: node.name, value: this.evaluate(node.value) })
        const value = this.evaluate(node.body)
        this.variables.pop()
        return value
      }
      case 'sequence':
        return node.items.map((item) => this.evaluate(item)).at(-1) ?? null
      case 'conditional': {
        const test = this.bool(node.condition, this.evaluate(node.condition))
        return this.evaluate(test ? node.then : node.otherwise)
      }
      case 'array': {
        for (const item of node.items) this.push(this.evaluate(item))
        this.at(node.range, [], () => this.grow(node.items.length))
        return list(this.take(node.items.length))
      }
      case 'map': {
        for (const part of childrenOf(node)) this.push(this.evaluate(part))
        return this.at(node.range, [], () => this.map(node.pairs.length))
      }
    }
  }

  private name(name: string): GoValue {
    const variable = this.variables.findLast((one) => one.name === name)
    if (variable) return variable.value
    if (name === '$env') return dict(this.environment)
    return this.environment.get(name) ?? null
  }

  private map(size: number): GoMap {
    this.grow(size)
    const parts = this.take(2 * size)
    const map = new GoMap(anyMap)
    for (let at = 0; at < parts.length; at += 2) {
      const [key = null, value = null] = parts.slice(at, at + 2)
      const name = mustBeText(key)
      // Of two pairs with one key the first stays: they are put in from the last on.
      if (map.get(name) === undefined) map.set(name, value)
    }
    return map
  }

  private pointer(name: string): GoValue {
    const round = this.rounds.at(-1)
    if (name === 'index') return BigInt(round?.index ?? 0)
    return (name === 'acc' ? round?.accumulator : round?.item()) ?? null
  }

  private binary(node: ExprBinary): GoValue {
    const { operator, left, right } = node
    const a = this.evaluate(left)
    switch (operator) {
      case 'or':
      case '||':
        return this.bool(left, a) || this.evaluate(right)
      case 'and':
      case '&&':
        return this.bool(left, a) && this.evaluate(right)
      case '??':
        return isNil(a) ? this.evaluate(right) : a
      default:
    }
    this.push(a)
    this.push(this.evaluate(right))
    const [x = null, y = null] = this.take(2)
    const operands = [
      { range: left.range, value: x },
      { range: right.range, value: y },
    ]
    return this.at(node.range, operands, () => this.operate(node, x, y))
  }

  private operate(node: ExprBinary, a: GoValue, b: GoValue): GoValue {
    const { operator } = node
    switch (operator) {
      case '==':
        return this.equal(node, a, b)
      case '!=':
        return !this.equal(node, a, b)
      case '<':
      case '>':
      case '<=':
      case '>=':
        return isOrdered(operator, a, b)
      case '**':
      case '^':
        return power(toFloat(a), toFloat(b))
      case '..':
        return this.range(toInt(a), toInt(b))
      case 'in':
        return isIn(a, b)
      case 'matches':
      case 'contains':
      case 'startsWith':
      case 'endsWith':
        return isNil(a) || isNil(b) ? false : testText(operator, a, b)
      default:
        return calculate(operator, a, b)
    }
  }

  /** Where both sides are known to be of one plain type, expr-lang compares without looking what they are. */
  private equal({ left, right }: ExprBinary, a: GoValue, b: GoValue): boolean {
    const [l, r] = [this.natures.get(left), this.natures.get(right)]
    const type = l?.type === r?.type ? l?.type : undefined
    if (type === 'int' || type === 'string') {
      const wrong = [a, b].find((value) => typeOf(value) !== type)
      if (wrong !== undefined) {
        const got = wrong === null ? 'nil' : typeOf(wrong)
        throw new GoPanic(`interface conversion: interface {} is ${got}, not ${kindIn({ type })}`)
      }
    }
    return isEqual(a, b)
  }

  private range(from: bigint, to: bigint): GoSlice {
    // Where the count does not fit, Go takes the range for empty.
    const count = wrapInt(to - from + 1n)
    const size = count < 0n ? 0 : Number(count)
    this.grow(size)
    return new GoSlice(
      '[]int',
      Array.from({ length: size }, (_, at) => from + BigInt(at)),
    )
  }

  private member(node: ExprMember): GoValue | typeof nothing {
    const base = this.inChain(node.base)
    if (base === nothing) return nothing
    if (node.optional && isNil(base)) return nothing
    this.push(base)
    this.push(this.evaluate(node.property))
    const [from = null, key = null] = this.take(2)
    const operands = [
      { range: node.base.range, value: from },
      { range: node.property.range, value: key },
    ]
    return this.at(node.range, operands, () => fetch(from, key))
  }

  private slice(node: ExprSlice): GoValue {
    this.push(this.evaluate(node.base))
    if (node.end) this.push(this.evaluate(node.end))
    const from = node.start && this.evaluate(node.start)
    const [to] = node.end ? this.take(1) : []
    const [base = null] = this.take(1)
    const operands = [{ range: node.base.range, value: base }]
    return this.at(node.range, operands, () => slice(base, from, to))
  }

  private call(node: ExprCall): GoValue | typeof nothing {
    for (const arg of node.args) this.push(this.evaluate(arg))
    const callee = this.inChain(node.callee)
    if (callee === nothing) return nothing
    const args = this.take(node.args.length)
    const operands = args.map((value, at) => ({ range: node.args[at]?.range ?? node.range, value }))
    return this.at(node.range, operands, () => callFunction(callee, args, this.context))
  }

  private isUnknown(node: ExprNode | undefined): boolean {
    const nature = node && this.natures.get(node)
    return nature === undefined || isUnknown(nature)
  }

  private builtin(node: ExprBuiltin): GoValue {
    const predicate = runPredicate(this, node)
    if (predicate !== undefined) return predicate
    for (const arg of node.args) this.push(this.evaluate(arg))
    const args = this.take(node.args.length)
    const operands = args.map((value, at) => ({ range: node.args[at]?.range ?? node.range, value }))
    return this.at(node.range, operands, () => {
      const builtin = builtins.get(node.name)
      if (!builtin) throw new GoPanic(`unknown builtin ${node.name}`)
      // Where types are not known, a zone loses the pointer by which `date` knows it.
      const [zone] = args
      const isBare =
        node.name === 'date' && zone instanceof GoLocation && this.isUnknown(node.args[0])
      if (isBare)
        throw new GoPanic('interface conversion: interface {} is time.Location, not string')
      return builtin.call(args, this.context)
    })
  }
}

function isIn(needle: GoValue, all: GoValue): boolean {
  if (all === null) return false
  if (all instanceof GoSlice) return all.items.some((item) => isEqual(item, needle))
  if (all instanceof GoMap) return lookUp(all, needle) !== undefined
  throw new GoPanic(`operator "in" not defined on ${typeOf(all)}`)
}

function testText(operator: string, a: GoValue, b: GoValue): boolean {
  const isBytes = a instanceof GoSlice && a.type === '[]uint8' && operator === 'matches'
  const whole = mustBeText(isBytes ? textOf(a) : a)
  const part = mustBeText(b)
  if (operator === 'contains') return whole.includes(part)
  if (operator === 'startsWith') return whole.startsWith(part)
  return operator === 'endsWith' ? whole.endsWith(part) : compileRegexp(part).test(whole)
}

function mustBeText(value: GoValue): string {
  if (typeof value === 'string') return value
  const type = value === null ? 'nil' : typeOf(value)
  throw new GoPanic(`interface conversion: interface {} is ${type}, not string`)
}

function textOf(bytes: GoSlice): string {
  return String.fromCharCode(
    ...bytes.items.map((byte) => (byte instanceof GoInteger ? Number(byte.value) : 0)),
  )
}

/** Calls a function as Go's reflection does: the arguments must be as many and of such types as it takes. */
function callFunction(
  callee: GoValue,
  args: readonly GoValue[],
  context: FunctionContext,
): GoValue {
  if (callee === null) throw new GoPanic('invalid operation: cannot call nil')
  if (!(callee instanceof GoFunction)) {
    throw new GoPanic(`invalid operation: cannot call non-function of type ${typeOf(callee)}`)
  }
  const { params, variadic } = callee.signature
  const least = variadic ? params.length - 1 : params.length
  if (args.length < least || (!variadic && args.length > least)) {
    const expected = `${variadic ? 'at least ' : ''}${least}`
    throw new GoPanic(`invalid number of arguments: expected ${expected}, got ${args.length}`)
  }
  const given = args.map((arg, at) => {
    const type = params[Math.min(at, params.length - 1)] ?? ''
    if (arg === null) return zeroOf(type)
    if (isAssignable(typeOf(arg), type)) return arg
    throw new GoPanic(`reflect: Call using ${typeOf(arg)} as type ${type}`)
  })
  return callee.call(given, context)
}
