import {
  amountWords,
  durationWords,
  estimateOf,
  hasDuration,
  type CriticalStep,
  type EarlierRun,
  type Run,
} from '../../simulate/index.ts'
import { timeWords } from './time-words.ts'

/** So many steps of the critical path are named; of a longer one the first and the last. */
const MOST = 12

/**
 * What a run takes, in up to three lines: how long and who says so, by which steps, and the most that its pods ask for at once. Nothing when
 * no time went by. In: the run, and the earlier runs that it has durations from.
 */
export function formatEstimate(run: Run, earlier: readonly EarlierRun[]): string {
  const { duration, criticalPath, pods, cpu, memory, steps } = estimateOf(run.trace)
  if (duration === 0) return ''
  const room = [
    `${String(pods.amount)} ${pods.amount === 1 ? 'pod' : 'pods'}`,
    ...(cpu.amount > 0 ? [amountWords('cpu', cpu.amount)] : []),
    ...(memory.amount > 0 ? [amountWords('memory', memory.amount)] : []),
  ]
  // Where all is made up, it has been said already.
  const isMixed = steps.some(({ from }) => from !== undefined)
  const lines = [
    `Takes ${timeWords(duration)}. ${durationWords(steps, earlier)}`,
    `Critical path: ${pathWords(criticalPath, isMixed)}`,
    `At most at once: ${room.join(', ')}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** With `isMixed`, says of which steps the duration is made up. */
function pathWords(path: readonly CriticalStep[], isMixed: boolean): string {
  const words = path.map(({ node, wait }) => {
    const took = timeWords((node.finishedAt ?? node.startedAt) - node.startedAt)
    const isMadeUp = isMixed && hasDuration(node) && node.durationFrom === undefined
    return `${wait > 0 ? `(wait ${timeWords(wait)}) ` : ''}${node.displayName} ${took}${isMadeUp ? ' (made up)' : ''}`
  })
  const middle = words.length - MOST
  const shown =
    middle > 0
      ? [...words.slice(0, MOST / 2), `… ${String(middle)} more …`, ...words.slice(-MOST / 2)]
      : words
  return shown.join(' → ')
}
