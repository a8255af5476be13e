import type { Filter } from './filter.ts'

/** One step of a path into JSON. */
export type PathStep =
  | { readonly kind: 'root' | 'wildcard' | 'recursive' | 'length' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | {
      readonly kind: 'range'
      readonly from: number | undefined
      readonly to: number | undefined
      readonly step: number | undefined
    }
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'indices'; readonly indices: readonly number[] }
  | { readonly kind: 'filter'; readonly filter: Filter }
