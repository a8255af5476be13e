import { estimateOf, type CriticalStep, type Run } from '../../simulate/index.ts'
import { timeWords } from './time-words.ts'

/** So many steps of the critical path are named; of a longer one the first and the last. */
const MOST = 12

/**
 * What a run takes, in up to three lines: how long, by which steps, and the most that its pods ask for at once. Nothing when no time went
 * by.
 */
export function formatEstimate(run: Run): string {
  const { duration, criticalPath, pods, cpu, memory } = estimateOf(run.trace)
  if (duration === 0) return ''
  const room = [
    `${String(pods.amount)} ${pods.amount === 1 ? 'pod' : 'pods'}`,
    ...(cpu.amount > 0 ? [`${rounded(cpu.amount)} CPU`] : []),
    ...(memory.amount > 0 ? [`${rounded(memory.amount / 2 ** 20)} MiB of memory`] : []),
  ]
  const lines = [
    `Takes ${timeWords(duration)} by the durations that were given or made up.`,
    `Critical path: ${pathWords(criticalPath)}`,
    `At most at once: ${room.join(', ')}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function pathWords(path: readonly CriticalStep[]): string {
  const words = path.map(({ node, wait }) => {
    const took = timeWords((node.finishedAt ?? node.startedAt) - node.startedAt)
    return `${wait > 0 ? `(wait ${timeWords(wait)}) ` : ''}${node.displayName} ${took}`
  })
  const middle = words.length - MOST
  const shown =
    middle > 0
      ? [...words.slice(0, MOST / 2), `… ${String(middle)} more …`, ...words.slice(-MOST / 2)]
      : words
  return shown.join(' → ')
}

function rounded(amount: number): string {
  return String(Math.round(amount * 100) / 100)
}
