import type { Result, TextRange } from '../../src/base/index.ts'
import type { Edit, EditContext, Refusal, Shared } from '../../src/edit/index.ts'
import type { FlowSymbol } from '../../src/flow/index.ts'
import type { Address, YamlTree } from '../../src/yaml/index.ts'
import type { ChosenProblem } from './problem-walk.ts'

/** A thing whose references are listed. */
export interface ReferenceSearch {
  readonly symbol: FlowSymbol
  readonly tree: YamlTree
  /** Id of the file that it is in. */
  readonly file: number
}

/** A range of the YAML to be shown. */
export interface RevealRequest {
  readonly range: TextRange
  /** Whether the keys go there, too: then the code opens if it is closed. */
  readonly focus: boolean
  /** Whether what is said of the place shows beside it, if the keys are there. */
  readonly explain?: boolean
}

/** Something to tell the person, shown as a toast by the shell. */
export interface Notice {
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly text: string
  readonly detail?: string
}

/** A place in one of the open files from which a reference led elsewhere. */
export interface Origin {
  readonly file: number
  readonly document: number
  readonly trail: readonly TrailPart[]
  readonly words: string
}

/** An edit that would touch what an anchor shares, and waits to be told how it is to be made. */
export interface SharedQuestion {
  readonly shared: Shared
  readonly tree: YamlTree
  readonly userEvent: string
  readonly plan: (context: EditContext) => Result<Edit, Refusal>
}

/** What was typed as a function but cannot be read as one yet, so that the manifest does not have it. */
export interface ScriptDraft {
  readonly text: string
  /** The source that the manifest had when the draft began. */
  readonly source: string
}

/**
 * A station of the way to the template that is drawn: one of the list by its name, or the inline one of a step or task of the station before,
 * by the name of that. Names outlive edits that move things, which addresses would not.
 */
export type TrailPart = string | { readonly inline: string }

/** What is shown, as against what is in the file. Nothing here is ever saved into the file. */
export interface ViewState {
  /** A number for each file that was opened, so that each is looked at from its beginning, whatever its name. */
  readonly openings: number
  /** Index of the document that is drawn; without it, the first of Argo's. */
  readonly document: number | undefined
  /** The way to the template that is drawn, that one last; empty for the entrypoint. */
  readonly trail: readonly TrailPart[]
  /** Keys of the cards that are unfolded, by the template that is drawn (`drawnKey`). */
  readonly unfolded: ReadonlyMap<string, ReadonlySet<string>>
  /** Where a reference to another manifest was followed from, to go back there. */
  readonly cameFrom: Origin | undefined
  /** The newest thing to tell; each is a new object, shown once. */
  readonly notice: Notice | undefined
  /** The newest edit that waits for an answer. */
  readonly question: SharedQuestion | undefined
  readonly codeTab: 'yaml' | 'script'
  /** Counts how often the code was asked for, so that the shell opens its pane. */
  readonly codeCalls: number
  /** The place of the YAML that was asked for last; each is a new object. */
  readonly reveal: RevealRequest | undefined
  /** The thing whose references were asked for last; each is a new object, with the tree in which it is. */
  readonly search: ReferenceSearch | undefined
  /** What the pane at the bottom shows. */
  readonly bottomTab: 'problems' | 'references' | 'run' | 'tests'
  /** Counts how often that pane was asked for, so that the shell opens it. */
  readonly bottomCalls: number
  /** The step whose problems were asked for, with the pane at the bottom. */
  readonly problemsOf: Address | undefined
  /** The problem that was shown last. */
  readonly problem: ChosenProblem | undefined
  /** Whether the canvas shows where all data goes, not only that of one step. */
  readonly showsDataFlow: boolean
  /** Signatures that were typed for function scripts, by template: the manifest has no place for types. */
  readonly signatures: ReadonlyMap<string, string>
  /** Templates whose script is shown as the plain source though it is a function. */
  readonly plainScripts: ReadonlySet<string>
  /** Drafts by template. They outlive a change of tab or template, and go with the file. */
  readonly drafts: ReadonlyMap<string, ScriptDraft>
}

export const initialView: ViewState = {
  openings: 0,
  document: undefined,
  trail: [],
  unfolded: new Map(),
  cameFrom: undefined,
  notice: undefined,
  question: undefined,
  codeTab: 'yaml',
  codeCalls: 0,
  reveal: undefined,
  search: undefined,
  bottomTab: 'problems',
  bottomCalls: 0,
  problemsOf: undefined,
  problem: undefined,
  showsDataFlow: false,
  signatures: new Map(),
  plainScripts: new Set(),
  drafts: new Map(),
}
