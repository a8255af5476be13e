import type { TextRange } from '../../base/index.ts'
import { signature, type Signature } from '../go/types.ts'
import { methodOf } from '../go/time/methods.ts'
import { builtins, type Builtin } from './builtins/index.ts'
import { checkBinary } from './check-binary.ts'
import { checkPredicateBuiltin, type PartChecker, type PredicateScope } from './check-predicate.ts'
import * as is from './nature.ts'
import type { Nature } from './nature.ts'
import type { ExprProblem } from './token.ts'
import type {
  ExprBinary,
  ExprBuiltin,
  ExprCall,
  ExprConditional,
  ExprLet,
  ExprMember,
  ExprNode,
  ExprPrefix,
  ExprSlice,
} from './tree.ts'

export interface CheckedExpr {
  readonly problems: readonly ExprProblem[]
  /** What is known of each node that expr-lang looks at: it skips the arguments of functions that it does not know. */
  readonly natures: ReadonlyMap<ExprNode, Nature>
}

/** The variables that an expression may use. */
export interface CheckScope {
  readonly variables: ReadonlyMap<string, Nature>
  /** Whether others may be there as well, so that a name is no mistake. */
  readonly open: boolean
  /** Whether a member is known to hold a text when the expression runs. expr-lang does not know it before. */
  readonly isText?: (node: ExprMember) => boolean
}

/**
 * Finds what expr-lang refuses before it runs an expression: names and members that are not there, operands and arguments
 * of the wrong type. It stops at the first, here all are found.
 */
export function checkTree(tree: ExprNode, scope: CheckScope): CheckedExpr {
  const checker = new Checker(scope)
  checker.visit(tree)
  return { problems: checker.problems, natures: checker.natures }
}

class Checker implements PartChecker {
  readonly problems: ExprProblem[] = []
  readonly natures: Map<ExprNode, Nature> = new Map<ExprNode, Nature>()
  private readonly scope: CheckScope
  private readonly predicates: PredicateScope[] = []
  private readonly variables: { readonly name: string; readonly nature: Nature }[] = []

  constructor(scope: CheckScope) {
    this.scope = scope
  }

  visit(node: ExprNode): Nature {
    const nature = this.natureOf(node)
    this.natures.set(node, nature)
    return nature
  }

  problem(range: TextRange, message: string): Nature {
    const known = this.problems.some(
      (other) => other.message === message && other.range.from === range.from,
    )
    if (!known) this.problems.push({ message, range })
    return is.unknown
  }

  /** Visits what is evaluated for each item of a list. */
  predicate(node: ExprNode, scope: PredicateScope): Nature {
    this.predicates.push(scope)
    const nature = this.visit(node)
    this.predicates.pop()
    return nature
  }

  private natureOf(node: ExprNode): Nature {
    switch (node.kind) {
      case 'nil':
        return is.nilNature
      case 'bool':
        return is.bool
      case 'integer':
        return is.int
      case 'float':
        return is.float
      case 'string':
        return is.string
      case 'bytes':
        return { type: '[]uint8' }
      case 'name':
        return this.name(node, node.name)
      case 'prefix':
        return this.prefix(node)
      case 'binary':
        return this.binary(node)
      case 'chain':
        return this.visit(node.inner)
      case 'member':
        return this.member(node)
      case 'slice':
        return this.slice(node)
      case 'call':
        return this.call(node)
      case 'builtin':
        return this.builtin(node)
      case 'predicate': {
        const ref = this.visit(node.body)
        return { type: `func(interface {}) ${ref.type ?? ''}`.trim(), ref }
      }
      case 'pointer':
        return this.pointer(node, node.name)
      case 'let':
        return this.declaration(node)
      case 'sequence':
        return node.items.map((item) => this.visit(item)).at(-1) ?? is.unknown
      case 'conditional':
        return this.conditional(node)
      case 'array':
        return this.array(node.items)
      case 'map':
        for (const { key, value } of node.pairs) {
          this.visit(key)
          this.visit(value)
        }
        return { type: 'map[string]interface {}' }
      case 'constant':
        return is.natureOf(node.value)
    }
  }

  private name(node: ExprNode, name: string): Nature {
    const variable = this.variables.findLast((one) => one.name === name)
    if (variable) return variable.nature
    if (name === '$env') return is.unknown
    const builtin = builtins.get(name)
    const known = this.scope.variables.get(name)
    if (known) return known
    if (builtin) return is.functionNature(signatureOf(builtin))
    return this.scope.open ? is.unknown : this.problem(node.range, `unknown name ${name}`)
  }

  private prefix({ operator, operand, range }: ExprPrefix): Nature {
    const nature = this.visit(operand)
    if (operator === '!' || operator === 'not') {
      if (is.isBool(nature) || is.isUnknown(nature)) return is.bool
    } else if (is.isNumber(nature)) {
      return nature
    } else if (is.isUnknown(nature)) {
      return is.unknown
    }
    const type = is.printNature(nature)
    return this.problem(range, `invalid operation: ${operator} (mismatched type ${type})`)
  }

  private binary(node: ExprBinary): Nature {
    const nature = checkBinary(node, this.visit(node.left), this.visit(node.right))
    return 'message' in nature ? this.problem(node.range, nature.message) : nature
  }

  private member(node: ExprMember): Nature {
    const name = node.property.kind === 'string' ? node.property.value : undefined
    if (node.base.kind === 'name' && node.base.name === '$env') {
      if (name === undefined) return is.unknown
      const known = this.scope.variables.get(name)
      if (known) return known
      const isFine = this.scope.open || node.optional
      return isFine ? is.unknown : this.problem(node.range, `unknown name ${name}`)
    }
    const base = this.visit(node.base)
    const property = this.visit(node.property)
    if (this.scope.isText?.(node) === true) return is.string
    if (is.isUnknown(base)) return is.unknown
    if (name !== undefined) {
      if (base.nil) return this.problem(node.range, `type nil has no field ${name}`)
      const method = base.type === undefined ? undefined : methodOf(base.type, name)
      if (method) return is.functionNature(method)
    }
    const type = is.printNature(base)
    if (is.isMap(base)) {
      if (is.mayStandFor(property, is.keysOf(base)) || is.isUnknown(property))
        return is.itemOf(base)
      const got = is.printNature(property)
      return this.problem(node.property.range, `cannot use ${got} to get an element from ${type}`)
    }
    if (is.isList(base)) {
      if (is.isInteger(property) || is.isUnknown(property)) return is.itemOf(base)
      const got = is.printNature(property)
      const message = `array elements can only be selected using an integer (got ${got})`
      return this.problem(node.property.range, message)
    }
    if (name === undefined) {
      return this.problem(node.range, `type ${type}[${is.printNature(property)}] is undefined`)
    }
    return this.problem(
      node.range,
      `type ${type} has no ${node.method ? 'method' : 'field'} ${name}`,
    )
  }

  private slice(node: ExprSlice): Nature {
    const base = this.visit(node.base)
    if (is.isUnknown(base)) return is.unknown
    if (!is.isString(base) && !is.isList(base)) {
      return this.problem(node.range, `cannot slice ${is.printNature(base)}`)
    }
    for (const end of [node.start, node.end]) {
      if (!end) continue
      const nature = this.visit(end)
      if (!is.isInteger(nature) && !is.isUnknown(nature)) {
        return this.problem(end.range, `non-integer slice index ${is.printNature(nature)}`)
      }
    }
    return base
  }

  private call(node: ExprCall): Nature {
    const { callee } = node
    if (callee.kind === 'name' && callee.name === '$env') {
      return this.problem(node.range, 'map[string]interface {} is not callable')
    }
    const nature = this.visit(callee)
    if (is.isUnknown(nature)) return is.unknown
    const name = calledName(callee)
    if (nature.nil) {
      return this.problem(node.range, `${name} is nil; cannot call nil as function`)
    }
    if (!nature.fn) return this.problem(node.range, `${is.printNature(nature)} is not callable`)
    const problem = this.checkArguments(name, nature.fn, node.args, node.range)
    return problem ? this.problem(problem.range, problem.message) : { type: nature.fn.result }
  }

  private builtin(node: ExprBuiltin): Nature {
    const predicate = checkPredicateBuiltin(this, node)
    if (predicate) return predicate
    if (node.name === 'get') return this.get(node)
    const builtin = builtins.get(node.name)
    if (!builtin) return this.problem(node.range, `unknown builtin ${node.name}`)
    if ('validate' in builtin) {
      const args = node.args.map((arg) => this.visit(arg))
      const types = args.map((nature) => (is.isUnknown(nature) ? 'interface {}' : nature.type))
      const result = builtin.validate(types)
      return typeof result === 'string'
        ? { type: result }
        : this.problem(node.range, result.message)
    }
    let problem: ExprProblem | undefined
    for (const overload of builtin.overloads) {
      problem = this.checkArguments(node.name, overload, node.args, node.range)
      if (!problem) return { type: overload.result }
    }
    return problem ? this.problem(problem.range, problem.message) : is.unknown
  }

  private get(node: ExprBuiltin): Nature {
    const [from, key] = node.args
    if (!from || !key || node.args.length !== 2) {
      const message = `invalid number of arguments (expected 2, got ${node.args.length})`
      return this.problem(node.range, message)
    }
    const base = this.visit(from)
    const property = this.visit(key)
    if (from.kind === 'name' && from.name === '$env') {
      const known = key.kind === 'string' ? this.scope.variables.get(key.value) : undefined
      return known ?? is.unknown
    }
    if (is.isUnknown(base)) return is.unknown
    const got = is.printNature(property)
    if (is.isList(base)) {
      if (is.isInteger(property) || is.isUnknown(property)) return is.itemOf(base)
      return this.problem(key.range, `non-integer slice index ${got}`)
    }
    const type = is.printNature(base)
    if (!is.isMap(base)) return this.problem(from.range, `type ${type} does not support indexing`)
    if (is.mayStandFor(property, is.keysOf(base)) || is.isUnknown(property)) return is.itemOf(base)
    return this.problem(key.range, `cannot use ${got} to get an element from ${type}`)
  }

  private checkArguments(
    name: string,
    { params, variadic }: Signature,
    args: readonly ExprNode[],
    range: TextRange,
  ): ExprProblem | undefined {
    const natures = args.map((arg) => this.visit(arg))
    const least = variadic ? params.length - 1 : params.length
    if (!variadic && args.length > params.length) {
      return { message: `too many arguments to call ${name}`, range }
    }
    if (args.length < least) return { message: `not enough arguments to call ${name}`, range }
    for (const [at, nature] of natures.entries()) {
      const type = params[Math.min(at, params.length - 1)] ?? ''
      const place = args[at]?.range ?? range
      if (nature.nil) {
        if (['ptr', 'interface'].includes(is.kindIn({ type }))) continue
        return {
          message: `cannot use nil as argument (type ${type}) to call ${name}`,
          range: place,
        }
      }
      if (is.mayStandFor(nature, { type }) || is.isUnknown(nature)) continue
      if (is.isInteger(nature) && is.isInteger({ type })) continue
      const got = is.printNature(nature)
      return {
        message: `cannot use ${got} as argument (type ${type}) to call ${name}`,
        range: place,
      }
    }
    return undefined
  }

  private pointer({ range }: ExprNode, name: string): Nature {
    const scope = this.predicates.at(-1)
    if (!scope) return this.problem(range, 'cannot use pointer accessor outside predicate')
    if (name === '') {
      const { collection } = scope
      return is.isUnknown(collection) ? is.unknown : is.itemOf(collection)
    }
    return scope.pointers.get(name) ?? this.problem(range, `unknown pointer #${name}`)
  }

  private declaration({ name, nameRange, value, body }: ExprLet): Nature {
    if (this.scope.variables.has(name)) return this.problem(nameRange, `cannot redeclare ${name}`)
    if (builtins.has(name)) return this.problem(nameRange, `cannot redeclare builtin ${name}`)
    if (this.variables.some((one) => one.name === name)) {
      return this.problem(nameRange, `cannot redeclare variable ${name}`)
    }
    this.variables.push({ name, nature: this.visit(value) })
    const nature = this.visit(body)
    this.variables.pop()
    return nature
  }

  private conditional({ condition, then, otherwise }: ExprConditional): Nature {
    const test = this.visit(condition)
    if (!is.isBool(test) && !is.isUnknown(test)) {
      const message = `non-bool expression (type ${is.printNature(test)}) used as condition`
      return this.problem(condition.range, message)
    }
    const a = this.visit(then)
    const b = this.visit(otherwise)
    if (a.nil) return b
    if (b.nil) return a
    if (!is.mayStandFor(a, b)) return is.unknown
    const sameItems =
      is.mayStandFor(is.itemOf(a), is.itemOf(b)) && is.mayStandFor(is.itemOf(b), is.itemOf(a))
    return is.isList(a) && is.isList(b) && !sameItems ? is.anyList : a
  }

  private array(items: readonly ExprNode[]): Nature {
    const natures = items.map((item) => this.visit(item))
    const last = natures.at(-1) ?? is.unknown
    const alike = natures.every((nature) => is.kindIn(nature) === is.kindIn(last))
    return alike ? is.listOf(last) : is.anyList
  }
}

function calledName(callee: ExprNode): string {
  if (callee.kind === 'name') return callee.name
  const property = callee.kind === 'member' ? callee.property : undefined
  return property?.kind === 'string' ? property.value : 'function'
}

function signatureOf(builtin: Builtin): Signature {
  const first = 'overloads' in builtin ? builtin.overloads[0] : undefined
  return first ?? signature('(...interface {}) interface {}!')
}
