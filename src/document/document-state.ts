import type { YamlTree } from '../yaml/index.ts'
import { LazyTree } from './lazy-tree.ts'
import { emptySelection, type Selection } from './selection.ts'
import { selectionAfter, type Transaction } from './transaction.ts'

/** A document at one moment: an immutable value. What is derived from it may be memoised on its tree. */
export class DocumentState {
  readonly text: string
  readonly selection: Selection
  private readonly lazy: LazyTree

  private constructor(text: string, selection: Selection, lazy: LazyTree) {
    this.text = text
    this.selection = selection
    this.lazy = lazy
  }

  /** The state a text begins with. */
  static create(text: string, selection: Selection = emptySelection): DocumentState {
    return new DocumentState(text, selection, new LazyTree(text))
  }

  /**
   * The tree of the text, parsed on the first call; states with the same text in a row share it. After a transaction in haste it may be
   * provisional, until the state is settled.
   */
  get tree(): YamlTree {
    return this.lazy.tree
  }

  /**
   * What the canvas can show: this state's tree if it has no errors, else the newest one without errors that
   * was read on the way here; `undefined` if there never was one.
   */
  get good(): YamlTree | undefined {
    return this.lazy.good
  }

  /** The same with the tree that its text really has; itself if it has that. */
  get settled(): DocumentState {
    const { settled } = this.lazy
    return settled === this.lazy ? this : new DocumentState(this.text, this.selection, settled)
  }

  /** The state after a transaction. Throws if its changes are not for a text of this length. */
  update(transaction: Transaction): DocumentState {
    const { changes } = transaction
    const text = changes.apply(this.text)
    const lazy = changes.isEmpty ? this.lazy : this.lazy.next(changes, text, transaction.isHasty)
    return new DocumentState(text, selectionAfter(this.selection, transaction), lazy)
  }
}
