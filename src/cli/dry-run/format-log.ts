import type { Run } from '../../simulate/index.ts'
import { splitLines } from '../../yaml/index.ts'

/** What the steps of a run wrote, in the order of their ends, each line behind the name of its pod. */
export function formatLog({ trace, nodes }: Run): string {
  return trace
    .flatMap((event) => {
      if (event.kind !== 'log') return []
      const pod = nodes.get(event.id)?.podName ?? event.id
      return event.lines.flatMap(({ text }) =>
        splitLines(text.replace(/\r?\n$/, '')).map((line) => `${pod}: ${line}\n`),
      )
    })
    .join('')
}
