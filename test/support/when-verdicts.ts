import { evaluateWhen, type WhenError } from '../../src/expression/index.ts'

/** What the real govaluate says of a condition: true or false, or an error and the phase in which it arose. */
export interface WhenVerdict {
  readonly value?: unknown
  readonly error?: string
  readonly phase?: string
}

const phases: Readonly<Record<WhenError['kind'], string>> = {
  parse: 'parse',
  plan: 'plan',
  evaluate: 'evaluate',
  'not-boolean': 'result',
  panic: 'panic',
  unresolved: 'none',
  limit: 'none',
}

/** How `evaluateWhen` judges a condition, in the words of a verdict. */
export function ourVerdict(text: string): WhenVerdict {
  const result = evaluateWhen(text)
  if (result.ok) return { value: result.value }
  const { kind, reason } = result.error
  return { error: kind === 'not-boolean' ? `not a bool: ${reason}` : reason, phase: phases[kind] }
}

/** In what a verdict of ours differs from the real one: nothing, the words of an error, its phase, or the answer itself. */
export function differenceOf(
  ours: WhenVerdict,
  real: WhenVerdict,
): 'answer' | 'phase' | 'words' | undefined {
  if (ours.value !== real.value || (ours.error === undefined) !== (real.error === undefined))
    return 'answer'
  if (ours.phase !== real.phase) return 'phase'
  return ours.error === real.error ? undefined : 'words'
}
