import { FieldReader } from '../../argo/index.ts'
import { samePath, type Path } from '../../base/index.ts'
import { findReferences } from '../../expression/index.ts'
import {
  calledBy,
  consumersOf,
  flowOf,
  referencesTo,
  stepAt,
  type DataUse,
  type Flow,
  type FlowReference,
} from '../../flow/index.ts'
import { locate, visitNodes, type YamlNode, type YamlTree } from '../../yaml/index.ts'
import type { RunNode } from '../node.ts'
import type { Expected, ExpectedOf } from './placeholder.ts'
import { takenFor } from './reading.ts'

/** Arguments are not followed into more templates than this, one in another. */
const MOST_TEMPLATES = 4

/**
 * Tells from manifests what those who read an output take it for: loops, conditions and functions, also by way of the outputs of templates
 * around it and the inputs of templates that it is given to. Of readers who differ, lists go before maps, those before numbers, and all
 * before conditions, whose values are put together.
 */
export function expectedIn(sources: readonly { readonly tree: YamlTree }[]): ExpectedOf {
  const known = new Map<string, Expected | undefined>()
  return (node, output) => {
    const { source, document, path } = node.origin
    const key = [source, document, path.join('/'), output].join(' ')
    if (!known.has(key)) {
      const tree = sources[source]?.tree
      const flow = tree && flowOf(tree, document)
      known.set(key, flow && expectedOf(flow, path, output))
    }
    const expected = known.get(key)
    return node.item === undefined ? expected : expectedOfItem(node, output, expected)
  }
}

/** Of a loop, readers get a list of what all items give; results are read as JSON for it (`processAggregateNodeOutputs`). */
function expectedOfItem(
  { displayName }: RunNode,
  output: string,
  expected: Expected | undefined,
): Expected | undefined {
  if (expected?.kind === 'list' && expected.fields.length > 0)
    return { kind: 'map', fields: expected.fields }
  if (expected?.kind === 'list' || expected === undefined)
    return output === 'result'
      ? { kind: 'choice', values: [JSON.stringify(`${displayName}-result`)] }
      : undefined
  return expected
}

function expectedOf(flow: Flow, path: Path, output: string): Expected | undefined {
  const uses = consumersOf(flow, path)
  const taken = [
    ...uses.filter((use) => isOf(use, output)).flatMap((use) => takenByAll(flow, use)),
    ...uses.flatMap(({ reference }) => takenAsItem(flow, reference, output)),
  ]
  const first = (kind: Expected['kind']): Expected | undefined =>
    taken.find((one) => one.kind === kind)
  const values = taken.flatMap((one) => (one.kind === 'choice' ? one.values : []))
  return (
    first('list') ??
    first('map') ??
    first('number') ??
    (values.length === 0 ? undefined : { kind: 'choice', values: [...new Set(values)] })
  )
}

function isOf({ reference: { what } }: DataUse, output: string): boolean {
  if (what.role !== 'data' || what.reference.kind !== 'step') return false
  const { part } = what.reference
  return part.kind === 'parameter'
    ? output === `parameters.${part.name.name}`
    : part.kind === output
}

/** What a condition takes an output parameter for that comes to it as a field of the item of a loop over all parameters. */
function takenAsItem(
  flow: Flow,
  { what, path, reader }: FlowReference,
  output: string,
): readonly Expected[] {
  const isOfAll =
    what.role === 'data' &&
    what.reference.kind === 'step' &&
    what.reference.part.kind === 'parameters'
  if (!isOfAll || path[reader.path.length] !== 'withParam') return []
  const text = scalarAt(flow, [...reader.path, 'when'])
  if (text === undefined) return []
  return findReferences(text).flatMap(({ reference, tag }) => {
    const isItem = reference.kind === 'item' && `parameters.${reference.key?.name ?? ''}` === output
    if (!isItem || tag === undefined) return []
    return takenFor({ text, within: reference.range, field: 'when', itemFields: [] }) ?? []
  })
}

function takenByAll(flow: Flow, { reference, next }: DataUse): readonly Expected[] {
  return [...takenBy(flow, reference, 0), ...next.flatMap((use) => takenByAll(flow, use))]
}

function takenBy(flow: Flow, reference: FlowReference, depth: number): readonly Expected[] {
  const { path, within, reader } = reference
  const text = scalarAt(flow, path)
  if (text === undefined) return []
  const field = String(path[reader.path.length])
  const itemFields = field === 'withParam' ? itemFieldsOf(flow, reader.path) : []
  const own = takenFor({ text, within, field, itemFields })
  if (own !== undefined) return [own]
  const isWhole = /^\s*\{\{[^{}]*\}\}\s*$/.test(text)
  return isWhole && depth < MOST_TEMPLATES ? takenByCalled(flow, path, depth) : []
}

/** What the template that a step calls takes an argument for. */
function takenByCalled(flow: Flow, path: Path, depth: number): readonly Expected[] {
  const step = stepAt(flow, path)
  if (step === undefined) return []
  const [first, list, index] = path.slice(step.path.length)
  if (first !== 'arguments' || list !== 'parameters' || typeof index !== 'number') return []
  const called = calledBy(flow, step.view, step.path)
  const name = step.view.parameters[index]?.name
  const at = called?.view.inputs.parameters.findIndex((input) => input.name === name) ?? -1
  if (called === undefined || name === undefined || at < 0) return []
  const input = [...called.path, 'inputs', 'parameters', at]
  return referencesTo(flow.tree, {
    kind: 'input',
    of: 'parameter',
    document: called.document,
    path: input,
    name,
  }).flatMap((reference) => {
    const around = flowOf(flow.tree, reference.document)
    if (around === undefined || samePath(reference.path, path)) return []
    return reference.what.role === 'data' ? takenBy(around, reference, depth + 1) : []
  })
}

function scalarAt({ tree, document }: Flow, path: Path): string | undefined {
  const node = locate(tree, { document, path })?.node
  return node?.kind === 'scalar' ? node.value : undefined
}

/** The fields of the item that a step or task reads. */
function itemFieldsOf({ tree, document }: Flow, path: Path): readonly string[] {
  const root = tree.documents[document]
  const step = locate(tree, { document, path })?.node
  if (root === undefined || step === undefined) return []
  const fields = new Set<string>()
  const read = (node: YamlNode): void => {
    for (const { reference } of findReferences(new FieldReader(root).textOf(node) ?? ''))
      if (reference.kind === 'item' && reference.key !== undefined) fields.add(reference.key.name)
  }
  visitNodes(step, 0, read)
  return [...fields]
}
