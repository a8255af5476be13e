import type { ParameterValue, RunNode } from '../../src/simulate/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../src/yaml/index.ts'

/** A name with a value, as a list shows it. */
export interface NamedValue {
  readonly name: string
  readonly value: string
}

/** Parameters of a node with their values as text; those without a value are empty. */
export function namedValues(
  parameters: readonly ParameterValue[] | undefined,
): readonly NamedValue[] {
  return (parameters ?? []).map((parameter) => ({
    name: textOf(parameter['name']),
    value: textOf(parameter['value']),
  }))
}

/** A value of a manifest as Argo puts it into a text. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A value as a map; an empty one for all that is none. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !isJsonArray(value) ? value : {}
}

/** The maps of a list; none for all that is no list. */
export function mapsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.map(objectOf) : []
}

/** What a person is asked for when a node is suspended: the outputs to be supplied, with what may be chosen and the value that the form begins with. */
export interface Asked {
  readonly name: string
  readonly choices: readonly string[]
  readonly value: string
  readonly description: string
}

/** What a suspended node wants to be told. Argo takes choices and default from the input of the same name. */
export function askedOf({ inputs, outputs }: RunNode): readonly Asked[] {
  return (outputs?.parameters ?? []).flatMap((output) => {
    const name = textOf(output['name'])
    const input = inputs?.parameters.find((each) => each['name'] === name) ?? output
    const choices = textsOf(input['enum'])
    const isSupplied = typeof output['valueFrom'] === 'object'
    return isSupplied || output['value'] === undefined
      ? [
          {
            name,
            choices,
            value: firstValue(input, choices),
            description: textOf(input['description'] ?? output['description']),
          },
        ]
      : []
  })
}

/** The value or default of an input, or the first choice where neither can be chosen: the value may be no more than the list of choices. */
function firstValue(input: JsonObject, choices: readonly string[]): string {
  if (choices.length === 0) return textOf(input['value'] ?? input['default'])
  const own = [input['value'], input['default']].map(textOf)
  return own.find((value) => choices.includes(value)) ?? choices[0] ?? ''
}

/** The texts of a list; none for all that is no list. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.map(textOf) : []
}
