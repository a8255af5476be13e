import { err, ok, type Result, type TextChange } from '../base/index.ts'
import { readManifest, type ManifestView } from '../argo/index.ts'
import { ChangeSet } from '../document/index.ts'
import {
  addressAt,
  locate,
  marksOf,
  rememberUpdate,
  updateTree,
  wholeAt,
  type Address,
  type Plan,
  type SharedText,
  type YamlTree,
} from '../yaml/index.ts'
import type { Edit, EditContext, Refusal, Shared } from './command.ts'

/**
 * An edit in the making. Plans are made one after the other, each on the tree that the one before left, and become one list of
 * changes in the end. After a refusal nothing more happens, so a command asks once, at the end.
 */
export class Draft {
  readonly document: number
  private readonly original: YamlTree
  private current: YamlTree
  private changes: ChangeSet
  private refusal: Refusal | undefined

  constructor({ tree, document }: EditContext) {
    this.original = tree
    this.current = tree
    this.document = document
    this.changes = ChangeSet.empty(tree.text.length)
    this.refusal = unreadable(tree, document)
  }

  /** The tree after what was planned so far. */
  get tree(): YamlTree {
    return this.current
  }

  /** The manifest after what was planned so far; nothing where there is no such document. */
  get manifest(): ManifestView | undefined {
    const document = this.current.documents[this.document]
    return document === undefined ? undefined : readManifest(document)
  }

  get refused(): boolean {
    return this.refusal !== undefined
  }

  /** Another draft that goes on from here, to try something: nothing of it comes back. */
  fork(): Draft {
    return new Draft({ tree: this.current, document: this.document })
  }

  /** Says no, unless something did before. */
  refuse(reason: string | SharedText | Refusal, at?: Address): this {
    this.refusal ??= refusalOf(reason, at)
    return this
  }

  /** What a result holds; nothing, and a refusal, when it holds none. */
  take<T>(result: Result<T, Refusal | SharedText | string>): T | undefined {
    if (result.ok) return result.value
    this.refuse(result.error)
    return undefined
  }

  /** Makes what a function plans on the tree as it is now. Does nothing after a refusal. */
  plan(make: (tree: YamlTree, manifest: ManifestView) => Plan): this {
    const { manifest } = this
    if (this.refused || manifest === undefined) return this
    const planned = this.take(make(this.current, manifest))
    return planned === undefined ? this : this.change(planned)
  }

  /** Makes changes of the text as it is now. */
  change(changes: readonly TextChange[]): this {
    if (this.refused || changes.length === 0) return this
    const next = ChangeSet.of(changes, this.current.text.length)
    this.current = updateTree(this.current, next.changes, next.apply(this.current.text))
    this.changes = this.changes.compose(next)
    return this
  }

  /** The whole edit. Refused as well when it would leave an alias without its anchor. */
  finish(selection: readonly Address[] = []): Result<Edit, Refusal> {
    if (this.refusal !== undefined) return err(this.refusal)
    const torn = this.current.problems.find(
      (problem) =>
        problem.severity === 'error' &&
        !this.original.problems.some(({ message }) => message === problem.message),
    )
    if (torn !== undefined) {
      const message = `This would break the text: ${torn.message} Replace the alias by its own text first.`
      const shared = this.needed(torn.range.from)
      return err(shared === undefined ? { message } : { message, at: shared.at, shared })
    }
    // Whoever makes the edit asks for this very tree.
    const { changes } = this.changes.trim(this.original.text)
    rememberUpdate(this.original, changes, this.current)
    return ok(selection.length === 0 ? { changes } : { changes, selection })
  }

  /** An alias of the text before the edit that stands for what is gone after it, found by the one at an offset after it. */
  private needed(from: number): Shared | undefined {
    const alias = locate(this.current, addressAt(this.current, from))?.node
    const whole = wholeAt(this.original, this.document)
    if (alias?.kind !== 'alias' || whole === undefined) return undefined
    const mark = marksOf(whole.root).findLast(
      (each) => 'alias' in each && each.alias === alias.name,
    )
    if (mark === undefined) return undefined
    const at = addressAt(this.original, whole.at + whole.rootAt + mark.at)
    return { anchor: alias.name, at, choices: ['expand'] }
  }
}

/** A refusal of what a plan says. */
export function refusalOf(reason: string | SharedText | Refusal, at?: Address): Refusal {
  if (typeof reason === 'string')
    return at === undefined ? { message: reason } : { message: reason, at }
  if (!('anchor' in reason)) return reason
  const { message, ...shared } = reason
  return { message, at: shared.at, shared: { ...shared, choices: ['anchor', 'expand'] } }
}

/** Why a text cannot be edited through commands at all. */
function unreadable(tree: YamlTree, document: number): Refusal | undefined {
  const broken = tree.problems.find(
    ({ code, severity }) =>
      severity === 'error' && code !== 'yaml-duplicate-key' && code !== 'yaml-unknown-alias',
  )
  if (broken !== undefined) {
    return { message: `The text cannot be read as YAML, so correct it first: ${broken.message}` }
  }
  if (tree.documents[document] === undefined)
    return { message: `The file has no document ${String(document + 1)}.` }
  return undefined
}
