import type { FieldType } from '../../schema/index.ts'
import { resolveScalar, type YamlNode, type YamlScalar } from '../../yaml/index.ts'
import { settingField, type FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import { integerProblem, isQuantity, isTime } from './readable.ts'
import { scalarTraps } from './traps.ts'

const none: readonly Finding[] = []

/**
 * What Argo's decoder minds about a value of a field: one of another shape or type than the field has is an error of the whole file. What
 * is in a map or list is not looked at. Nothing at all, as `null`, is taken everywhere. `name` is the field's, for the message.
 */
export function checkValue(node: YamlNode, type: FieldType, name: string): readonly Finding[] {
  switch (node.kind) {
    case 'map':
      return inBraces(node, type, name)
    case 'seq':
      return type.kind === 'list' ? none : inBrackets(node, type, name)
    case 'scalar':
      return resolveScalar(node) === null ? scalarTraps(node, type) : ofScalar(node, type, name)
    case 'alias':
    case 'empty':
      return none
  }
}

function inBraces(
  map: YamlNode & { kind: 'map' },
  type: FieldType,
  name: string,
): readonly Finding[] {
  if (type.kind === 'map' && type.single === true) return singleKey(map, name)
  if (type.kind === 'map' || type.kind === 'object' || isOpen(type)) return none
  return type.kind === 'scalar' ? [dropped(name, 'map')] : [misshapen(map, type, name)]
}

function inBrackets(
  list: YamlNode & { kind: 'seq' },
  type: FieldType,
  name: string,
): readonly Finding[] {
  // Bytes may also be listed one by one.
  if (isOpen(type) || (type.kind === 'text' && type.flavour === 'base64')) return none
  return type.kind === 'scalar' ? [dropped(name, 'list')] : [misshapen(list, type, name)]
}

/** Whether Go keeps whatever stands there. Of `number` there is one field, and its values are read when they are needed. */
function isOpen({ kind }: FieldType): boolean {
  return kind === 'any' || kind === 'number'
}

function ofScalar(scalar: YamlScalar, type: FieldType, name: string): readonly Finding[] {
  switch (type.kind) {
    case 'map':
    case 'object':
    case 'list':
      return [misshapen(scalar, type, name)]
    case 'integer':
      return integer(scalar, type, name)
    case 'boolean':
      return fits(scalar, type) ? none : [mistyped(scalar, type, name)]
    case 'int-or-text':
      return typeof resolveScalar(scalar) === 'string' ? none : integer(scalar, type, name)
    case 'text':
      if (type.flavour === 'quantity') return quantity(scalar, name)
      return [...scalarTraps(scalar, type), ...unreadable(scalar, type, name)]
    case 'enum':
    case 'scalar':
      return scalarTraps(scalar, type)
    case 'number':
      return fits(scalar, type) ? none : [{ ...mistyped(scalar, type, name), severity: 'warning' }]
    case 'any':
      return none
  }
}

function integer(
  scalar: YamlScalar,
  type: FieldType & { kind: 'integer' | 'int-or-text' },
  name: string,
): readonly Finding[] {
  const size = type.kind === 'integer' ? (type.size ?? 'int32') : 'int32'
  if (typeof resolveScalar(scalar) !== 'number') return [mistyped(scalar, type, name)]
  const problem = integerProblem(scalar, size)
  if (problem === undefined) return none
  const message = `\`${name}\` takes ${wantedOf(type)}, and ${scalar.value} ${problem}.`
  return [{ code: 'number-range', message, path: [] }]
}

function quantity(scalar: YamlScalar, name: string): readonly Finding[] {
  const value = resolveScalar(scalar)
  const text = typeof value === 'string' ? value : scalar.value
  if (typeof value === 'number' || (typeof value === 'string' && isQuantity(text))) return none
  const tag = text.includes('{{') ? ' Tags are filled in too late for this.' : ''
  const message = `\`${text}\` is no amount, which \`${name}\` must be: a number, with a unit if need be, such as \`500m\`, \`2\` or \`1.5Gi\`.${tag}`
  return [{ code: 'value-unreadable', message, path: [] }]
}

/** A text that Argo reads at once, and cannot. */
function unreadable(
  { value, style }: YamlScalar,
  type: FieldType & { kind: 'text' },
  name: string,
): readonly Finding[] {
  if (type.flavour === 'time' && !isTime(value)) {
    const message = `\`${name}\` must be a time such as \`2026-01-31T12:00:00Z\`, and \`${value}\` is none.`
    return [{ code: 'value-unreadable', message, path: [] }]
  }
  const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
  if (type.flavour !== 'base64' || isBase64.test(value.replaceAll(/[\r\n]/g, ''))) return none
  const tag = style !== 'plain' && value.includes('{{') ? ' A tag cannot stand here.' : ''
  const message = `\`${name}\` must be bytes in base64.${tag}`
  return [{ code: 'value-unreadable', message, path: [] }]
}

function singleKey({ entries }: YamlNode & { kind: 'map' }, name: string): readonly Finding[] {
  // A merged map may bring the key.
  const isMerged = entries.some(({ key }) => key.kind === 'scalar' && key.value === '<<')
  if (entries.length === 1 || isMerged) return none
  const count = entries.length === 0 ? 'none' : String(entries.length)
  const message = `\`${name}\` must have exactly one key, the name of the plugin, and has ${count}.`
  return [{ code: 'plugin-keys', message, path: [] }]
}

/** Argo makes text of what is single. Of others it makes nothing, and says nothing. */
function dropped(name: string, what: 'map' | 'list'): Finding {
  const message = `\`${name}\` takes text, and of a ${what} Argo makes an empty one. Write it as JSON in quotes.`
  return { code: 'value-dropped', message, path: [] }
}

function misshapen(node: YamlNode, type: FieldType, name: string): Finding {
  const message = `\`${name}\` must be ${wantedOf(type)}, and this is ${givenOf(node)}.`
  const fixes = reshaping(node, type)
  return { code: 'shape', message, path: [], ...(fixes.length === 0 ? {} : { fixes }) }
}

/** Single values are put into a list, or taken out of one. Of maps that would lose comments. */
function reshaping(node: YamlNode, type: FieldType): readonly FixMaker[] {
  const [item, ...others] = node.kind === 'seq' ? node.items : []
  if (item?.value.kind === 'scalar' && others.length === 0 && fits(item.value, type))
    return [settingField('Take the one item out of the list', [], resolveScalar(item.value))]
  if (node.kind !== 'scalar' || type.kind !== 'list' || !fits(node, type.of)) return []
  return [settingField('Make it a list of one', [], [resolveScalar(node)])]
}

/** Whether a type of single values takes one. */
function fits(scalar: YamlScalar, type: FieldType): boolean {
  const value = resolveScalar(scalar)
  switch (type.kind) {
    case 'integer':
      return integerProblem(scalar, type.size ?? 'int32') === undefined
    case 'int-or-text':
      return typeof value === 'string' || integerProblem(scalar, 'int32') === undefined
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'text':
    case 'enum':
      return typeof value === 'string'
    case 'scalar':
    case 'any':
      return value !== null
    case 'list':
    case 'map':
    case 'object':
      return false
  }
}

function mistyped(scalar: YamlScalar, type: FieldType, name: string): Finding {
  const tag = scalar.value.includes('{{') ? ' A tag cannot stand here.' : ''
  const message = `\`${name}\` must be ${wantedOf(type)}, and this is ${givenOf(scalar)}.${tag}`
  const fixes = unquoting(scalar, type)
  return { code: 'value-type', message, path: [], ...(fixes.length === 0 ? {} : { fixes }) }
}

/** A text that would be right without its quotes. */
function unquoting(scalar: YamlScalar, type: FieldType): readonly FixMaker[] {
  const { value, props } = scalar
  const bare: YamlScalar = { kind: 'scalar', style: 'plain', value, length: value.length }
  const meant = resolveScalar(bare)
  const isRight = props === undefined && meant !== null && fits(bare, type)
  return isRight ? [settingField(`Write ${String(meant)} without quotes`, [], meant, true)] : []
}

/** What belongs into a field, in words. */
function wantedOf(type: FieldType): string {
  switch (type.kind) {
    case 'list':
      return 'a list (- item)'
    case 'map':
    case 'object':
      return 'a map (key: value)'
    case 'integer':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'boolean':
      return '`true` or `false`'
    case 'int-or-text':
      return 'a whole number or text'
    default:
      return 'text'
  }
}

/** What stands there, in words. */
function givenOf(node: YamlNode): string {
  if (node.kind === 'map') return 'a map (key: value)'
  if (node.kind === 'seq') return 'a list (- item)'
  if (node.kind !== 'scalar') return 'nothing'
  const value = resolveScalar(node)
  if (typeof value !== 'string')
    return `${typeof value === 'number' ? 'the number ' : ''}\`${node.value}\``
  const [line = ''] = value.split('\n')
  return `the text \`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``
}
