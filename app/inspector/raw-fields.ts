import type { Path } from '../../src/base/index.ts'
import { keyText, type YamlNode } from '../../src/yaml/index.ts'

/** A field that no form row shows: it is edited as YAML. */
export interface RawField {
  readonly key: string
  readonly path: Path
}

/** What a form can show of a key: a text, a list of texts, a list or a map of which it shows the parts, or whatever is there. */
export type Shape = 'text' | 'texts' | 'seq' | 'map' | 'any'

/**
 * The fields of a map that a form does not show: keys that it does not know, and known ones whose value has another shape than the
 * form expects, so that nothing in the file is out of sight.
 */
export function rawFields(
  node: YamlNode | undefined,
  path: Path,
  shown: Readonly<Partial<Record<string, Shape>>>,
): readonly RawField[] {
  if (node?.kind !== 'map') return []
  const fields = new Map<string, RawField>()
  for (const entry of node.entries) {
    const key = keyText(entry)
    if (key === undefined) continue
    const shape = Object.hasOwn(shown, key) ? shown[key] : undefined
    if (shape !== undefined && hasShape(entry.value, shape)) continue
    fields.set(key, { key, path: [...path, key] })
  }
  return [...fields.values()]
}

/** Whether a form for that shape can show a value; nothing at all fits every shape. */
export function hasShape(node: YamlNode, shape: Shape): boolean {
  // What an alias stands for is read by the views, and a command says why it cannot be changed here.
  if (shape === 'any' || node.kind === 'empty' || node.kind === 'alias') return true
  switch (shape) {
    case 'text':
      return node.kind === 'scalar'
    case 'texts':
      return node.kind === 'seq' && node.items.every(({ value }) => isTextItem(value))
    case 'seq':
    case 'map':
      return node.kind === shape
  }
}

function isTextItem(node: YamlNode): boolean {
  return node.kind === 'scalar' || node.kind === 'empty'
}
