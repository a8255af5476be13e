import type { ReactNode } from 'react'

/** One of several values to choose from. */
export interface Option {
  readonly value: string
  /** The value itself when absent. */
  readonly label?: string
  readonly description?: string
  readonly icon?: ReactNode
  /** A heading under which it is listed; options of one group stand together. */
  readonly group?: string
  readonly disabled?: boolean
}

/** Options in the order given, cut where the group changes. */
export function groupOptions<T extends Option>(
  options: readonly T[],
): readonly { readonly group: string | undefined; readonly options: readonly T[] }[] {
  const groups: { group: string | undefined; options: T[] }[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last && last.group === option.group) last.options.push(option)
    else groups.push({ group: option.group, options: [option] })
  }
  return groups
}
