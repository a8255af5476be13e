import { isFinal } from '../../src/simulate/index.ts'
import type { CardPhase, RunProgress, TraceIndex } from '../store/index.ts'

/** How a run stands after so many events, as a phase and in words; `progress` tells what it is doing now, if now is what is looked at. */
export function runWords(
  index: TraceIndex,
  count: number,
  progress: RunProgress | undefined,
): { readonly phase: CardPhase; readonly words: string } {
  const { phase, message } = index.workflowAt(count)
  const { done, all } = nodesDone(index, count)
  const nodes = `${String(done)} of ${String(all)} nodes`
  if (progress?.kind === 'waiting') return { phase: 'Waiting', words: `Waits for you, ${nodes}` }
  if (progress?.kind === 'suspended') return { phase: 'Waiting', words: 'Suspended, waits for you' }
  if (progress?.kind === 'stuck') return { phase: 'Pending', words: `Stuck, ${nodes}` }
  if (!isFinal(phase)) return { phase, words: `${phase}, ${nodes}` }
  return { phase, words: message === '' ? phase : `${phase}: ${message}` }
}

/** How many of the nodes that there are have come to their end. */
function nodesDone(
  index: TraceIndex,
  count: number,
): { readonly done: number; readonly all: number } {
  let done = 0
  let all = 0
  for (const id of index.ids) {
    const node = index.nodeAt(id, count)
    // Ids are in the order in which nodes come to be.
    if (node === undefined) break
    if (node.type === 'StepGroup') continue
    all++
    if (isFinal(node.phase)) done++
  }
  return { done, all }
}
