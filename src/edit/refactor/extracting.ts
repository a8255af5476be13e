import {
  freeName,
  nameProblem,
  templateOfPath,
  templatePath,
  type TemplateAddress,
  type TemplateView,
} from '../../argo/index.ts'
import {
  insertItems,
  newItem,
  styleOf,
  toValue,
  valueOf,
  type JsonObject,
} from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'
import { templateNames } from '../places.ts'
import { mayLackOutputs, producerOf } from './lift.ts'
import { capital } from './order.ts'
import type { PortList } from './port-list.ts'
import { partsOf, wordsOf, type PlacedReference } from './references.ts'
import type { Replacement } from './rewrite.ts'
import { placeWords } from './words.ts'

/*
 * What taking steps and taking tasks out of a template have in common.
 */

/** The name of the new template: the wanted one, or a free one after the template that it comes from. Refuses one that is none or taken. */
export function nameFor(draft: Draft, view: TemplateView, wanted: string | undefined): string {
  const taken = draft.manifest === undefined ? new Set<string>() : templateNames(draft.manifest)
  if (wanted === undefined) return freeName(`${view.name ?? 'template'}-part`, taken)
  const problem = nameProblem(wanted)
  if (problem !== undefined) draft.refuse(`“${wanted}” is no name for a template. ${problem}`)
  if (taken.has(wanted)) draft.refuse(`There is a template ${wanted} already.`)
  return wanted
}

/**
 * What takes the place of a reference from outside into what is taken: an output of the call, which the list gets. Refuses in the draft what no
 * template gives on.
 */
export function asOutput(
  draft: Draft,
  view: TemplateView,
  own: ReadonlySet<string>,
  call: string,
  outputs: PortList,
  placed: PlacedReference,
): Replacement | undefined {
  const { reference } = placed.found
  if (reference.kind !== 'step' || !own.has(reference.step.name)) return undefined
  const producer = producerOf(view, reference)
  const { part } = reference
  const refuse = (why: string): void => {
    const where = capital(placeWords(draft, placed.scalar.path))
    const at = { document: draft.document, path: placed.scalar.path }
    draft.refuse(`${where} reads ${wordsOf(placed)}, ${why}`, at)
  }
  const step = reference.step.name
  if (part.kind === 'field') {
    refuse(`and nobody outside of a template knows the ${part.field} of a step in it.`)
    return
  }
  if (part.kind === 'unknown') {
    refuse('which Argo gives no value.')
    return
  }
  if (producer?.loop !== undefined || part.kind === 'parameters') {
    refuse(`and ${step} loops: a template cannot give on what a loop collects.`)
    return
  }
  if (producer !== undefined && mayLackOutputs(producer)) {
    refuse(`and ${step} may end without it, which an output of a template may not.`)
    return
  }
  const parts = partsOf(reference)
  const tag = `{{${parts.join('.')}}}`
  const kind = part.kind === 'artifact' ? 'artifacts' : 'parameters'
  const declared: JsonObject =
    kind === 'artifacts' ? { from: tag } : { valueFrom: { parameter: tag } }
  const wanted = `${step}-${parts.at(-1) ?? 'value'}`
  const name = outputs.nameFor(parts.join('.'), kind, wanted, { declared, given: {} })
  return { parts: [reference.scope, call, 'outputs', kind, name] }
}

/** What a new template has. */
export interface NewTemplate {
  readonly name: string
  readonly inputs: PortList
  readonly outputs: PortList
  /** Fields of the old one that the new one has too. */
  readonly kept: readonly string[]
  /** What it runs, still empty. */
  readonly body: JsonObject
}

/** Puts a new template below the one that it comes from; gives its index. */
export function addBelow(
  draft: Draft,
  template: TemplateAddress,
  view: TemplateView,
  { name, inputs, outputs, kept, body }: NewTemplate,
): number {
  const { document, manifest } = draft
  if (manifest === undefined) return 0
  const [taken, given] = [inputs.fields('declared'), outputs.fields('declared')]
  const fields = {
    name,
    ...(taken === undefined ? {} : { inputs: taken }),
    ...(given === undefined ? {} : { outputs: given }),
    ...fieldsOf(view, kept),
    ...body,
  }
  const list = { document, path: [...manifest.specPath, 'templates'] }
  const index = (templateOfPath(manifest, templatePath(manifest, template)) ?? 0) + 1
  draft.plan((tree) => insertItems(tree, list, index, [newItem(fields, styleOf(tree, document))]))
  return index
}

function fieldsOf(view: TemplateView, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const node = valueOf(view.node, key)
      const value = node === undefined ? undefined : toValue(node, new Map())
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
}
