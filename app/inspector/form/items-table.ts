import { keyText, resolveScalar, type JsonValue, type YamlNode } from '../../../src/yaml/index.ts'

/** A list of flat maps as a table: a row for each map, a column for each key of any of them. */
export interface ItemsTable {
  readonly columns: readonly string[]
  readonly rows: readonly ReadonlyMap<string, YamlNode>[]
}

/** The table that a list is; nothing when an item is no map, or holds more than texts, numbers and booleans of one line. */
export function itemsTable(node: YamlNode | undefined): ItemsTable | undefined {
  if (node?.kind !== 'seq' || node.props?.tag !== undefined || node.items.length === 0)
    return undefined
  const columns = new Set<string>()
  const rows: ReadonlyMap<string, YamlNode>[] = []
  for (const { value } of node.items) {
    if (value.kind !== 'map' || value.props?.tag !== undefined) return undefined
    const row = new Map<string, YamlNode>()
    for (const entry of value.entries) {
      const key = keyText(entry)
      if (key === undefined || key === '<<' || row.has(key) || !isCell(entry.value))
        return undefined
      row.set(key, entry.value)
      columns.add(key)
    }
    rows.push(row)
  }
  return columns.size === 0 ? undefined : { columns: [...columns], rows }
}

function isCell(node: YamlNode): boolean {
  if (node.kind === 'empty') return true
  return node.kind === 'scalar' && node.props?.tag === undefined && !/[\r\n]/.test(node.value)
}

/**
 * The value of a cell that was typed into. A text stays a text and a number a number, as far as what is typed is one; a new cell is what all
 * others of its column are.
 */
export function cellValue(
  { rows }: ItemsTable,
  row: number,
  column: string,
  text: string,
): JsonValue {
  const own = rows[row]?.get(column)
  const cells = own === undefined ? rows.flatMap((one) => one.get(column) ?? []) : [own]
  const isTyped = (type: 'number' | 'boolean'): boolean =>
    cells.length > 0 &&
    cells.every((cell) => cell.kind === 'scalar' && typeof resolveScalar(cell) === type)
  if (isTyped('boolean') && /^(true|false)$/.test(text)) return text === 'true'
  if (isTyped('number') && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && String(Number(text)) === text)
    return Number(text)
  return text
}

/** A row like those that are there, with nothing in its cells. */
export function emptyRow({ columns }: ItemsTable): JsonValue {
  return Object.fromEntries(columns.map((column) => [column, '']))
}
