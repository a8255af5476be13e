import { keyText, type YamlNode } from '../yaml/index.ts'
import type { ObjectType } from './model.ts'

/** The keys of a map that an object of that type does not have, in the order of the text. Merge keys (`<<`) are no fields. */
export function unknownFields(type: ObjectType, node: YamlNode | undefined): readonly string[] {
  if (node?.kind !== 'map') return []
  return node.entries.flatMap((entry) => {
    const key = keyText(entry)
    return key === undefined || key === '<<' || type.fields.has(key) ? [] : [key]
  })
}
