import { readRecord, type KeptText } from '../platform/index.ts'

/** Where Argo's own guides install it: the last resort. */
export const usualNamespace = 'argo'

const REMEMBERED = 6

export interface NamespaceSources {
  /** `metadata.namespace` of the manifest. */
  readonly manifest: string | undefined
  /** What the person chose for this server, newest first. */
  readonly chosen: readonly string[]
  /** What the server says it manages. */
  readonly managed: string | undefined
  /** Where the account of the token lives. */
  readonly account: string | undefined
}

/** Where a manifest goes. One that names its namespace can go nowhere else. */
export function namespaceOf({ manifest, chosen, managed }: NamespaceSources): string {
  return manifest ?? chosen[0] ?? managed ?? usualNamespace
}

/** What the field suggests, each once. */
export function namespaceOptions(
  sources: NamespaceSources,
): readonly { readonly value: string; readonly description?: string }[] {
  const { chosen, managed, account } = sources
  const described: readonly (readonly [string | undefined, string?])[] = [
    [managed, 'Managed by this server'],
    ...chosen.map((name): readonly [string] => [name]),
    [account, 'Of your account'],
    [usualNamespace],
    ['default'],
  ]
  const options = new Map<string, { value: string; description?: string }>()
  for (const [value, description] of described) {
    if (value === undefined || options.has(value)) continue
    options.set(value, { value, ...(description !== undefined && { description }) })
  }
  return [...options.values()]
}

/** The namespaces chosen for a server, newest first. */
export function rememberedNamespaces(kept: KeptText, server: string): readonly string[] {
  const names = readRecord(kept)[server]
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/** Puts a choice first in what is remembered for a server, and gives the new list. */
export function rememberNamespace(
  kept: KeptText,
  server: string,
  namespace: string,
): readonly string[] {
  const others = rememberedNamespaces(kept, server).filter((name) => name !== namespace)
  const names = [namespace, ...others].slice(0, REMEMBERED)
  kept.write(JSON.stringify({ ...readRecord(kept), [server]: names }))
  return names
}
