/** Why a step runs in no run. */
export type NeverBecause =
  /** Its condition never holds. */
  | { readonly kind: 'when'; readonly text: string; readonly tried: readonly TriedValue[] }
  /** What it depends on never ends as it asks. */
  | { readonly kind: 'depends'; readonly text: string }
  /** Tasks that it depends on run in no run. */
  | { readonly kind: 'after'; readonly tasks: readonly string[] }
  /** Its loop never has an item. */
  | { readonly kind: 'items' }
  /** Argo asks its condition once before it knows the items of its loop, and does not begin the loop then. */
  | { readonly kind: 'early'; readonly text: string }
  /** Nothing that runs calls the template that it is a part of. `callers` are the steps that would. */
  | { readonly kind: 'caller'; readonly callers: readonly string[] }
  /** No step at all calls that template. */
  | { readonly kind: 'uncalled' }
  /** The run never comes to it. */
  | { readonly kind: 'passed' }

/** A tag of a condition, and what it stood for in the runs that were tried. */
export interface TriedValue {
  readonly tag: string
  readonly values: readonly string[]
  /** Whether there were more. */
  readonly isCut: boolean
}

/** How a step stands after all that was tried. */
export type Standing =
  /** Runs whenever nothing fails. */
  | { readonly runs: 'always' }
  /**
   * Runs in some run: `example` is what parameters and steps gave in one, `flip.result` is heads; empty where the usual values do.
   */
  | { readonly runs: 'sometimes'; readonly example: ReadonlyMap<string, string> }
  | { readonly runs: 'never'; readonly because: NeverBecause }
  /** Ran in no run that was tried, but that proves nothing: `why` says so in words, without a full stop. */
  | { readonly runs: 'unknown'; readonly why: string }
