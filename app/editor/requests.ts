import type { TextRange } from '../../src/base/index.ts'
import type { CodeProblem } from './markers.ts'

/** What the code pane does for others. */
export interface CodeServant {
  /** Says whether it could: not while there is no editor. */
  revealRange(range: TextRange, focus: boolean): boolean
  setProblems(problems: readonly CodeProblem[]): void
}

let servant: CodeServant | undefined
let wanted: { readonly range: TextRange; readonly focus: boolean } | undefined
let known: readonly CodeProblem[] = []

/** Selects a range of the YAML, brings it into sight and (if wanted) the focus to it: now, or when the editor has loaded. */
export function revealRange(range: TextRange, focus = true): void {
  wanted = { range, focus }
  tryReveal()
}

/** Marks in the YAML what is wrong with the document besides its syntax. Ranges count in the present text. */
export function setProblems(problems: readonly CodeProblem[]): void {
  known = problems
  servant?.setProblems(problems)
}

/** Serves what others ask for, and what they asked for before; gives back what ends that. */
export function serveRequests(next: CodeServant): () => void {
  servant = next
  next.setProblems(known)
  tryReveal()
  return () => {
    if (servant === next) servant = undefined
  }
}

/** To be called when an editor has come that can show what was asked for. */
export function tryReveal(): void {
  if (wanted !== undefined && servant?.revealRange(wanted.range, wanted.focus) === true)
    wanted = undefined
}
