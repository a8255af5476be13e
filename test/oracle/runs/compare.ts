import { runDifferences, type RunDifference } from '../run-differences.ts'
import type { OutcomeNode, RunOutcome } from './outcome.ts'

/** One thing in which two runs are not alike. A side without the thing has nothing. */
export interface Disagreement {
  /** The node, or nothing for the run as a whole. */
  readonly node?: string
  /** `node` where only one side has it, else the name of a field. */
  readonly about: string
  readonly argo: unknown
  readonly ours: unknown
}

/** What of a node is compared; nodes are known by their names, and the order in which they came is not compared. */
const fields = [
  'id',
  'displayName',
  'type',
  'phase',
  'message',
  'template',
  'boundary',
  'children',
  'outbound',
  'inputs',
  'outputs',
  'isHooked',
  'isRetried',
  'isDaemoned',
  'hit',
  'waitingFor',
  'pod',
  'started',
  'finished',
] as const satisfies readonly (keyof OutcomeNode)[]

const wholeFields = ['end', 'phase', 'message', 'outputs', 'finished'] as const

/** In what our run is not like that of Argo: what is of the whole first, then nodes in the order of Argo’s. */
export function disagreements(argo: RunOutcome, ours: RunOutcome): readonly Disagreement[] {
  const found: Disagreement[] = wholeFields.flatMap((about) =>
    differing(about, argo[about], ours[about]),
  )
  const mine = new Map(ours.nodes.map((node) => [node.name, node]))
  const theirs = new Set(argo.nodes.map(({ name }) => name))
  for (const node of argo.nodes) {
    const other = mine.get(node.name)
    if (other === undefined) {
      found.push({ node: node.name, about: 'node', argo: node.phase, ours: undefined })
      continue
    }
    for (const about of fields)
      for (const difference of differing(about, node[about], other[about]))
        found.push({ node: node.name, ...difference })
  }
  for (const { name, phase } of ours.nodes)
    if (!theirs.has(name)) found.push({ node: name, about: 'node', argo: undefined, ours: phase })
  return found
}

function differing(about: string, argo: unknown, ours: unknown): Disagreement[] {
  return stable(argo) === stable(ours) ? [] : [{ about, argo, ours }]
}

/** A value as text, with the keys of maps in order. */
function stable(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The disagreements of an example that no difference explains. */
export function unexplained(
  example: string,
  found: readonly Disagreement[],
  differences: readonly RunDifference[] = runDifferences,
): readonly Disagreement[] {
  const about = differences.filter((one) => one.example?.test(example) ?? true)
  const explains = (one: Disagreement, difference: RunDifference): boolean =>
    difference.about.test(one.about) && (difference.argo?.test(textOf(one.argo)) ?? true)
  const causes = about.filter(({ isCause }) => isCause === true)
  if (causes.some((cause) => found.some((one) => explains(one, cause)))) return []
  return found.filter((one) => !about.some((difference) => explains(one, difference)))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (stable(value) ?? '')
}
