import type { JsonObject } from '../../yaml/index.ts'
import { objectIn, objectsIn, textIn } from '../engine/json.ts'
import { pickOf } from '../mocks/pick.ts'
import { stepNameOf } from '../mocks/match.ts'
import type { RunNode } from '../node.ts'
import { textFile, type Outcome, type OutcomeRequest } from '../outcome.ts'
import { hasExitCode } from './endings.ts'

/** What those who read an output take it for. */
export type Expected =
  /** Some text. */
  | { readonly kind: 'text' }
  /** A whole number. */
  | { readonly kind: 'number' }
  /** A JSON list; of maps with these fields, if there are some. */
  | { readonly kind: 'list'; readonly fields: readonly string[] }
  /** A JSON map with these fields. */
  | { readonly kind: 'map'; readonly fields: readonly string[] }
  /** One of the texts that conditions compare it with. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }

/** Tells what an output of a node is taken for: `result`, or `parameters.NAME`. */
export type ExpectedOf = (node: RunNode, output: string) => Expected | undefined

/** How long a step takes of which nobody says it: a second, in the time of the run. */
export const DEFAULT_DURATION = 1000

/**
 * The outcome of a step of which nobody says how it ends: success after a second, with outputs that are made up. Each is of the kind that
 * those who read it expect, and else a text that says what it stands for, such as `flip-result`. A parameter that has a default is left out, so
 * that it takes that.
 */
export function placeholder(
  request: OutcomeRequest,
  expectedOf: ExpectedOf = () => undefined,
): Outcome {
  const { node, template, needsResult, seed } = request
  const step = stepNameOf(node)
  const outputs = objectIn(template, 'outputs')
  const invent = (output: string, name: string, kind?: Expected): string =>
    inventedText(`${step}-${name}`, expectedOf(node, output) ?? kind ?? { kind: 'text' }, seed)
  const parameters = objectsIn(outputs, 'parameters').flatMap((parameter) => {
    const name = textIn(parameter, 'name')
    const valueFrom = objectIn(parameter, 'valueFrom') ?? {}
    const isWritten = ['path', 'jqFilter', 'jsonPath', 'supplied'].some((key) => key in valueFrom)
    if (name === undefined || !isWritten || 'default' in valueFrom) return []
    return [[name, invent(`parameters.${name}`, name)] as const]
  })
  const artifacts = objectsIn(outputs, 'artifacts').flatMap((artifact) => {
    const name = textIn(artifact, 'name')
    const isWritten = textIn(artifact, 'path') !== undefined
    return name === undefined || !isWritten ? [] : [[name, textFile(`${step}-${name}\n`)] as const]
  })
  // What a data template gives is the list of the files that it found.
  const usual: Expected | undefined = 'data' in template ? { kind: 'list', fields: [] } : undefined
  const result = needsResult ? invent('result', 'result', usual) : undefined
  return {
    phase: 'Succeeded',
    ...(hasExitCode(template) ? { exitCode: 0 } : {}),
    ...(result === undefined ? {} : { result }),
    parameters: Object.fromEntries(parameters),
    artifacts: Object.fromEntries(artifacts),
    duration: DEFAULT_DURATION,
    log: [],
    isInvented: true,
  }
}

function inventedText(name: string, expected: Expected, seed: number): string {
  switch (expected.kind) {
    case 'text':
      return name
    case 'number':
      return '1'
    case 'list': {
      const items = [1, 2].map((number) => `${name}-${String(number)}`)
      return JSON.stringify(
        expected.fields.length === 0 ? items : items.map((item) => mapOf(item, expected.fields)),
      )
    }
    case 'map':
      return JSON.stringify(mapOf(name, expected.fields))
    case 'choice':
      return pickOf(expected.values, seed) ?? name
  }
}

function mapOf(name: string, fields: readonly string[]): JsonObject {
  return Object.fromEntries(fields.map((field) => [field, `${name}-${field}`]))
}
