import type { Option } from './option.ts'

/**
 * Options that match what is typed, best first: whole name, start of the name, start of a word in it,
 * anywhere in it, then the description. Within one rank the given order stays.
 */
export function filterOptions<T extends Option>(
  options: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return options
  return options
    .map((option) => ({ option, rank: rankOf(option, wanted) }))
    .filter(({ rank }) => rank < 5)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}

function rankOf(option: Option, wanted: string): number {
  const name = (option.label ?? option.value).toLowerCase()
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  const at = name.indexOf(wanted)
  if (at > 0) return /[^a-z0-9]/.test(name[at - 1] ?? '') ? 2 : 3
  return (option.description ?? '').toLowerCase().includes(wanted) ? 4 : 5
}
