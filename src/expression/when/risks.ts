import { parseReference } from '../parse-reference.ts'
import type { StepPart } from '../reference.ts'
import type { Tag } from '../tags.ts'
import type { WhenProblem } from './problem.ts'
import { isComparisonOperator } from './operators.ts'
import { quoteComparison } from './requote.ts'
import type { WhenBinary, WhenNode, WhenOperand } from './tree.ts'

/**
 * What fails for some values of the tags: a tag without quotes whose value may be empty or hold a space, a hyphen or a dot, which
 * is an error then; and one that is compared with a quoted number, which it never equals. `taken` says of which comparisons
 * more is known.
 */
export function findRisks(
  text: string,
  tree: WhenNode,
  taken: (node: WhenBinary) => boolean,
): WhenProblem[] {
  const risks: WhenProblem[] = []
  for (const node of comparisons(tree)) {
    if (taken(node)) continue
    const sides = [...leaves(node.left), ...leaves(node.right)]
    const bare = sides.filter((side) => isOpen(side))
    const first = bare[0] ?? sides.find((side) => isNumberTag(side))
    if (!first) continue
    const replacement = quoteComparison(text, node)
    const mends = replacement ? { replacement } : {}
    const against = sides.find((side) => isQuotedValue(side))
    const isEquality = node.operator === '==' || node.operator === '!='
    if (against && isEquality) {
      const message = `\`${first.text}\` has no quotes and \`${against.text}\` has: a value that is a number, true or false never equals a text. Put double quotes around both.`
      risks.push({ code: 'tag-against-quoted', message, range: first.range, ...mends })
      continue
    }
    if (!replacement || isNumeric(node) || isChosenResult(node, sides)) continue
    for (const side of bare) {
      const message = `\`${side.text}\` has no quotes: when its value is empty, or has a space, a hyphen or a dot, the condition cannot be evaluated. Put double quotes around both sides.`
      risks.push({ code: 'tag-unquoted', message, range: side.range, replacement })
    }
  }
  return risks
}

function comparisons(node: WhenNode): readonly WhenBinary[] {
  switch (node.kind) {
    case 'binary': {
      const inner = [...comparisons(node.left), ...comparisons(node.right)]
      return isComparisonOperator(node.operator) ? [node, ...inner] : inner
    }
    case 'prefix':
      return comparisons(node.operand)
    case 'group':
      return comparisons(node.inner)
    case 'list':
      return node.items.flatMap(comparisons)
    default:
      return []
  }
}

/** The operands of one side: itself, or the entries of a list. */
function leaves(node: WhenNode): readonly WhenOperand[] {
  if (node.kind === 'operand') return [node]
  if (node.kind === 'group' && node.inner.kind === 'list') return node.inner.items.flatMap(leaves)
  return []
}

/** Whether tags without quotes decide what an operand is. */
function isOpen({ form, tags }: WhenOperand): boolean {
  return (form === 'tag' || form === 'template') && !tags.every(isSafe)
}

/** What Argo fills in itself and what is always one word or one number. */
function isSafe(tag: Tag): boolean {
  const name = builtInOf(tag)
  return name !== undefined && (words.has(name) || numbers.has(name))
}

/** Whether an operand is one tag without quotes that is always a number. */
function isNumberTag({ form, tags: [tag] }: WhenOperand): boolean {
  const name = form === 'tag' && tag ? builtInOf(tag) : undefined
  return name !== undefined && numbers.has(name)
}

const words: ReadonlySet<string> = new Set(['status', 'workflow.status', 'lastRetry.status'])
const numbers: ReadonlySet<string> = new Set([
  'exitCode',
  'workflow.duration',
  'workflow.priority',
  'retries',
  'lastRetry.exitCode',
  'lastRetry.duration',
])

/** The name of what Argo fills in, for fields of steps without the step. */
function builtInOf({ kind, body }: Tag): string | undefined {
  const reference = kind === 'simple' ? parseReference(body) : undefined
  if (reference?.kind === 'step' && reference.part.kind === 'field') return reference.part.field
  return reference?.kind === 'built-in' ? reference.name : undefined
}

/**
 * Whether an output of a step is compared with words, as in `{{steps.flip.outputs.result}} == heads`. Everybody writes it like this, and
 * who wrote the step knows what it leaves behind: the words say which. What is given from outside can be anything.
 */
function isChosenResult({ operator }: WhenBinary, sides: readonly WhenOperand[]): boolean {
  if (operator !== '==' && operator !== '!=' && operator !== 'in') return false
  return sides.every(({ form, tags: [tag] }) => {
    if (form === 'word' || form === 'string') return true
    const reference = form === 'tag' && tag?.kind === 'simple' && parseReference(tag.body)
    return reference && reference.kind === 'step' && isValue(reference.part)
  })
}

function isValue({ kind }: StepPart): boolean {
  return kind === 'result' || kind === 'parameter'
}

/** A number, true or false in quotes. */
function isQuotedValue({ form, value, tags }: WhenOperand): boolean {
  return form === 'string' && tags.length === 0 && /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value)
}

/** Whether one side is a number, so that quotes on the other would change what the comparison means. */
function isNumeric({ operator, left, right }: WhenBinary): boolean {
  if (['<', '<=', '>', '>='].includes(operator)) return true
  return [...leaves(left), ...leaves(right)].some(({ form }) => form === 'number')
}
