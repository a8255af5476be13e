import { TraceIndex } from '../../../../app/store/index.ts'
import type { RunNode, TraceEvent } from '../../../../src/simulate/index.ts'
import { node } from '../../../support/fake-run.ts'

/** The key of a path in these tests: its parts, with steps of lanes as `placeKey` has them. */
export function keyOf(path: readonly (string | number)[]): string {
  return path.join('/')
}

/** An event of a node of that name, whose id is its name; `path` is its place, `in` the call that it belongs to. */
export function event(
  at: number,
  name: string,
  fields: Partial<RunNode> & { readonly path?: string; readonly in?: string } = {},
): TraceEvent {
  const { path = '', in: boundaryID = '', ...rest } = fields
  const origin = { source: 0, document: 0, path: [path] }
  const made = node({
    name,
    id: name,
    displayName: name,
    startedAt: at,
    origin,
    boundaryID,
    ...rest,
  })
  return { kind: 'node', at, node: made }
}

export function indexOf(events: readonly TraceEvent[]): TraceIndex {
  const index = new TraceIndex(({ path }) => keyOf(path))
  for (const each of events) index.add(each)
  return index
}
