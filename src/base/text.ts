/** A half-open range of a text, in UTF-16 code units, as JavaScript strings count. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Replaces `[from, to)` of a text by `insert`. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Where a value sits inside a YAML document: map keys and list indices from the root down. */
export type Path = readonly (string | number)[]

/** Whether two paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index])
}
