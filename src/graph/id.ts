/**
 * An id that follows a name. The `ordinal`, from 1, tells things of one name, or of none, apart; slashes in names are doubled, so that no
 * name looks like a counted one.
 */
export function idOf(kind: 'step' | 'lane', name: string | undefined, ordinal: number): string {
  const base = name === undefined ? `${kind}/` : `${kind}:${name.replaceAll('/', '//')}`
  return ordinal === 1 ? base : `${base}/${String(ordinal)}`
}
