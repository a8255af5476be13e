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

/** The field that somebody may have meant by a key that is none: one that differs in case or by a slip or two. */
export function similarField(type: ObjectType, key: string): string | undefined {
  const allowed = key.length < 5 ? 1 : 2
  let best: { name: string; slips: number } | undefined
  for (const [name, { until }] of type.fields) {
    if (until !== undefined) continue
    const slips = slipsBetween(key.toLowerCase(), name.toLowerCase(), allowed)
    if (slips <= allowed && slips < (best?.slips ?? Infinity)) best = { name, slips }
  }
  return best?.name
}

/** How many letters differ, are missing or too many; neighbours that changed places count once. More than `limit` is not counted out. */
function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1]
      const isSame = a[i - 1] === b[j - 1]
      let slips = Math.min(
        (above?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above?.[j - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(slips)
    }
    rows.push(row)
  }
  return rows.at(-1)?.at(-1) ?? limit + 1
}
