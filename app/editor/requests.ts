import type { TextRange } from '../../src/base/index.ts'

/** What the code pane does for others. */
export interface CodeServant {
  /** Says whether it could: not while there is no editor. */
  revealRange(range: TextRange, focus: boolean, explain: boolean): boolean
}

let servant: CodeServant | undefined
let wanted:
  { readonly range: TextRange; readonly focus: boolean; readonly explain: boolean } | undefined

/**
 * Selects a range of the YAML, brings it into sight and (if wanted) the focus to it, with what is said of the place beside it: now, or when the
 * editor has loaded.
 */
export function revealRange(range: TextRange, focus = true, explain = false): void {
  wanted = { range, focus, explain }
  tryReveal()
}

/** Serves what others ask for, and what they asked for before; gives back what ends that. */
export function serveRequests(next: CodeServant): () => void {
  servant = next
  tryReveal()
  return () => {
    if (servant === next) servant = undefined
  }
}

/** To be called when an editor has come that can show what was asked for. */
export function tryReveal(): void {
  if (wanted === undefined) return
  const { range, focus, explain } = wanted
  if (servant?.revealRange(range, focus, explain) === true) wanted = undefined
}
