import type { Path } from '../../base/index.ts'
import {
  findExpressionReferences,
  findReferences,
  type FoundReference,
  type Reference,
} from '../../expression/index.ts'
import {
  itemsOf,
  locate,
  valueOf,
  type Address,
  type YamlNode,
  type YamlTree,
} from '../../yaml/index.ts'
import { scalarsUnder, type PlacedScalar } from '../scalars.ts'

/** Keys whose values are expressions as a whole, without braces around them. */
const expressionKeys: ReadonlySet<string | number> = new Set(['expression', 'fromExpression'])

/** A reference and the text that holds it. */
export interface PlacedReference {
  readonly scalar: PlacedScalar
  readonly found: FoundReference
}

/**
 * All references under an address that mean something outside of the templates given in place there: what such a template has of
 * that name itself is left out.
 */
export function referencesUnder(tree: YamlTree, address: Address): PlacedReference[] {
  const depth = address.path.length
  return scalarsUnder(tree, address).flatMap((scalar) =>
    referencesOf(scalar)
      .filter(({ reference }) => !isOwn(tree, address.document, scalar.path, depth, reference))
      .map((found) => ({ scalar, found })),
  )
}

/** The references of one text, read as what its key makes it: a text with tags or an expression. */
export function referencesOf({ node, path }: PlacedScalar): FoundReference[] {
  if (expressionKeys.has(path.at(-1) ?? '')) return findExpressionReferences(node.value)
  return node.value.includes('{{') ? findReferences(node.value) : []
}

/** A reference as it is written. */
export function wordsOf({ scalar, found }: PlacedReference): string {
  const { from, to } = found.reference.range
  return scalar.node.value.slice(from, to)
}

/** The parts of a reference, which dots or brackets join. */
export function partsOf(reference: Reference): readonly string[] {
  switch (reference.kind) {
    case 'step': {
      const head = [reference.scope, reference.step.name]
      const { part } = reference
      if (part.kind === 'result') return [...head, 'outputs', 'result']
      if (part.kind === 'parameters') return [...head, 'outputs', 'parameters']
      if (part.kind === 'parameter') return [...head, 'outputs', 'parameters', part.name.name]
      if (part.kind === 'artifact') return [...head, 'outputs', 'artifacts', part.name.name]
      if (part.kind === 'field') return [...head, part.field]
      return part.text === '' ? head : [...head, ...part.text.split('.')]
    }
    case 'input':
    case 'output': {
      const list = reference.of === 'parameter' ? 'parameters' : 'artifacts'
      const parts = [`${reference.kind}s`, list, reference.name.name]
      return reference.path ? [...parts, 'path'] : parts
    }
    case 'workflow-parameter':
      return ['workflow', 'parameters', reference.name.name]
    case 'workflow-output':
      return [
        'workflow',
        'outputs',
        reference.of === 'parameter' ? 'parameters' : 'artifacts',
        reference.name.name,
      ]
    case 'item':
      return reference.key === undefined ? ['item'] : ['item', reference.key.name]
    case 'built-in':
      return reference.name.split('.')
  }
}

/** Whether a reference means something of a template given in place between an address and the text. */
function isOwn(
  tree: YamlTree,
  document: number,
  path: Path,
  depth: number,
  reference: Reference,
): boolean {
  for (let at = depth; at < path.length; at++) {
    if (path[at] !== 'inline') continue
    const inline = locate(tree, { document, path: path.slice(0, at + 1) })?.node
    if (inline !== undefined && defines(inline, reference)) return true
  }
  return false
}

/** Whether a template has what a reference means. */
export function defines(template: YamlNode, reference: Reference): boolean {
  if (reference.kind === 'output') return true
  if (reference.kind === 'input') {
    const list = reference.of === 'parameter' ? 'parameters' : 'artifacts'
    return namesIn(valueOf(valueOf(template, 'inputs'), list)).includes(reference.name.name)
  }
  if (reference.kind !== 'step') return false
  const own =
    reference.scope === 'steps'
      ? itemsOf(valueOf(template, 'steps')).flatMap(namesIn)
      : namesIn(valueOf(valueOf(template, 'dag'), 'tasks'))
  return own.includes(reference.step.name)
}

/** The names of the items of a list. */
export function namesIn(list: YamlNode | undefined): string[] {
  return itemsOf(list).flatMap((item) => {
    const name = valueOf(item, 'name')
    return name?.kind === 'scalar' ? [name.value] : []
  })
}
