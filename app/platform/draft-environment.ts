/** The powers that keeping drafts needs; tests hand in others. Everything here may throw or reject. */
export interface DraftEnvironment {
  /** The roomy storage, which answers later. */
  readonly store: {
    readonly put: (id: string, value: unknown) => Promise<void>
    readonly remove: (id: string) => Promise<void>
    readonly all: () => Promise<readonly unknown[]>
  }
  /** The small storage, which writes at once, even while the page is being closed. */
  readonly backup: {
    readonly put: (id: string, value: string) => void
    readonly remove: (id: string) => void
    readonly all: () => readonly string[]
  }
  readonly tabs: {
    /** The id of this tab's draft before a reload. */
    readonly remembered: () => string | null
    readonly remember: (id: string) => void
    /** Marks an id as in use until the tab is gone; false if another tab has it. */
    readonly claim: (id: string) => Promise<boolean>
    /** Ids in use, this tab's own among them. */
    readonly live: () => Promise<ReadonlySet<string>>
  }
  /** Calls back when the page is hidden or left: the last moment that is sure to come. */
  readonly onHide: (listener: () => void) => () => void
  readonly newId: () => string
  readonly now: () => number
  readonly later: (action: () => void, milliseconds: number) => () => void
}
