import type { CalledFacts } from './called.ts'
import type { ScopeType } from './scope-value.ts'
import type { StepView } from './view.ts'

/** Something that a step or task leaves behind: what stands behind its name in a reference, as in `outputs.result`. */
export interface StepOutput {
  readonly parts: readonly string[]
  readonly type: ScopeType
}

/**
 * All that a step gives to those who refer to it, what people mostly want first (Argo: `addOutputsToScope`). Of a template that nobody knows
 * here it is what any step gives, and a result.
 */
export function stepOutputs(
  called: CalledFacts | undefined,
  step: Pick<StepView, 'loop' | 'collects'>,
): readonly StepOutput[] {
  const type = step.loop === undefined ? 'text' : 'JSON list'
  const { parameters, artifacts } = called?.outputs ?? nothing
  const all = step.collects
  const hasResult =
    called === undefined || called.hasResult || (all && called.type === 'containerSet')
  return [
    ...(hasResult ? [output(['outputs', 'result'], type)] : []),
    ...parameters.map((name) => output(['outputs', 'parameters', name], type)),
    ...(all ? [output(['outputs', 'parameters'], 'JSON list')] : []),
    ...artifacts.map((name) => output(['outputs', 'artifacts', name], 'artifact')),
    output(['status'], 'text'),
    ...(hasResult ? [output(['exitCode'], 'number')] : []),
    ...(called?.isDaemon === true ? [output(['ip'], 'text')] : []),
    output(['id'], 'text'),
    output(['startedAt'], 'time'),
    output(['finishedAt'], 'time'),
    output(['hostNodeName'], 'text'),
  ]
}

const nothing: CalledFacts['outputs'] = { parameters: [], artifacts: [] }

function output(parts: readonly string[], type: ScopeType): StepOutput {
  return { parts, type }
}
