import type { Path } from '../../base/index.ts'
import {
  fieldOrder,
  templateAt,
  templatePath,
  type ParameterView,
  type TemplateAddress,
} from '../../argo/index.ts'
import { parseFunction, splitSource, toTemplate, type FunctionInput } from '../../hera/index.ts'
import { insertItems, itemText, removeItems } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { addItem, removeItem, setFields } from '../named-items.ts'
import type { TemplateKey } from '../places.ts'
import { findScript, setSource } from '../set-source.ts'
import { listAt } from '../step-texts.ts'

export interface SetFunctionArguments {
  readonly template: TemplateKey
  /** A Python function, from `def` to the end of its body. */
  readonly code: string
}

/**
 * Makes a script template what a Python function says, as Hera does: its parameters become the input parameters, its body the
 * source, behind the lines that read the parameters. Fields of parameters that a signature cannot say stay, and parameters with
 * `valueFrom` are left alone.
 */
export const setFunction: Command<SetFunctionArguments> = (context, { template, code }) => {
  const draft = new Draft(context)
  const { manifest } = draft
  const index = findScript(draft, template)
  const view =
    index === undefined || manifest === undefined ? undefined : templateAt(manifest, index)
  if (manifest === undefined || index === undefined || view === undefined) return draft.finish()
  const fn = parseFunction(code)
  if (!fn.ok) return draft.refuse(fn.error.map(({ message }) => message).join(' ')).finish()
  const inputs = view.inputs.parameters.map(({ name = '', hasValueFrom }) => ({
    name,
    hasValueFrom,
  }))
  const split = splitSource(view.script?.source ?? '', inputs)
  const { parameters, source } = toTemplate(fn.value, split)
  const path = templatePath(manifest, index)
  setInputs(draft, index, path, parameters)
  setSource(draft, path, source)
  return draft.finish()
}

export function readSetFunction(read: ArgumentReader): SetFunctionArguments {
  return { template: read.template(), code: read.text('code') }
}

/** Makes the input parameters those of a signature, in its order. */
function setInputs(
  draft: Draft,
  template: TemplateAddress,
  path: Path,
  wanted: readonly FunctionInput[],
): void {
  const list = [...path, 'inputs', 'parameters']
  const present = (): readonly ParameterView[] =>
    (draft.manifest && templateAt(draft.manifest, template))?.inputs.parameters ?? []
  for (const [index, { name, hasValueFrom }] of [...present().entries()].reverse()) {
    if (!hasValueFrom && !wanted.some((input) => input.name === name))
      removeItem(draft, list, index, 1)
  }
  let at = 0
  for (const input of wanted) {
    while (present()[at]?.hasValueFrom === true && present()[at]?.name !== input.name) at++
    const index = present().findIndex(({ name }) => name === input.name)
    if (index < 0) addItem(draft, list, itemOf(input), fieldOrder.template, at)
    else {
      if (index !== at) moveItem(draft, list, index, at)
      setFields(draft, [...list, at], changedFields(present()[at], input), fieldOrder.parameter)
    }
    if (draft.refused) return
    at++
  }
}

function itemOf({ name, default: given, enum: values }: FunctionInput) {
  return {
    name,
    ...(given === undefined ? {} : { default: given }),
    ...(values === undefined ? {} : { enum: values }),
  }
}

function changedFields(
  before: ParameterView | undefined,
  { default: given, enum: values }: FunctionInput,
): Record<string, string | readonly string[] | null> {
  const sameEnum = JSON.stringify(values ?? []) === JSON.stringify(before?.enum ?? [])
  return {
    ...(before?.default === given ? {} : { default: given ?? null }),
    ...(sameEnum ? {} : { enum: values ?? null }),
  }
}

/** Moves an item of a list up. */
function moveItem(draft: Draft, list: Path, from: number, to: number): void {
  const address = { document: draft.document, path: list }
  draft.plan((tree) => {
    const items = listAt(tree, address)
    const own = items === undefined ? undefined : itemText(tree.text, items, from)
    return insertItems(tree, address, to, own === undefined ? [] : [own])
  })
  draft.plan((tree) => removeItems(tree, address, [from + 1]))
}
