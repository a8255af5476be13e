import { findReferences, findTags, parseWhen, type WhenNode } from '../../expression/index.ts'
import { usesInExpression } from './expression-uses.ts'
import { openAll, openUse, type FoundUse, type Use } from './use.ts'

/** What a condition of a step does with what it refers to. */
export function usesInWhen(text: string): readonly FoundUse[] {
  const { tree } = parseWhen(text)
  if (tree === undefined) return openAll(findReferences(text), 'a condition cannot be read')
  return usesOf(text, tree)
}

/** A pattern that fits itself. */
const isPlain = /^[\w -]+$/

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

function usesOf(text: string, node: WhenNode): readonly FoundUse[] {
  switch (node.kind) {
    case 'group':
      return usesOf(text, node.inner)
    case 'prefix':
      if (node.operator === '!') return usesOf(text, node.operand)
      break
    case 'operand':
      return taken(text, node, { kind: 'truth' })
    case 'binary':
      if (node.operator === '&&' || node.operator === '||')
        return [...usesOf(text, node.left), ...usesOf(text, node.right)]
      return compared(text, node.operator, node.left, node.right)
    case 'list':
    case 'call':
    case 'nothing':
      break
  }
  return openAll(referencesIn(text, node), 'a condition works with it')
}

function compared(
  text: string,
  operator: string,
  left: WhenNode,
  right: WhenNode,
): readonly FoundUse[] {
  const isTagLeft = hasTag(text, left)
  const isTagRight = hasTag(text, right)
  if (isTagLeft && isTagRight) {
    const isEqual = operator === '==' || operator === '!='
    const use: Use = isEqual
      ? { kind: 'pair' }
      : openUse('its order to another value decides', ['0', '1000000'])
    return [...taken(text, left, use), ...taken(text, right, use)]
  }
  const [own, other] = isTagLeft ? [left, right] : [right, left]
  const values = constantsOf(other)
  if (values === undefined) return openAll(referencesIn(text, own), 'a condition works with it')
  const isText = [own, other].some((side) => side.kind === 'operand' && side.quote !== undefined)
  return taken(text, own, useOf(operator, values, isText))
}

/** `isText`: with quotes numbers are texts, which have another order. */
function useOf(operator: string, values: readonly string[], isText: boolean): Use {
  switch (operator) {
    case '==':
    case '!=':
    case 'in':
      return { kind: 'equal', values }
    case '=~':
    case '!~':
      return openUse(
        `a pattern decides: ${values.join(', ')}`,
        values.map((value) => value.replace(/^\^|\$$/g, '')).filter((value) => isPlain.test(value)),
      )
    default: {
      const numbers = values.map(Number)
      const areNumbers = numbers.every(Number.isFinite)
      if (orders.has(operator) && areNumbers && !isText) return { kind: 'order', numbers }
      return openUse('its order to a text decides', values)
    }
  }
}

/** What is done with an operand; where it is more than one tag, nobody knows what values would do. */
function taken(text: string, node: WhenNode, use: Use): readonly FoundUse[] {
  const inner = node.kind === 'group' ? node.inner : node
  const found = referencesIn(text, inner)
  if (inner.kind !== 'operand') return openAll(found, 'a condition works with it')
  const tags = findTags(inner.value)
  const [tag] = tags
  if (tag === undefined) return []
  const isAlone = tags.length === 1 && tag.range.from === 0 && tag.range.to === inner.value.length
  if (!isAlone) return openAll(found, 'it is part of a longer text', triesOf(use))
  if (tag.kind === 'simple') {
    const [one] = found
    // A tag that means nothing stays as it is.
    return one === undefined ? [] : [{ reference: one.reference, use }]
  }
  if (use.kind === 'truth') return usesInExpression(tag.body)
  const isBare = found.length === 1 && /^[\w.\-[\]'"]+$/.test(tag.body)
  if (isBare) return found.map(({ reference }) => ({ reference, use }))
  return throughExpression(tag.body, use, found)
}

/** An expression whose value is compared: with true or false it is a condition of its own. */
function throughExpression(
  body: string,
  use: Use,
  found: ReturnType<typeof findReferences>,
): readonly FoundUse[] {
  const isTruth =
    use.kind === 'equal' && use.values.every((value) => value === 'true' || value === 'false')
  const inner = usesInExpression(body)
  if (isTruth || inner.some(({ reference }) => reference === undefined)) return inner
  return openAll(found, 'an expression works with it', triesOf(use))
}

function triesOf(use: Use): readonly string[] {
  if (use.kind === 'equal') return use.values
  if (use.kind === 'order') return use.numbers.map(String)
  return use.kind === 'open' ? use.tries : []
}

function hasTag(text: string, { range }: WhenNode): boolean {
  return text.slice(range.from, range.to).includes('{{')
}

function referencesIn(text: string, { range }: WhenNode): ReturnType<typeof findReferences> {
  return findReferences(text.slice(range.from, range.to))
}

/** The constants on one side of a comparison; nothing where something is calculated. */
function constantsOf(node: WhenNode): readonly string[] | undefined {
  switch (node.kind) {
    case 'operand':
      return [node.value]
    case 'prefix': {
      const { operator, operand } = node
      const isNegative = operator === '-' && operand.kind === 'operand'
      return isNegative ? [`-${operand.value}`] : undefined
    }
    case 'group':
      return constantsOf(node.inner)
    case 'list': {
      const items = node.items.map(constantsOf)
      return items.every((item) => item !== undefined) ? items.flat() : undefined
    }
    default:
      return undefined
  }
}
