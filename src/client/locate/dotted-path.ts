import type { Path } from '../../base/index.ts'

export interface DottedPath {
  readonly path: Path
  /** What follows the path. */
  readonly rest: string
}

const segment = /^(?:\.?([A-Za-z_$][-\w]*)|\[(\d+)\])/

/**
 * Reads a path such as `spec.templates[0].name` (a leading dot is allowed) off the front of a text. It may be empty.
 */
export function readDottedPath(text: string): DottedPath {
  const path: (string | number)[] = []
  let rest = text
  for (;;) {
    const match = segment.exec(rest)
    if (match === null) return { path, rest }
    const [whole, key, index] = match
    // Without a dot a word follows only at the very front.
    if (key !== undefined && path.length > 0 && !whole.startsWith('.')) return { path, rest }
    path.push(key ?? Number(index))
    rest = rest.slice(whole.length)
  }
}
