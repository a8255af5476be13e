import type { Path } from '../base/index.ts'
import type { FieldReader, ParameterView, StepView } from '../argo/index.ts'
import { findTags } from '../expression/index.ts'
import type { Given } from './given.ts'

/** A value that a parameter has, as it stands in the file, and where that is. */
export interface LiteralValue {
  readonly text: string
  readonly path: Path
}

const none: readonly LiteralValue[] = []

/**
 * The values that a parameter has for certain: its own where it has no tags, and those of the items where it is one tag for the item of a loop
 * over a list in the file. What tags stand for is known to nobody before a run. The path of a value is from where that of the parameter is from.
 */
export function literalValues(
  { value }: ParameterView,
  path: Path,
  loop: Loop | undefined,
): readonly LiteralValue[] {
  if (value === undefined) return none
  if (!value.includes('{{')) return [{ text: value, path: [...path, 'value'] }]
  const [tag, ...others] = findTags(value)
  if (loop === undefined || tag === undefined || others.length > 0) return none
  const { range, kind, closed, body } = tag
  if (kind !== 'simple' || !closed || range.from !== 0 || range.to !== value.length) return none
  if (body !== 'item' && !body.startsWith('item.')) return none
  const key = body.slice('item.'.length)
  const { reader, step } = loop
  return reader.items(reader.field(step.node, 'withItems')).flatMap((item, index) => {
    const node = key === '' ? item : reader.field(item, key)
    const text = reader.textOf(node)
    if (text === undefined || text.includes('{{')) return none
    return [{ text, path: ['withItems', index, ...(key === '' ? [] : [key])] }]
  })
}

/** The step that has the loop, and how to read it. */
export interface Loop {
  readonly step: StepView
  readonly reader: FieldReader
}

/** Parameters that are given, each with the values that it has for certain. */
export function literalsGiven(
  { parameters, path }: Given,
  loop: Loop | undefined,
): readonly { readonly name: string; readonly value: LiteralValue }[] {
  return parameters.flatMap((parameter, index) =>
    literalValues(parameter, [...path, 'parameters', index], loop).map((value) => ({
      name: parameter.name ?? '',
      value,
    })),
  )
}
