/** Why a manifest that is named is not known. */
export interface LibraryGap {
  readonly kind: 'asking' | 'missing' | 'forbidden' | 'failed'
  /** A sentence for the person. */
  readonly text: string
}
