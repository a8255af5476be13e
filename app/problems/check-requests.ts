import type { TemplateSource } from '../../src/argo/index.ts'
import { ChangeSet } from '../../src/document/index.ts'
import type { CheckSettings } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { CheckRequest } from './check-bench.ts'

/** Makes requests that say only what is new since the one before. */
export class CheckRequests {
  private version = 0
  /** What became of the text of the last request; nothing before the first one. */
  private changes: ChangeSet | undefined
  private settings: CheckSettings | undefined
  private readonly ids = new WeakMap<YamlTree, number>()
  private count = 0
  private sent: ReadonlySet<number> = new Set()

  /** Takes in how the text was changed. */
  note(changes: ChangeSet): void {
    this.changes = this.changes?.compose(changes)
  }

  next(
    name: string,
    text: string,
    sources: readonly TemplateSource[],
    settings: CheckSettings,
  ): CheckRequest {
    const { changes, sent } = this
    const others = sources.map(({ tree }) => {
      const id = this.idOf(tree)
      return sent.has(id) ? { id } : { id, text: tree.text }
    })
    const isNew = settings !== this.settings
    // What is replaced as a whole, as by another file, has nothing in common with what was there.
    const isSmall = changes?.newLength === text.length && changes.size * 2 < text.length
    this.version += 1
    this.changes = ChangeSet.empty(text.length)
    this.settings = settings
    this.sent = new Set(others.map(({ id }) => id))
    return {
      version: this.version,
      name,
      text: changes !== undefined && isSmall ? changes.changes : text,
      others,
      ...(isNew ? { settings } : {}),
    }
  }

  private idOf(tree: YamlTree): number {
    const known = this.ids.get(tree)
    if (known !== undefined) return known
    this.count += 1
    this.ids.set(tree, this.count)
    return this.count
  }
}
