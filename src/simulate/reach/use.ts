import type { FoundReference, Reference } from '../../expression/index.ts'

/** What a condition, a loop or an expression does with a value. All that matters of the value is then how it stands to what is named. */
export type Use =
  /** Asks whether it is one of these texts. */
  | { readonly kind: 'equal'; readonly values: readonly string[] }
  /** Asks on which side of these numbers it is. */
  | { readonly kind: 'order'; readonly numbers: readonly number[] }
  /** Takes it for true or false. */
  | { readonly kind: 'truth' }
  /** Asks whether it is the same as another value that only a run tells. */
  | { readonly kind: 'pair' }
  /** Loops over it; `item` is what is done with an item, or with a field of it. */
  | { readonly kind: 'list'; readonly field: string | undefined; readonly item: Use | undefined }
  /** Something of which nobody can say which values make a difference; some to try are known perhaps. */
  | { readonly kind: 'open'; readonly why: string; readonly tries: readonly string[] }

/** A reference of a text, and what is done with its value. Without a reference something that no value is asked for. */
export interface FoundUse {
  readonly reference: Reference | undefined
  readonly use: Use
}

/** A use of which nothing can be said but that it is there. */
export function openUse(why: string, tries: readonly string[] = []): Use {
  return { kind: 'open', why, tries }
}

/** All references of a part of a text are used in a way that cannot be followed. */
export function openAll(
  found: readonly FoundReference[],
  why: string,
  tries: readonly string[] = [],
): readonly FoundUse[] {
  return found.map(({ reference }) => ({ reference, use: openUse(why, tries) }))
}
