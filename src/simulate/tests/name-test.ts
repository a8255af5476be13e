import { stepNameOf } from '../mocks/match.ts'
import { hasFailed, isPassedOver } from '../node.ts'
import type { Run } from '../run.ts'

/** So many steps are named; a name is no list. */
const MOST = 2

/** What a test of a run is called: by what became of it, and what made it so. */
export function testNameOf(run: Run, parameters: Readonly<Record<string, string>>): string {
  const what = [...outcomeOf(run), ...Object.entries(parameters).slice(0, MOST).map(given)]
  return what.join(', ')
}

function outcomeOf(run: Run): readonly string[] {
  const nodes = [...run.nodes.values()]
  const [waiting] = run.waiting
  if (waiting !== undefined) return [`Waits at ${stepNameOf(waiting)}`]
  const failed = nodes.find(
    ({ type, phase }) => hasFailed(phase) && (type === 'Pod' || type === 'Suspend'),
  )
  if (hasFailed(run.phase))
    return [failed === undefined ? 'Fails' : `Fails at ${stepNameOf(failed)}`]
  const skipped = [...new Set(nodes.filter(isPassedOver).map(stepNameOf))]
  const more = skipped.length - MOST
  const names = [...skipped.slice(0, MOST), ...(more > 0 ? [`${String(more)} more`] : [])]
  return names.length === 0 ? [run.phase] : [`${run.phase} without ${names.join(' and ')}`]
}

function given([name, value]: readonly [string, string]): string {
  const line = value.replaceAll(/\s+/g, ' ').trim()
  return `${name} ${line.length > 20 ? `${line.slice(0, 20)}…` : line}`
}

/** A name that is not among those that are taken: with a number behind it, if need be. */
export function freeTestName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const made = count === 1 ? name : `${name} (${String(count)})`
    if (!taken.has(made)) return made
  }
}
