import type { TemplateSource } from '../../src/argo/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { ProblemSource } from '../store/index.ts'

/** What is wrong with a text. */
export interface Problems {
  /** The tree that was checked: ranges count in its text. */
  readonly tree: YamlTree
  readonly list: readonly Problem[]
  readonly errors: number
  readonly warnings: number
  /** Whether anything was checked yet: the rules come after the picture. */
  readonly isChecked: boolean
}

/** Problems to which others may be added. */
export interface OpenProblems extends ProblemSource {
  readonly getSnapshot: () => Problems
  /** Adds what was found of a text by other means than rules, until there is another list. Of a text that is not shown it does nothing. */
  readonly add: (tree: YamlTree, more: readonly Problem[]) => void
}

/** Watches problems and adds others, with the files that the text may refer to. Gives what ends it. */
export type WatchMore = (
  problems: OpenProblems,
  sources: () => readonly TemplateSource[],
) => () => void

/** Runs an action later; gives back what calls it off. */
export type Schedule = (action: () => void) => () => void
