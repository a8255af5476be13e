import { closest, distance } from 'fastest-levenshtein'

/** The name that somebody may have meant; nothing when none is near: more than about a third of the letters would be others. */
export function similarName(written: string, names: Iterable<string>): string | undefined {
  const candidates = [...names].filter((name) => name !== '' && name !== written)
  if (candidates.length === 0) return undefined
  const nearest = closest(written, candidates)
  const most = Math.ceil(Math.max(written.length, nearest.length) / 3)
  return distance(written, nearest) <= most ? nearest : undefined
}
