import type { Result } from '../base/index.ts'
import type { TextChange } from '../base/index.ts'
import type { Address, YamlTree } from '../yaml/index.ts'

/** What a command works on. */
export interface EditContext {
  readonly tree: YamlTree
  /** Index of the document that is edited. */
  readonly document: number
}

/** What a command wants done: the smallest changes of the text, and what to select afterwards. */
export interface Edit {
  /** Sorted, not overlapping, in offsets of the text before the edit. */
  readonly changes: readonly TextChange[]
  /** Addresses in the text after the edit. */
  readonly selection?: readonly Address[]
}

/** Why a command says no: what, where and what to do, for people. */
export interface Refusal {
  readonly message: string
  readonly at?: Address
  /** Set when the edit would touch what other places share through an anchor: see `withShared` for the ways out. */
  readonly shared?: Shared
}

/** `anchor`: change it for all who share it. `expand`: write it out here, and change that. */
export type SharedChoice = 'anchor' | 'expand'

/** Text that several places share, and that an edit would have to touch. */
export interface Shared {
  readonly anchor: string
  /** Where the alias stands that is to be written out, or the map that merges the anchor. */
  readonly at: Address
  /** The key that comes through `<<`; nothing for an alias. */
  readonly merged?: string
  readonly choices: readonly SharedChoice[]
}

/**
 * A command: a pure function that plans an edit or says why it does not apply. Menus ask it too, so that a
 * button is enabled exactly when the command would act.
 */
export type Command<Args> = (context: EditContext, args: Args) => Result<Edit, Refusal>
