import {
  fieldOrder,
  freeName,
  keysBefore,
  nameProblem,
  templateAt,
  templateOfPath,
  templatePath,
} from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import {
  insertItems,
  isJsonArray,
  removeEntry,
  setEntry,
  type JsonObject,
  type JsonValue,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { addItem } from '../named-items.ts'
import { findNodeAt, pathOf, stepAt, templateNames, type StepAddress } from '../places.ts'
import { lift, type Lifting } from '../refactor/lift.ts'
import { PortList } from '../refactor/port-list.ts'
import { defines } from '../refactor/references.ts'
import { rewriteReferences } from '../refactor/rewrite.ts'
import { asItem, inlineTemplateText } from '../refactor/template-text.ts'
import { stepName } from '../refactor/words.ts'

export type NameInlineArguments = StepAddress & {
  /** The template's name; without one, a free name after the step's. */
  readonly name?: string | undefined
}

/**
 * Makes the template that a step has in place one of the list, which the step calls. What it read of the template around it becomes its
 * inputs, with arguments. Refused for names that Argo does not take, and taken ones.
 */
export const nameInline: Command<NameInlineArguments> = (context, { name, ...address }) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const step = stepAt(manifest, place)
  const from = templateAt(manifest, place.template)
  const inline = step?.inline
  if (step === undefined || from === undefined) return draft.finish()
  if (inline === undefined)
    return draft.refuse(`The step ${stepName(step)} has no template in place.`).finish()
  const taken = templateNames(manifest)
  const fresh = name ?? freeName(step.name ?? 'template', taken)
  const problem = nameProblem(fresh)
  if (problem !== undefined) draft.refuse(`“${fresh}” is no name for a template. ${problem}`)
  if (taken.has(fresh)) draft.refuse(`There is a template ${fresh} already.`)
  const path = pathOf(manifest, place)
  const use = anchorUsedElsewhere(tree, document, [[...path, 'inline']])
  if (use !== undefined) draft.refuse(anchorMessage('The template in place', use))
  const inputs = new PortList([
    ...inline.inputs.parameters.flatMap((port) => port.name ?? []),
    ...inline.inputs.artifacts.flatMap((port) => port.name ?? []),
  ])
  const isOuter = inline.type === 'steps' || inline.type === 'dag'
  const lifting: Lifting = {
    from,
    own: new Set(),
    item: step.loop !== undefined && !isOuter,
    inputs,
  }
  draft.plan((current) =>
    rewriteReferences(current, { document, path: [...path, 'inline'] }, (placed) => {
      const { reference } = placed.found
      if (defines(inline.node, reference)) return undefined
      if (reference.kind === 'item' && isOuter && step.loop !== undefined)
        draft.refuse(
          `The template in place of ${stepName(step)} reads the item of its loop, and may have loops itself. Hand it in as an argument first.`,
        )
      const isUnknown =
        reference.kind === 'input' &&
        ![...from.inputs.parameters, ...from.inputs.artifacts].some(
          (port) => port.name === reference.name.name,
        )
      return isUnknown ? undefined : lift(draft, lifting, placed)
    }),
  )
  const text = inlineTemplateText(draft.tree, document, [...path, 'inline'])
  if (text === undefined)
    return draft
      .refuse(
        'The template in place stands behind an alias. Replace the alias by its own text first.',
      )
      .finish()
  const list = [...manifest.specPath, 'templates']
  const index = (templateOfPath(manifest, templatePath(manifest, place.template)) ?? 0) + 1
  draft.plan((current) =>
    insertItems(current, { document, path: list }, index, [asItem(text, fresh)]),
  )
  const made = templatePath(manifest, index)
  draft.plan((current) =>
    setEntry(current, { document, path }, 'template', fresh, {
      after: keysBefore(fieldOrder.step, 'template') ?? [],
    }),
  )
  draft.plan((current) => removeEntry(current, { document, path: [...path, 'inline'] }))
  addPorts(draft, [...made, 'inputs'], inputs.fields('declared'), fieldOrder.template)
  addPorts(draft, [...path, 'arguments'], inputs.fields('given'), fieldOrder.step)
  return draft.finish([{ document, path }])
}

export function readNameInline(read: ArgumentReader): NameInlineArguments {
  return { ...read.step(), name: read.optionalText('name') }
}

/** Adds parameters and artifacts to what is there. */
function addPorts(
  draft: Draft,
  owner: Path,
  ports: JsonObject | undefined,
  order: readonly string[],
): void {
  for (const [kind, items] of Object.entries(ports ?? {})) {
    for (const item of isJsonArray(items) ? items : [])
      if (isObject(item)) addItem(draft, [...owner, kind], item, order)
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === 'object' && !isJsonArray(value)
}
