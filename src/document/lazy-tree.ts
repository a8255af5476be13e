import { parseTree, updateTree, type YamlTree } from '../yaml/index.ts'
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

  constructor(text: string, basis?: Basis) {
    this.text = text
    this.basis = basis
  }

  /** The tree of the text. */
  get tree(): YamlTree {
    if (!this.parsed) {
      const { basis, text } = this
      this.parsed = basis ? updateTree(basis.good, basis.changes.changes, text) : parseTree(text)
      if (!isBroken(this.parsed)) this.basis = undefined
    }
    return this.parsed
  }

  /** The newest tree without errors among those that were read on the way here; none if there never was one. */
  get good(): YamlTree | undefined {
    return isBroken(this.tree) ? this.basis?.good : this.tree
  }

  /** The tree of `text`, which is this one's text after `changes`. */
  next(changes: ChangeSet, text: string): LazyTree {
    if (this.parsed && !isBroken(this.parsed)) {
      return new LazyTree(text, { good: this.parsed, changes })
    }
    if (!this.basis) return new LazyTree(text)
    const { good, changes: earlier } = this.basis
    return new LazyTree(text, { good, changes: earlier.compose(changes) })
  }
}

function isBroken(tree: YamlTree): boolean {
  return tree.problems.some((problem) => problem.severity === 'error')
}
