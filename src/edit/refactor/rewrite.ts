import { ok, type TextChange } from '../../base/index.ts'
import {
  findExpressionReferences,
  findReferences,
  findTags,
  parseReference,
  type FoundReference,
  type Reference,
} from '../../expression/index.ts'
import type { Address, Plan, YamlTree } from '../../yaml/index.ts'
import type { PlacedScalar } from '../scalars.ts'
import { applyChanges, changeScalar } from '../splice-scalar.ts'
import { partsOf, referencesUnder, type PlacedReference } from './references.ts'

/** What takes the place of a reference: another one by its parts, a text that may hold tags itself, or another first word. */
export type Replacement =
  { readonly parts: readonly string[] } | { readonly text: string } | { readonly root: string }

/**
 * Plans to replace the references under an address, each as `decide` says; those for which it gives nothing stay. Nothing but the
 * reference changes; in an expression a part that is no identifier goes into brackets.
 */
export function rewriteReferences(
  tree: YamlTree,
  address: Address,
  decide: (placed: PlacedReference) => Replacement | undefined,
): Plan {
  const planned = new Map<PlacedScalar, TextChange[]>()
  for (const placed of referencesUnder(tree, address)) {
    const replacement = decide(placed)
    if (replacement === undefined || isSame(placed.found.reference, replacement)) continue
    const changes = planned.get(placed.scalar) ?? []
    changes.push(changeOf(placed.found, replacement))
    planned.set(placed.scalar, changes)
  }
  const all: TextChange[] = []
  for (const [scalar, changes] of planned) {
    const plan = changeScalar(tree, address.document, scalar, changes)
    if (!plan.ok) return plan
    all.push(...plan.value)
  }
  return ok(all.sort((a, b) => a.from - b.from))
}

/** Whether a replacement says what is there already, maybe in other quotes. */
function isSame(reference: Reference, replacement: Replacement): boolean {
  if ('root' in replacement) return false
  const old = partsOf(reference).join('.')
  if ('parts' in replacement) return replacement.parts.join('.') === old
  return replacement.text === `{{${old}}}`
}

function changeOf({ reference, form, tag }: FoundReference, replacement: Replacement): TextChange {
  if ('root' in replacement) {
    const { from } = reference.range
    return { from, to: from + (partsOf(reference)[0] ?? '').length, insert: replacement.root }
  }
  if (form === 'expression') {
    const insert =
      'parts' in replacement ? chainOf(replacement.parts) : expressionOf(replacement.text)
    return { ...reference.range, insert }
  }
  if ('parts' in replacement) return { ...reference.range, insert: replacement.parts.join('.') }
  return { ...(tag?.range ?? reference.range), insert: replacement.text }
}

/** A text after its references were replaced, as `decide` says. */
export function rewriteText(
  text: string,
  isExpression: boolean,
  decide: (reference: Reference) => Replacement | undefined,
): string {
  const found = isExpression ? findExpressionReferences(text) : findReferences(text)
  const changes = found.flatMap((one) => {
    const replacement = decide(one.reference)
    if (replacement === undefined || isSame(one.reference, replacement)) return []
    return [changeOf(one, replacement)]
  })
  return applyChanges(text, changes)
}

/** A reference for expressions: `steps['flip-coin'].outputs.result`. */
export function chainOf(parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      if (index === 0) return part
      return /^[A-Za-z_$][\w$]*$/.test(part) ? `.${part}` : `['${quoted(part)}']`
    })
    .join('')
}

/** A text with tags as an expression that has its value. */
export function expressionOf(text: string): string {
  const pieces: string[] = []
  let at = 0
  for (const { range, body, kind } of findTags(text)) {
    if (range.from > at) pieces.push(`'${quoted(text.slice(at, range.from))}'`)
    const reference = kind === 'simple' ? parseReference(body) : undefined
    pieces.push(reference === undefined ? `(${body})` : chainOf(partsOf(reference)))
    at = range.to
  }
  if (at < text.length || pieces.length === 0) pieces.push(`'${quoted(text.slice(at))}'`)
  return pieces.length === 1 ? pieces.join('') : `(${pieces.join(' + ')})`
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')
}

/**
 * Plans to have everything under an address call steps of some names tasks, or the other way round: `{{steps.a.status}}` becomes
 * `{{tasks.a.status}}`. Names that are not among them are of an outer template and stay.
 */
export function rewriteScope(
  tree: YamlTree,
  address: Address,
  names: ReadonlySet<string>,
  to: 'steps' | 'tasks',
): Plan {
  const from = to === 'tasks' ? 'steps' : 'tasks'
  return rewriteReferences(tree, address, ({ found: { reference } }) => {
    const isNode = reference.kind === 'step' && reference.scope === from
    const isName = reference.kind === 'built-in' && reference.name === `${from}.name`
    return isName || (isNode && names.has(reference.step.name)) ? { root: to } : undefined
  })
}
