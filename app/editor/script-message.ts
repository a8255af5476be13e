import { assertNever, LineIndex, type TextRange } from '../../src/base/index.ts'
import type { PythonProblem } from '../../src/hera/index.ts'
import type { Tone } from '../ui/index.ts'
import type { ScriptState } from './script-desk.ts'

/** What the line under a script says. */
export interface ScriptMessage {
  readonly tone: Tone
  readonly text: string
  /** Where it is about. */
  readonly at?: { readonly range: TextRange; readonly line: number }
}

/** The one thing that matters most: why the manifest lags behind, else what will go wrong when the script runs. */
export function scriptMessage(state: ScriptState, text: string): ScriptMessage | undefined {
  const { hindrance, problems } = state
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0]
  if (hindrance === undefined) return worst && problemMessage(worst, wordsOf(worst), text)
  switch (hindrance.kind) {
    case 'unreadable': {
      const [first] = hindrance.problems
      if (first === undefined) return undefined
      return problemMessage(
        first,
        `${first.message} Until then the manifest keeps the last version.`,
        text,
      )
    }
    case 'broken-yaml':
      return {
        tone: 'warning',
        text: 'The YAML does not parse just now. What you type is kept here, and goes into it when it does.',
      }
    case 'refused':
      return { tone: 'danger', text: `${hindrance.message} The manifest keeps the last version.` }
    case 'shared':
      return {
        tone: 'warning',
        text: `The script is shared through the anchor &${hindrance.shared.anchor}. The manifest keeps the last version until you say for whom it changes.`,
      }
    case 'conflict':
      return {
        tone: 'warning',
        text: 'The manifest’s script has changed since this draft was begun. Type on to use the draft, or discard it.',
      }
    default:
      return assertNever(hindrance)
  }
}

function problemMessage(problem: PythonProblem, words: string, text: string): ScriptMessage {
  return {
    tone: problem.severity === 'error' ? 'danger' : 'warning',
    text: words,
    at: { range: problem.range, line: new LineIndex(text).at(problem.range.from).line },
  }
}

function wordsOf({ code, message }: PythonProblem): string {
  return code === 'return'
    ? 'Print the result instead of returning it: what a script prints is its outputs.result.'
    : message
}
