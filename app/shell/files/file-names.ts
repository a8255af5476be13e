/** Longer names are refused by most file systems. */
const LONGEST = 200

/** A file name as typed, or what is wrong with it. Without an ending it gets `.yaml`. */
export function fileNameOf(
  typed: string,
): { readonly name: string } | { readonly problem: string } {
  const name = typed.trim()
  if (name === '' || /^\.+$/.test(name)) return { problem: 'A file needs a name.' }
  const bad = /[/\\:*?"<>|\p{Cc}]/u.exec(name)
  if (bad) return { problem: `A file name must not have ${JSON.stringify(bad[0])} in it.` }
  if (name.length > LONGEST) return { problem: `A file name has at most ${LONGEST} characters.` }
  return { name: /\.(ya?ml|json)$/i.test(name) ? name : `${name}.yaml` }
}

/** A name that no open file has: with a number, if it must. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  for (let number = 2; ; number++) {
    const next = `${stem}-${String(number)}${ending}`
    if (!taken.has(next)) return next
  }
}

/** The name with another ending, for exports. */
export function withEnding(name: string, ending: 'yaml' | 'json'): string {
  const fits = ending === 'yaml' ? /\.ya?ml$/i : /\.json$/i
  return fits.test(name) ? name : `${name.replace(/\.(ya?ml|json)$/i, '')}.${ending}`
}

/** A name that is short enough for a sentence. */
export function shortened(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 40)}…${name.slice(-15)}`
}
