import { assertNever } from '../../base/index.ts'
import type { WhenProblem } from './token.ts'
import type { WhenBinary, WhenNode, WhenOperand, WhenPrefix } from './tree.ts'

/** What is known about a value before the tags are filled in. */
type Type = 'text' | 'number' | 'boolean' | 'list' | 'any'

/**
 * Problems of meaning that stand whatever the tags become: what govaluate refuses when it evaluates, and
 * comparisons that are always the same, for it never takes a text for a number.
 */
export function checkWhen(tree: WhenNode): WhenProblem[] {
  const problems: WhenProblem[] = []
  requireBoolean(tree, typeOf(tree, problems), problems)
  return problems
}

function typeOf(node: WhenNode, problems: WhenProblem[]): Type {
  switch (node.kind) {
    case 'operand':
      return operandType(node, problems)
    case 'prefix':
      return prefixType(node, problems)
    case 'binary':
      return binaryType(node, problems)
    case 'group':
      return typeOf(node.inner, problems)
    case 'list':
      for (const item of node.items) typeOf(item, problems)
      return 'list'
    default:
      return assertNever(node)
  }
}

function operandType(node: WhenOperand, problems: WhenProblem[]): Type {
  switch (node.form) {
    case 'word':
      if (node.text.includes('.')) {
        const message = `\`${node.text}\` has a dot, so it is read as a field of a variable: put double quotes around it.`
        problems.push({ code: 'dotted-word', message, range: node.range })
      }
      return 'text'
    case 'bracket':
      return 'text'
    case 'string':
      // govaluate takes quoted dates for numbers.
      return /\d.*[-:]/.test(node.value) && node.tags.length === 0 ? 'any' : 'text'
    case 'number':
    case 'boolean':
      return node.form
    case 'tag':
    case 'template':
      return 'any'
    default:
      return assertNever(node.form)
  }
}

function prefixType(node: WhenPrefix, problems: WhenProblem[]): Type {
  const type = typeOf(node.operand, problems)
  if (node.operator === '!') {
    requireBoolean(node.operand, type, problems)
    return 'boolean'
  }
  requireNumber(node.operator, node.operand, type, problems)
  return 'number'
}

function binaryType(node: WhenBinary, problems: WhenProblem[]): Type {
  const left = typeOf(node.left, problems)
  const right = typeOf(node.right, problems)
  switch (node.operator) {
    case '&&':
    case '||':
      requireBoolean(node.left, left, problems)
      requireBoolean(node.right, right, problems)
      return 'boolean'
    case '==':
    case '!=':
      checkEquality(node, left, right, problems)
      return 'boolean'
    case '<':
    case '<=':
    case '>':
    case '>=':
      checkOrder(node, left, right, problems)
      return 'boolean'
    case '=~':
    case '!~':
      if (left === 'number' || left === 'boolean') {
        const message = `\`${node.operator}\` searches in a text, and the left side is a ${left}: put double quotes around it.`
        problems.push({ code: 'comparator-types', message, range: node.left.range })
      }
      return 'boolean'
    case 'in':
      if (right !== 'list' && right !== 'any') {
        const message =
          '`in` needs a list of at least two entries, as in `("a", "b")`. Compare one with `==`.'
        problems.push({ code: 'list-too-short', message, range: node.right.range })
      }
      return 'boolean'
    case '?':
      requireBoolean(node.left, left, problems)
      return 'any'
    case ':':
    case '??':
      return 'any'
    case '+':
      if (left === 'text' || right === 'text') return 'text'
      return left === 'number' && right === 'number' ? 'number' : 'any'
    default:
      requireNumber(node.operator, node.left, left, problems)
      requireNumber(node.operator, node.right, right, problems)
      return 'number'
  }
}

function checkEquality(node: WhenBinary, left: Type, right: Type, problems: WhenProblem[]): void {
  if (left === 'any' || right === 'any' || left === right) return
  const answer = node.operator === '==' ? 'false' : 'true'
  const message = `A ${left} never equals a ${right}, so this is always ${answer}: put double quotes around both sides, or around none.`
  problems.push({ code: 'always-different', message, range: node.range })
}

function checkOrder(node: WhenBinary, left: Type, right: Type, problems: WhenProblem[]): void {
  const known = [left, right].filter((type) => type !== 'any')
  const fits = known.every((type) => type === 'number') || known.every((type) => type === 'text')
  if (fits) return
  const message = `\`${node.operator}\` compares two numbers or two texts: put double quotes around both sides, or around none.`
  problems.push({ code: 'comparator-types', message, range: node.range })
}

function requireNumber(
  operator: string,
  node: WhenNode,
  type: Type,
  problems: WhenProblem[],
): void {
  if (type === 'number' || type === 'any') return
  const message = `\`${operator}\` calculates with numbers, and this is a ${type}: put double quotes around a text that contains \`${operator}\`.`
  problems.push({ code: 'text-arithmetic', message, range: node.range })
}

function requireBoolean(node: WhenNode, type: Type, problems: WhenProblem[]): void {
  if (type === 'boolean' || type === 'any') return
  const message = `This is a ${type}, where a condition must be true or false: compare it with something.`
  problems.push({ code: 'not-boolean', message, range: node.range })
}
