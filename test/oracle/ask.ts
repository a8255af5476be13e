import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { RunSettings } from './runs/settings.ts'
import type { RunVerdict } from './runs/verdict.ts'

/** A condition after the substitution of its tags, as the controller evaluates it. */
export interface WhenQuestion {
  readonly kind: 'when'
  readonly text: string
}

/**
 * An expression of expr-lang and what it can name; whole numbers are ints, others float64. With `argo`, dotted names become maps
 * and Argo's functions are there.
 */
export interface ExpressionQuestion {
  readonly kind: 'expr'
  readonly text: string
  readonly env?: Readonly<Record<string, unknown>>
  readonly argo?: boolean
}

export interface ManifestFile {
  readonly name: string
  readonly text: string
}

/** Files as one set without a cluster, as when they are linted; with `create`, as when they are created. */
export interface ManifestQuestion {
  readonly kind: 'manifests'
  readonly files: readonly ManifestFile[]
  readonly create?: boolean
}

/** A manifest whose workflow is run by the controller. */
export interface RunQuestion extends RunSettings {
  readonly kind: 'run'
  readonly manifest: string
}

export type Question = WhenQuestion | ExpressionQuestion | ManifestQuestion | RunQuestion

/** What Argo says of one object of a set: no message if it is accepted. */
export interface ObjectVerdict {
  readonly file: string
  /** Which part of its file, of those between the lines `---`. */
  readonly index: number
  readonly kind: string
  readonly name?: string
  readonly message?: string
  /** The message is that of a panic, which ends Argo's own command line. */
  readonly panic?: boolean
}

/** What Argo says of a set. The message is about the whole set, which then was not judged. */
export interface ManifestVerdict {
  readonly accepted: boolean
  readonly message?: string
  readonly objects?: readonly ObjectVerdict[]
  /** How many documents are not YAML or have a key twice in a map; Argo's command line skips them. */
  readonly unread?: number
}

/**
 * A value and its type in Go, or an error and the phase in which it arose: `parse`, `plan`, `evaluate`, `result` of conditions,
 * `compile`, `run` of expressions, `panic`, or `died` and `silent` when the program ended or said nothing for too long.
 */
export interface Verdict {
  readonly value?: unknown
  readonly type?: string
  /** Value and types of an expression in one text, equal for equal values: `int(5)`, `[]interface {}["a", nil]`. */
  readonly shown?: string
  readonly error?: string
  readonly phase?: string
  /** Of manifests. */
  readonly manifests?: ManifestVerdict
  readonly run?: RunVerdict
}

export interface AskOptions {
  /** Arguments of the program. */
  readonly args?: readonly string[]
  /** How long one answer may take, in ms. */
  readonly patience?: number
}

/**
 * Asks the program all questions and gives its verdicts in their order. A question that ends the program, or that it does not
 * answer in time, has that for a verdict; the program is started again for those after it.
 */
export async function ask(
  program: string,
  questions: readonly Question[],
  { args = [], patience = 60_000 }: AskOptions = {},
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  while (verdicts.length < questions.length) {
    const phase = await round(
      spawn(program, args),
      questions.slice(verdicts.length),
      verdicts,
      patience,
    )
    if (verdicts.length < questions.length) verdicts.push({ error: 'no answer', phase })
  }
  return verdicts
}

/** One life of the program: adds what it answers, and says how it ended. */
function round(
  child: ChildProcessWithoutNullStreams,
  questions: readonly Question[],
  verdicts: Verdict[],
  patience: number,
): Promise<'died' | 'silent'> {
  return new Promise((resolve, reject) => {
    let ended: 'died' | 'silent' = 'died'
    const stop = () => {
      ended = 'silent'
      child.kill('SIGKILL')
    }
    const timer = setTimeout(stop, patience)
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      timer.refresh()
      verdicts.push(readVerdict(line))
    })
    lines.once('close', () => {
      clearTimeout(timer)
      resolve(ended)
    })
    child.once('error', reject)
    child.stderr.resume()
    // A program that has died takes no more questions; its end is told by `close`.
    child.stdin.on('error', () => undefined)
    for (const question of questions) child.stdin.write(`${JSON.stringify(question)}\n`)
    child.stdin.end()
  })
}

function readVerdict(line: string): Verdict {
  const answer: unknown = JSON.parse(line)
  if (typeof answer !== 'object' || answer === null)
    throw new Error(`the oracle said ${line.slice(0, 200)}`)
  return answer
}
