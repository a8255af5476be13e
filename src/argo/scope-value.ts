/** A value that a text may refer to. */
export interface ScopeValue {
  /** What goes between the braces: `steps.flip.outputs.result`. */
  readonly reference: string
  /** The names of which it is made; a name may have dots itself. */
  readonly parts: readonly string[]
  readonly kind: 'parameter' | 'artifact'
  readonly type: ScopeType
  /** Where it comes from, for grouping. */
  readonly source: ScopeSource
  /** The part of the reference that tells it from others of its source. */
  readonly label: string
}

/** What a value holds. All are texts to Argo; what else they are is what whoever uses them can rely on. */
export type ScopeType = 'text' | 'number' | 'time' | 'JSON' | 'JSON list' | 'artifact' | 'path'

export type ScopeSource =
  | { readonly kind: 'item' }
  | { readonly kind: 'inputs' }
  | { readonly kind: 'step'; readonly name: string }
  /** The template itself while it runs: its pod, its attempts, where its files are. */
  | { readonly kind: 'own' }
  | { readonly kind: 'workflow' }

/** A value of a scope by the names of which its reference is made. Of type `artifact` it is an artifact, of any other a parameter. */
export function valueOfParts(
  parts: readonly string[],
  label: string,
  source: ScopeSource,
  type: ScopeType = 'text',
): ScopeValue {
  const kind = type === 'artifact' ? 'artifact' : 'parameter'
  return { reference: parts.join('.'), parts, kind, type, source, label }
}

/** The names of ports that have one. */
export function named(ports: readonly { readonly name: string | undefined }[]): string[] {
  return ports.flatMap(({ name }) => (name === undefined ? [] : [name]))
}
