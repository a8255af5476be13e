import { err, ok, type Result } from '../../src/base/index.ts'
import {
  draftSize,
  isUnsaved,
  newestFirst,
  readDraft,
  type Draft,
  type DraftContent,
} from './draft.ts'
import type { DraftEnvironment } from './draft-environment.ts'
import { errorName, type PlatformProblem } from './problem.ts'

export type AutosaveProblem = PlatformProblem<'full' | 'unavailable' | 'only-backup'>

export interface AutosaveState {
  /** Milliseconds since 1970, of the newest change that is safe; absent before the first. */
  readonly savedAt: number | undefined
  /** Changes that are not safe yet. */
  readonly pending: boolean
  /** Drafts are not safe, or not wholly; to be shown for as long as it stands. */
  readonly problem: AutosaveProblem | undefined
}

export interface FoundDrafts {
  /** What this tab had before it was loaded again. */
  readonly own: Draft | undefined
  /** Unsaved work of tabs that are gone, newest first. */
  readonly others: readonly Draft[]
}

export interface Autosave {
  readonly id: string
  /** What was there at the start. */
  readonly found: Result<FoundDrafts, AutosaveProblem>
  /** To be called after every change; it is safe some 300 ms later. */
  readonly change: (content: DraftContent) => void
  /** Writes now what is pending. */
  readonly flush: () => Promise<void>
  /** Stores a text that this tab gives up, under an id of its own; nothing if it could not be stored. */
  readonly keep: (content: DraftContent) => Promise<Draft | undefined>
  /** Forgets a draft: this tab's own, or one of the others. */
  readonly discard: (id: string) => Promise<void>
  readonly getSnapshot: () => AutosaveState
  readonly subscribe: (listener: () => void) => () => void
  readonly dispose: () => void
}

/** A change is written at most this much later. */
const DELAY = 300
/** What is not safe is tried again after this time. */
const RETRY = 5000
/** Larger texts do not fit into the small storage, which has some five million characters for all. */
const BACKUP_LIMIT = 500_000
const OLDEST = 30 * 24 * 60 * 60 * 1000

/**
 * Keeps this tab's work safe against crashes. Each tab has its own draft; a tab that was duplicated, and so
 * remembers the id of another, gets a new one. Failing storage never throws: it is the state's `problem`.
 */
export async function openAutosave(environment: DraftEnvironment): Promise<Autosave> {
  const { store, backup, newId, now, later, onHide } = environment
  const id = await claimId(environment)
  const found = await findDrafts(environment, id)

  let state: AutosaveState = {
    savedAt: undefined,
    pending: false,
    problem: found.ok ? undefined : found.error,
  }
  let newest: Draft | undefined
  let written: Draft | undefined
  let cancel: (() => void) | undefined
  let writing: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const set = (next: AutosaveState) => {
    const same =
      next.savedAt === state.savedAt &&
      next.pending === state.pending &&
      next.problem?.code === state.problem?.code
    if (same) return
    state = next
    listeners.forEach((listener) => listener())
  }

  /** One at a time, so that an older write cannot end after a newer one. */
  const write = async (): Promise<void> => {
    cancel?.()
    cancel = undefined
    while (writing) await writing
    const draft = newest
    if (!draft || draft === written) return
    writing = put(draft).finally(() => (writing = undefined))
    await writing
  }

  const put = async (draft: Draft): Promise<void> => {
    let problem: AutosaveProblem | undefined
    try {
      await store.put(draft.id, draft)
      written = draft
      forgetBackup(draft)
    } catch (error) {
      const saved = keepBackup(draft)
      if (saved) written = draft
      else cancel ??= later(() => void write(), RETRY)
      problem = problemOf(error, saved)
    }
    const safe = problem === undefined || problem.code === 'only-backup'
    set({
      savedAt: safe ? draft.time : state.savedAt,
      pending: newest !== undefined && newest !== written,
      problem,
    })
  }

  const keepBackup = (draft: Draft): boolean => {
    if (draftSize(draft) > BACKUP_LIMIT) return false
    try {
      backup.put(draft.id, JSON.stringify(draft))
      return true
    } catch {
      return false
    }
  }

  const forgetBackup = (draft: Draft) => {
    // A newer one may have been kept meanwhile.
    if (draft === newest) quietly(() => backup.remove(draft.id))
  }

  const stop = onHide(() => {
    if (!newest || newest === written) return
    keepBackup(newest)
    void write()
  })

  return {
    id,
    found,
    change: (content) => {
      newest = { ...content, id, time: now() }
      set({ ...state, pending: true })
      cancel ??= later(() => {
        cancel = undefined
        void write()
      }, DELAY)
    },
    flush: write,
    keep: async (content) => {
      const draft: Draft = { ...content, id: newId(), time: now() }
      try {
        await store.put(draft.id, draft)
        return draft
      } catch {
        return undefined
      }
    },
    discard: async (target) => {
      if (target === id) {
        cancel?.()
        cancel = undefined
        newest = undefined
        while (writing) await writing
        set({ ...state, pending: false })
      }
      quietly(() => backup.remove(target))
      await store.remove(target).catch(() => undefined)
    },
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => {
      cancel?.()
      stop()
    },
  }
}

async function claimId({ tabs, newId }: DraftEnvironment): Promise<string> {
  const remembered = attempt(() => tabs.remembered())
  if (remembered && (await tabs.claim(remembered).catch(() => true))) return remembered
  const id = newId()
  quietly(() => tabs.remember(id))
  await tabs.claim(id).catch(() => true)
  return id
}

/** Reads both storages: the newer version of a draft may be in either. Old ones are swept out. */
async function findDrafts(
  { store, backup, tabs, now }: DraftEnvironment,
  id: string,
): Promise<Result<FoundDrafts, AutosaveProblem>> {
  const backups = (attempt(() => backup.all()) ?? []).map((text) =>
    attempt((): unknown => JSON.parse(text)),
  )
  let stored: readonly unknown[] = []
  let problem: AutosaveProblem | undefined
  try {
    stored = await store.all()
  } catch (error) {
    problem = problemOf(error, false)
  }
  const live = await tabs.live().catch(() => new Set<string>())
  const all = newestFirst([...stored, ...backups].flatMap((value) => readDraft(value) ?? []))
  const young = all.filter((draft) => draft.time > now() - OLDEST || draft.id === id)
  const gone = all.filter((draft) => !young.includes(draft) && !live.has(draft.id))
  for (const draft of gone) {
    quietly(() => backup.remove(draft.id))
    await store.remove(draft.id).catch(() => undefined)
  }
  const own = young.find((draft) => draft.id === id)
  const others = young.filter((draft) => draft !== own && !live.has(draft.id) && isUnsaved(draft))
  return problem && all.length === 0 ? err(problem) : ok({ own, others })
}

function problemOf(error: unknown, backedUp: boolean): AutosaveProblem {
  const full = errorName(error) === 'QuotaExceededError'
  if (backedUp) {
    return {
      code: 'only-backup',
      message: full
        ? 'The browser’s storage is full. Your work is kept in a small spare storage only: save it to a file.'
        : 'The browser refuses its storage. Your work is kept in a small spare storage only: save it to a file.',
    }
  }
  return full
    ? {
        code: 'full',
        message:
          'The browser’s storage is full. Unsaved work would be lost with this tab: save it to a file.',
      }
    : {
        code: 'unavailable',
        message:
          'The browser refuses its storage, as in some private windows. Unsaved work would be lost with this tab: save it to a file.',
      }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}

function quietly(action: () => void): void {
  attempt(action)
}
