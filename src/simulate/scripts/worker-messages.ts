import type { Ran, RunnableLanguage, ScriptLog, ScriptRun } from './script-run.ts'

/** What a worker is told: once which language it is to load, then run after run, each when the one before is done. */
export type ScriptCall =
  | {
      readonly type: 'start'
      readonly language: RunnableLanguage
      /** Memory that both sides see: a 2 in it interrupts the run. */
      readonly interrupt?: Uint8Array
    }
  | { readonly type: 'run'; readonly request: ScriptRun }

/** How much of a language is here. */
export interface LoadProgress {
  /** Bytes, as they are when unpacked. */
  readonly loaded: number
  readonly total: number
}

/** What a worker says. */
export type ScriptReport =
  | { readonly type: 'progress'; readonly progress: LoadProgress }
  /** The language is loaded. */
  | { readonly type: 'ready' }
  /** The language cannot be loaded; nothing else comes from this worker. */
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'log'; readonly pieces: readonly ScriptLog[] }
  | { readonly type: 'done'; readonly ran: Ran; readonly took: number }
