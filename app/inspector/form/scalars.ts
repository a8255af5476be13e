import { err, ok, type Result } from '../../../src/base/index.ts'
import type { FieldType, TextFlavour } from '../../../src/schema/index.ts'
import type { JsonValue, YamlNode } from '../../../src/yaml/index.ts'

/** Types whose values are written as one text. */
export type ScalarType = Extract<
  FieldType,
  { readonly kind: 'text' | 'integer' | 'number' | 'int-or-text' | 'scalar' | 'enum' | 'boolean' }
>

/** Whether values of a type are written as one text. */
export function isScalarType(type: FieldType): type is ScalarType {
  return !['any', 'list', 'map', 'object'].includes(type.kind)
}

/**
 * The value that a typed text stands for in a field of that type; refused, in a sentence, when it stands for none. `node` is what is
 * there now: a number in quotes stays in quotes. Texts with template tags are taken wherever a text may stand.
 */
export function scalarValue(
  type: ScalarType,
  text: string,
  node?: YamlNode,
): Result<JsonValue, string> {
  const isTagged = text.includes('{{')
  switch (type.kind) {
    case 'integer':
      return wholeNumber(type, text)
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text))
        ? ok(Number(text))
        : err('Write a number.')
    case 'int-or-text':
      return /^-?(0|[1-9]\d{0,14})$/.test(text) && !isQuoted(node) ? ok(Number(text)) : ok(text)
    case 'boolean':
      return text === 'true' || text === 'false' ? ok(text === 'true') : err('Write true or false.')
    case 'enum': {
      const isKnown = type.open || isTagged || type.values.some(({ value }) => value === text)
      const all = type.values.map(({ value }) => value).join(', ')
      return isKnown ? ok(text) : err(`Choose one of ${all}.`)
    }
    case 'scalar':
      return ok(text)
    case 'text': {
      const problem = isTagged ? undefined : flavourProblem(type.flavour, text)
      return problem === undefined ? ok(text) : err(problem)
    }
  }
}

function wholeNumber(
  { min, max }: Extract<FieldType, { readonly kind: 'integer' }>,
  text: string,
): Result<JsonValue, string> {
  const number = Number(text)
  if (!/^[-+]?\d+$/.test(text.trim()) || !Number.isSafeInteger(number))
    return err('Write a whole number.')
  if (min !== undefined && number < min) return err(`Write ${String(min)} or more.`)
  if (max !== undefined && number > max) return err(`Write ${String(max)} or less.`)
  return ok(number)
}

function isQuoted(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.style !== 'plain'
}

/** Kubernetes' quantities: a decimal number, then a power of 1000 or 1024, or an exponent. */
const QUANTITY = /^[-+]?(\d+\.?\d*|\.\d+)(m|n|u|[kMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/

/** Go's durations; Argo takes seconds without a unit as well. */
const DURATION = /^[-+]?(\d+|((\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))+)$/

function flavourProblem(flavour: TextFlavour, text: string): string | undefined {
  switch (flavour) {
    case 'quantity':
      return QUANTITY.test(text)
        ? undefined
        : 'Write a quantity, as 500m or 0.5 (of a CPU), 128Mi or 1G.'
    case 'duration':
      return DURATION.test(text) ? undefined : 'Write a duration, as 30s, 1h30m or 90 (seconds).'
    case 'base64':
      return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)
        ? undefined
        : 'Write base64: letters, digits, + and /.'
    default:
      return undefined
  }
}

/** Whether texts of a flavour have lines. */
export function hasLines(flavour: TextFlavour): boolean {
  return ['multiline', 'script', 'yaml', 'json'].includes(flavour)
}

/** Whether a text of a flavour wants the whole width, though it may have one line only. */
export function isWide(flavour: TextFlavour): boolean {
  return (
    hasLines(flavour) ||
    flavour === 'expression' ||
    flavour === 'condition' ||
    flavour === 'depends'
  )
}

const examples: Readonly<Partial<Record<TextFlavour, string>>> = {
  duration: '30s',
  quantity: '512Mi',
  cron: '0 * * * *',
  timezone: 'Europe/Berlin',
}

/** What a text of a flavour looks like, for a field that is empty. */
export function exampleOf(type: FieldType): string | undefined {
  return type.kind === 'text' ? examples[type.flavour] : undefined
}
