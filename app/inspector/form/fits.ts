import type { FieldType } from '../../../src/schema/index.ts'
import type { YamlNode } from '../../../src/yaml/index.ts'
import { isScalarType } from './scalars.ts'

/**
 * Whether the control for a type can show a value; what does not fit is shown as YAML. Nothing, and `key:` with nothing behind it, fit
 * every type. Aliases, tags and a wrong shape fit none.
 */
export function fits(type: FieldType, node: YamlNode | undefined): boolean {
  if (node === undefined || node.kind === 'empty') return type.kind !== 'any'
  if (node.kind === 'alias' || node.props?.tag !== undefined) return false
  if (isScalarType(type)) {
    if (node.kind !== 'scalar') return false
    return type.kind !== 'boolean' || isBoolean(node)
  }
  switch (type.kind) {
    case 'any':
      return false
    case 'list':
      if (node.kind !== 'seq') return false
      return !isTexts(type.of) || node.items.every(({ value }) => isLine(value))
    case 'map':
      return node.kind === 'map' && type.of.kind !== 'any' && node.entries.every(hasOwnKey)
    case 'object':
      return node.kind === 'map'
  }
}

/** Whether lists of a type are edited as lines of texts: also those of which the API does not care what is in them. */
export function isTexts(of: FieldType): boolean {
  return isScalarType(of) || of.kind === 'any'
}

function isBoolean(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && /^(true|false)$/.test(node.value)
}

/** A text that can stand on one line of a text area. */
function isLine(node: YamlNode): boolean {
  if (node.kind === 'empty') return true
  return node.kind === 'scalar' && node.props?.tag === undefined && !/[\r\n]/.test(node.value)
}

function hasOwnKey({ key }: { readonly key: YamlNode }): boolean {
  return key.kind === 'scalar' && key.value !== '<<'
}
