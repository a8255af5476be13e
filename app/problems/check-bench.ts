import type { TemplateSource } from '../../src/argo/index.ts'
import type { TextChange } from '../../src/base/index.ts'
import { ChangeSet, DocumentState } from '../../src/document/index.ts'
import { usualSettings, type CheckSettings, type Problem } from '../../src/validate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import { checkOpenFile } from './rules.ts'

/** What is to be checked. What was sent before is not sent again. */
export interface CheckRequest {
  readonly version: number
  /** The name of the file. */
  readonly name: string
  /** The text: anew, or as changes of the one of the request before. */
  readonly text: string | readonly TextChange[]
  /** Other texts in which templates are found, each with its own only in the first request that names it. */
  readonly others: readonly { readonly id: number; readonly text?: string }[]
  /** Only where they are others than before. */
  readonly settings?: CheckSettings
}

/** What is wrong with the text of a request. */
export interface CheckAnswer {
  readonly version: number
  readonly list: readonly Problem[]
}

/** Checks texts as they are asked for. It keeps their trees, so that a check after an edit looks at little more than the edit. */
export class CheckBench {
  private state = DocumentState.create('')
  private others: readonly { readonly id: number; readonly source: TemplateSource }[] = []
  private sources: readonly TemplateSource[] = []
  private settings: CheckSettings = usualSettings

  /** Throws for changes of a text that was never sent. */
  answer({ version, name, text, others, settings }: CheckRequest): CheckAnswer {
    this.settings = settings ?? this.settings
    this.state = typeof text === 'string' ? DocumentState.create(text) : changed(this.state, text)
    this.keep(others)
    const list = checkOpenFile(name, this.state.tree, this.sources, this.settings)
    return { version, list }
  }

  private keep(others: CheckRequest['others']): void {
    const isSame =
      others.length === this.others.length &&
      others.every(({ id }, index) => id === this.others[index]?.id)
    if (isSame) return
    const known = new Map(this.others.map(({ id, source }) => [id, source]))
    this.others = others.map(({ id, text = '' }) => ({
      id,
      source: known.get(id) ?? { tree: parseTree(text) },
    }))
    this.sources = this.others.map(({ source }) => source)
  }
}

function changed(state: DocumentState, changes: readonly TextChange[]): DocumentState {
  const set = ChangeSet.of(changes, state.text.length)
  return state.update({ changes: set, userEvent: 'check', time: 0 })
}
