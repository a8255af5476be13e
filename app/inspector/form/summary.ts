import { keyText, valueOf, type YamlMap, type YamlNode } from '../../../src/yaml/index.ts'
import { shorten } from '../shorten.ts'

const MOST = 60

/** Keys that name an item of a list, the best first. */
const titleKeys = [
  'name',
  'key',
  'ip',
  'devicePath',
  'metadata',
  'configMapRef',
  'secretRef',
  'expression',
]

/** What is in a value, on one line, for those who do not open it. */
export function summaryOf(node: YamlNode | undefined, without?: string): string {
  return shorten(inWords(node, without, 0), MOST)
}

function inWords(node: YamlNode | undefined, without: string | undefined, depth: number): string {
  if (node === undefined) return 'not set'
  switch (node.kind) {
    case 'scalar':
      return node.value.length > 4 * MOST ? node.value.slice(0, 4 * MOST) : node.value
    case 'alias':
      return `*${node.name}`
    case 'empty':
      return 'empty'
    case 'seq': {
      if (node.items.length === 0) return 'none'
      const titles = node.items.slice(0, 6).map(({ value }) => titleOf(value))
      if (titles.every((title) => title !== undefined)) return titles.join(', ')
      return node.items.length === 1
        ? inWords(node.items[0]?.value, undefined, depth + 1)
        : `${String(node.items.length)} items`
    }
    case 'map':
      return ofMap(node, without, depth)
  }
}

function ofMap(node: YamlMap, without: string | undefined, depth: number): string {
  const entries = node.entries.filter((entry) => keyText(entry) !== without)
  const [only] = entries
  if (only === undefined) return without === undefined ? 'empty' : ''
  if (entries.length === 1 && only.value.kind === 'scalar' && without !== undefined)
    return inWords(only.value, undefined, depth)
  return entries
    .slice(0, 6)
    .map((entry) => {
      const key = keyText(entry) ?? '?'
      if (entry.value.kind === 'scalar') return `${key}: ${entry.value.value.slice(0, MOST)}`
      if (entries.length > 2 || depth > 2) return key
      const inner = inWords(entry.value, undefined, depth + 1)
      return inner === '' || inner === 'empty' ? key : `${key}: ${inner}`
    })
    .join(', ')
}

/** What an item of a list is called: a text itself, or the field that names it. */
export function titleOf(node: YamlNode): string | undefined {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'alias') return `*${node.name}`
  const key = titleKey(node)
  const value = key === undefined ? undefined : valueOf(node, key)
  if (value?.kind === 'map') return titleOf(value)
  return value?.kind === 'scalar' ? value.value : undefined
}

/** The key whose value is the title of an item. */
export function titleKey(node: YamlNode): string | undefined {
  return titleKeys.find((key) => {
    const value = valueOf(node, key)
    return value?.kind === 'scalar' || (value?.kind === 'map' && titleOf(value) !== undefined)
  })
}
