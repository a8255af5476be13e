import type { TraceIndex } from '../store/index.ts'

/** Whether a node came out otherwise than in the run before, or was not in it. */
export function isChanged(before: TraceIndex, index: TraceIndex, id: string): boolean {
  const now = index.nodeAt(id)
  if (now === undefined) return false
  const old = before.nodeNamed(now.name)
  return (
    old === undefined ||
    old.phase !== now.phase ||
    JSON.stringify(old.outputs) !== JSON.stringify(now.outputs)
  )
}
