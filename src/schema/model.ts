/** Versions of Argo that added or removed a field, the oldest first. What says nothing was there in 3.4 already. */
export const argoVersions = ['3.5', '3.6', '3.7', '4.0', '4.1'] as const

export type ArgoVersion = (typeof argoVersions)[number]

/**
 * What a text holds, where that changes how it is edited or checked. `plain` is any text of one line; the others are texts of
 * several lines (`multiline`), programs (`script`), manifests within the manifest (`yaml`) and small languages.
 */
export type TextFlavour =
  | 'plain'
  | 'multiline'
  | 'script'
  | 'yaml'
  | 'json'
  | 'expression'
  | 'condition'
  | 'depends'
  | 'template'
  | 'task'
  | 'duration'
  | 'quantity'
  | 'cron'
  | 'timezone'
  | 'time'
  | 'path'
  | 'image'
  | 'url'
  | 'base64'

/** A value that a field can have, and what it means. */
export interface EnumValue {
  readonly value: string
  readonly doc: string
}

/** What may stand as the value of a field. */
export type FieldType =
  | { readonly kind: 'text'; readonly flavour: TextFlavour }
  | {
      readonly kind: 'integer'
      readonly min?: number
      readonly max?: number
      /** How large a number Argo can read; without it, 32 bits with a sign. */
      readonly size?: 'int64' | 'uint64'
    }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  /** A whole number, or a text that is one or becomes one through a tag or a percentage. */
  | { readonly kind: 'int-or-text' }
  /** Text, number or boolean, which Argo keeps as the text that stands there. */
  | { readonly kind: 'scalar' }
  /** Anything: the API looks no further. */
  | { readonly kind: 'any' }
  /** One of some texts; of an open list others are allowed too. */
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[]; readonly open: boolean }
  | { readonly kind: 'list'; readonly of: FieldType }
  /** A map with keys of the person's choice, of which some may be known; `single` if it must have exactly one. */
  | {
      readonly kind: 'map'
      readonly of: FieldType
      readonly keys: readonly EnumValue[]
      readonly single?: true
    }
  | { readonly kind: 'object'; readonly name: string }

/** A field of an object of the API. */
export interface Field {
  readonly type: FieldType
  /** One sentence: what it is for, its unit, what happens without it. */
  readonly doc: string
  readonly required: boolean
  /** The first version that has it. */
  readonly since?: ArgoVersion
  /** The first version that has it no more. */
  readonly until?: ArgoVersion
  /** What to write instead, as a sentence. */
  readonly deprecated?: string
  /** What counts while the field is absent, as it would be written. */
  readonly default?: string
  /** A value as it would be written. */
  readonly example?: string
}

/** Fields that exclude each other: exactly one of them is needed, or at most one allowed. */
export interface FieldGroup {
  readonly need: 'exactly-one' | 'at-most-one'
  readonly fields: readonly string[]
}

/** An object of the API: a map with known fields. */
export interface ObjectType {
  /** Argo's or Kubernetes' own name for it. */
  readonly name: string
  readonly doc: string
  /** In the order in which a person wants to see them. */
  readonly fields: ReadonlyMap<string, Field>
  readonly groups: readonly FieldGroup[]
}
