import {
  createScriptRunner,
  type LoadProgress,
  type ScriptRunner,
} from '../../src/simulate/index.ts'
import { browserScriptHost } from '../platform/script-host.ts'

let runner: ScriptRunner | undefined

/** Who runs the scripts of all dry runs of the page; made when the first is asked for. */
export function pageScripts(): ScriptRunner {
  runner ??= createScriptRunner(browserScriptHost())
  return runner
}

const LANGUAGES = { python: 'Python', javascript: 'JavaScript' } as const

/** What is fetched before a script can run: nothing once it is here. Amounts are bytes. */
export function loadingOf(
  language: keyof typeof LANGUAGES,
  { loaded, total }: LoadProgress,
): { readonly what: string; readonly done: number; readonly total: number } | undefined {
  return loaded >= total ? undefined : { what: LANGUAGES[language], done: loaded, total }
}
