import type { ReactNode } from 'react'

/** One of several values to choose from. */
export interface Option {
  readonly value: string
  /** The value itself when absent. */
  readonly label?: string
  readonly description?: string
  readonly icon?: ReactNode
  /** A heading under which it is listed. */
  readonly group?: string
  readonly disabled?: boolean
}

/** Options under their headings: groups in the order in which they first come up, options in the order given. */
export function groupOptions<T extends Option>(
  options: readonly T[],
): readonly { readonly group: string | undefined; readonly options: readonly T[] }[] {
  const groups = new Map<string | undefined, T[]>()
  for (const option of options) {
    const members = groups.get(option.group)
    if (members) members.push(option)
    else groups.set(option.group, [option])
  }
  return [...groups].map(([group, members]) => ({ group, options: members }))
}
