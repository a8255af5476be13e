import type { LogLine, RunNode } from '../../src/simulate/index.ts'
import type { TraceIndex } from '../store/index.ts'

/** A line of a log, with the node that wrote it. */
export interface ShownLine {
  readonly id: string
  /** What stands before it: the name of the pod, as `argo logs` has it. */
  readonly pod: string
  readonly source: LogLine['source']
  readonly text: string
}

/** All that was written in a run until then, in the order in which it was written. */
export function runLog(index: TraceIndex, count: number): readonly ShownLine[] {
  const lines: ShownLine[] = []
  for (let at = 0; at < count; at++) {
    const event = index.events[at]
    if (event?.kind !== 'log') continue
    const node = index.nodeAt(event.id, count)
    if (node !== undefined) lines.push(...linesOf(node, event.lines))
  }
  return lines
}

/** What a node wrote, line by line. */
export function linesOf(node: RunNode, log: readonly LogLine[]): readonly ShownLine[] {
  const pod = node.podName ?? node.displayName
  return log.flatMap(({ source, text }) =>
    text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => ({ id: node.id, pod, source, text: line })),
  )
}

/** Lines as text to be copied, as `argo logs` prints them. */
export function logText(lines: readonly ShownLine[]): string {
  return lines.map(({ pod, text }) => `${pod}: ${text}`).join('\n')
}
