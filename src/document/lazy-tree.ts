import {
  parseTree,
  provisionalTree,
  updateQuickly,
  updateTree,
  type YamlTree,
} from '../yaml/index.ts'
import type { ChangeSet } from './change-set.ts'

/** A tree without errors that was read, and the changes that lead from its text to the present one. */
interface Basis {
  readonly good: YamlTree
  readonly changes: ChangeSet
}

/**
 * The tree of a text, parsed when somebody asks for it. Until then it holds the last good tree that was read
 * and one composed set of changes since: however many edits go by, it keeps one old text, not all. As the
 * basis is a good tree, what a broken text did not touch is still the same nodes when it is whole again.
 */
export class LazyTree {
  private readonly text: string
  private basis: Basis | undefined
  private parsed: YamlTree | undefined
  private readonly isHasty: boolean

  constructor(text: string, basis?: Basis, isHasty = false) {
    this.text = text
    this.basis = basis
    this.isHasty = isHasty
  }

  /** The tree of the text; a provisional one if it was made in haste and all of a long text would have to be parsed. */
  get tree(): YamlTree {
    if (!this.parsed) {
      this.parsed = this.parse()
      if (!isBroken(this.parsed)) this.basis = undefined
    }
    return this.parsed
  }

  /** The same with the tree that it really has. */
  get settled(): LazyTree {
    return this.tree.isProvisional === true ? new LazyTree(this.text, this.basis) : this
  }

  /** The newest tree without errors among those that were read on the way here; none if there never was one. */
  get good(): YamlTree | undefined {
    return isBroken(this.tree) ? this.basis?.good : this.tree
  }

  /** The tree of `text`, which is this one's text after `changes`. In haste it may be provisional. */
  next(changes: ChangeSet, text: string, isHasty = false): LazyTree {
    if (this.parsed && !isBroken(this.parsed)) {
      return new LazyTree(text, { good: this.parsed, changes }, isHasty)
    }
    if (!this.basis) return new LazyTree(text)
    const { good, changes: earlier } = this.basis
    return new LazyTree(text, { good, changes: earlier.compose(changes) }, isHasty)
  }

  private parse(): YamlTree {
    const { basis, text } = this
    if (!basis) return parseTree(text)
    const { changes } = basis.changes
    if (!this.isHasty) return updateTree(basis.good, changes, text)
    return updateQuickly(basis.good, changes, text) ?? provisionalTree(text)
  }
}

function isBroken(tree: YamlTree): boolean {
  return tree.problems.some((problem) => problem.severity === 'error')
}
