import { isFinal } from '../node.ts'
import type { Execution, Machine } from './machine.ts'
import type { LiveNode, RunState } from './state.ts'
import { isTrueIn } from './json.ts'
import { parallelismOf, typeOf } from './template.ts'
import type { JsonObject } from '../../yaml/index.ts'
import type { Trouble } from './trouble.ts'

const failFastMessage = 'template has failed or errored children and failFast enabled'
const limit: Trouble = { kind: 'limit', message: 'Max parallelism reached' }

/**
 * Whether a template may begin or go on now, by the limits on what runs at once and by `failFast`, which ends its template when
 * nothing of it runs any more (Argo: `checkParallelism`).
 */
export function limitOn(
  { run }: Machine,
  template: JsonObject,
  node: LiveNode | undefined,
  { boundary }: Execution,
): Trouble | undefined {
  const all = parallelismOf(run.spec)
  if (all !== undefined && run.tally.all.pods >= all) return limit
  const type = typeOf(template)
  if (node && (type === 'dag' || type === 'steps')) {
    if (stopsEarly(run, template, node)) return limit
    const most = parallelismOf(template)
    if (most !== undefined && run.tally.of(node.id).pods >= most) return limit
  }
  if (!boundary || (node && !isFinal(node.phase))) return undefined
  const outer = run.works.get(boundary.name)?.template
  if (!outer) return undefined
  if (stopsEarly(run, outer, boundary)) return limit
  const most = parallelismOf(outer)
  return most !== undefined && run.tally.of(boundary.id).active >= most ? limit : undefined
}

function stopsEarly(run: RunState, template: JsonObject, node: LiveNode): boolean {
  const counts = run.tally.of(node.id)
  if (!isTrueIn(template, 'failFast') || counts.failed === 0) return false
  if (counts.pods > 0) return true
  const group = typeOf(template) === 'steps' ? lastGroup(run, node) : undefined
  if (group) run.mark(group, 'Failed', failFastMessage)
  run.mark(node, 'Failed', failFastMessage)
  return true
}

/** The group that is at work: the last that was made. */
function lastGroup(run: RunState, node: LiveNode): LiveNode | undefined {
  let last: LiveNode | undefined
  for (let at = 0; ; at++) {
    const group = run.find(`${node.name}[${String(at)}]`)
    if (!group) return last
    last = group
  }
}
