/** How the form of an object shows one of its fields. */
export interface FieldPlan {
  /** Instead of the key in words. */
  readonly label?: string
  readonly placeholder?: string
  /** Shown though the file does not have it. */
  readonly pinned?: boolean
  /** `words`: a list as a command line. `lines`: a list, or a text, of several lines. `table`: a list of flat maps with their keys as columns. */
  readonly control?: 'words' | 'lines' | 'table'
  /** Whether its text is mostly made of references: what is in scope is offered. `whole`: it is one reference; `expression`: they have no braces. */
  readonly references?: 'within' | 'whole' | 'expression'
  /** Another text is another name for the same thing: whatever refers to it follows. */
  readonly renames?: 'global-output'
  /** What one item of a list is called, for “Add …”. */
  readonly noun?: string
}

/** The form of an object that was made by hand: the fields that people use daily, in their order. All others are generated. */
export interface FormPlan {
  readonly fields: Readonly<Record<string, FieldPlan>>
  /** The two fields that say all about most items of a list of these: they stand in one line. */
  readonly pair?: readonly [string, string]
  /** What the choice between its variants is called. */
  readonly choice?: string
  /** Parts of a large form under headings; fields in none of them are under the last. */
  readonly areas?: readonly FormArea[]
}

export interface FormArea {
  readonly title: string
  readonly keys: readonly string[]
}
