import { isUnsaved, type Autosave, type AutosaveState, type Draft } from '../../platform/index.ts'
import type { Designer } from '../../store/index.ts'
import { draftContent, isGivenUp, restoreDraft } from './draft-content.ts'

export interface DraftsState {
  /** Nothing until the browser's storage has answered. */
  readonly autosave: AutosaveState | undefined
  /** What was put back when the page was loaded, until it is discarded or another file is opened. */
  readonly recovered: Draft | undefined
  /** Unsaved work of other times that can be brought back, newest first. */
  readonly previous: readonly Draft[]
}

/** Ties autosave to the designer: writes what changes, puts back what was lost. */
export interface DraftKeeper {
  readonly getSnapshot: () => DraftsState
  readonly subscribe: (listener: () => void) => () => void
  /** Keeps the unsaved text that another is about to replace; says whether it is safe. */
  readonly giveUp: () => Promise<boolean>
  /** Opens earlier work beside what is open. */
  readonly recover: (draft: Draft) => void
  readonly forgetRecovered: () => void
  readonly flush: () => Promise<void>
  readonly dispose: () => void
}

/** The draft that a page begins with: its own from before a reload, else the newest that a lost tab left behind. */
export function draftToRestore(autosave: Autosave): Draft | undefined {
  if (!autosave.found.ok) return undefined
  const { own, others } = autosave.found.value
  return own ?? others.find((draft) => !isGivenUp(draft))
}

/** `restored` is already open in the designer. The storage may answer later than the page shows. */
export function createDraftKeeper(
  designer: Designer,
  opening: Promise<Autosave>,
  restored: Draft | undefined,
): DraftKeeper {
  let autosave: Autosave | undefined
  let stop = (): void => undefined
  let state: DraftsState = {
    autosave: undefined,
    recovered: restored && isUnsaved(restored) ? restored : undefined,
    previous: [],
  }
  const listeners = new Set<() => void>()
  const set = (change: Partial<DraftsState>): void => {
    state = { ...state, ...change }
    listeners.forEach((listener) => listener())
  }
  const write = (): void => autosave?.change(draftContent(designer))
  const anyDirty = (): boolean => designer.workspace.entries().some(({ isDirty }) => isDirty)

  const attach = async (opened: Autosave): Promise<void> => {
    autosave = opened
    const { own, others } = opened.found.ok ? opened.found.value : { own: undefined, others: [] }
    const unsubscribe = opened.subscribe(() => set({ autosave: opened.getSnapshot() }))
    stop = () => {
      unsubscribe()
      opened.dispose()
    }
    set({
      autosave: opened.getSnapshot(),
      previous: others.filter((draft) => draft !== restored),
    })
    if (restored === undefined && own && isUnsaved(own)) {
      // Too late to be put back by itself; kept elsewhere before this page writes its own in its place.
      const late = await opened.keep(own)
      if (late) set({ previous: [late, ...state.previous] })
    }
    if (restored && restored.id !== opened.id) await adopt(opened, restored)
    else if (anyDirty()) write()
  }
  void opening.then(attach)

  /** Takes over what another tab left behind; its draft goes only when this tab's own is safe. */
  const adopt = async (opened: Autosave, draft: Draft): Promise<void> => {
    write()
    await opened.flush()
    const { pending, problem } = opened.getSnapshot()
    if (!pending && problem === undefined) await opened.discard(draft.id)
  }

  const unsubscribeSession = designer.session.subscribe((transaction) => {
    if (transaction.userEvent === 'open') set({ recovered: undefined })
    // A walking cursor alone is not worth a write while there is nothing to lose.
    if (transaction.userEvent !== 'select' || anyDirty()) write()
  })
  const unsubscribeView = designer.view.subscribe((view, before) => {
    const same =
      view.trail === before.trail &&
      view.document === before.document &&
      view.signatures === before.signatures &&
      view.plainScripts === before.plainScripts &&
      view.drafts === before.drafts
    if (!same) write()
  })

  const unsubscribeFiles = designer.workspace.store.subscribe(write)

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    giveUp: async () => {
      if (!designer.session.isDirty) return true
      const draft = await autosave?.keep(draftContent(designer, true))
      if (draft) set({ previous: [draft, ...state.previous] })
      return draft !== undefined
    },
    recover: (draft) => {
      restoreDraft(designer, draft, true)
      set({ previous: state.previous.filter((other) => other !== draft) })
      if (autosave) void adopt(autosave, draft)
    },
    forgetRecovered: () => set({ recovered: undefined }),
    flush: async () => autosave?.flush(),
    dispose: () => {
      unsubscribeSession()
      unsubscribeView()
      unsubscribeFiles()
      stop()
    },
  }
}
