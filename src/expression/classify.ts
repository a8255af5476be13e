import type { NamePart, PortKind, Reference, StepPart } from './reference.ts'

/** One part of a dotted chain; the first one is the root. */
export type Segment = NamePart

/** Roots whose parts are Argo's own names, which nobody can rename. */
const builtInRoots = new Set([
  'workflow',
  'pod',
  'node',
  'retries',
  'lastRetry',
  'cronworkflow',
  // Of metrics.
  'status',
  'duration',
  'exitCode',
  'resourcesDuration',
])

/**
 * Finds what a chain of names refers to. In a tag the chain is one key of Argo's scope, so that everything
 * after a prefix is the name (artifact names may have dots); in an expression each part is a member, and what
 * follows the name is a further access.
 */
export function classify(
  segments: readonly Segment[],
  mode: 'tag' | 'expression',
): Reference | undefined {
  const first = segments[0]
  const last = segments[segments.length - 1]
  if (!first || !last) return undefined
  const range = { from: first.range.from, to: last.access.to }
  const word = (index: number): string | undefined => segments[index]?.name
  const nameAt = (index: number, end = segments.length): NamePart | undefined =>
    mode === 'tag' ? joined(segments.slice(index, end)) : segments[index]
  const builtIn = (): Reference => ({
    kind: 'built-in',
    name: segments.map((s) => s.name).join('.'),
    range,
  })

  switch (first.name) {
    case 'steps':
    case 'tasks': {
      const step = segments[1]
      if (!step) return undefined
      if (step.name === 'name' && segments.length === 2) return builtIn()
      return { kind: 'step', scope: first.name, step, part: stepPart(segments, nameAt), range }
    }
    case 'inputs':
    case 'outputs': {
      const of = portKind(word(1))
      const isOwn = first.name === 'outputs' && segments.length === 2
      // What metrics may tell of the template itself.
      if (isOwn && (word(1) === 'result' || word(1) === 'exitCode')) return builtIn()
      if (!of) return undefined
      if (segments.length === 2) return builtIn()
      // A parameter of `inputs` has no path.
      const hasPath = first.name === 'outputs' || of === 'artifact'
      const path = hasPath && segments.length > 3 && last.name === 'path'
      const name = nameAt(2, path ? segments.length - 1 : segments.length)
      return name && { kind: first.name === 'inputs' ? 'input' : 'output', of, name, path, range }
    }
    case 'workflow': {
      if (segments.length === 1) return undefined
      const isList = segments.length === 2 || (segments.length === 3 && word(2) === 'json')
      if (word(1) === 'parameters' && !isList) {
        const name = nameAt(2)
        return name && { kind: 'workflow-parameter', name, range }
      }
      const of = word(1) === 'outputs' ? portKind(word(2)) : undefined
      const name = of && nameAt(3)
      return of && name ? { kind: 'workflow-output', of, name, range } : builtIn()
    }
    case 'item':
      return { kind: 'item', key: segments.length > 1 ? nameAt(1) : undefined, range }
    default:
      return builtInRoots.has(first.name) ? builtIn() : undefined
  }
}

/** What is known of any step beside its outputs. */
export const stepFields: ReadonlySet<string> = new Set([
  'status',
  'id',
  'ip',
  'exitCode',
  'startedAt',
  'finishedAt',
  'hostNodeName',
])

function stepPart(
  segments: readonly Segment[],
  nameAt: (index: number) => NamePart | undefined,
): StepPart {
  const field = segments[2]?.name ?? ''
  if (stepFields.has(field)) return { kind: 'field', field }
  const output = field === 'outputs' ? segments[3]?.name : undefined
  if (output === 'result') return { kind: 'result' }
  if (output === 'exitCode') return { kind: 'field', field: output }
  const of = portKind(output)
  const name = of && nameAt(4)
  if (of && name) return { kind: of, name }
  if (of === 'parameter') return { kind: 'parameters' }
  const rest = segments.slice(2).map((segment) => segment.name)
  return { kind: 'unknown', text: rest.join('.') }
}

function portKind(word: string | undefined): PortKind | undefined {
  if (word === 'parameters') return 'parameter'
  return word === 'artifacts' ? 'artifact' : undefined
}

function joined(segments: readonly Segment[]): NamePart | undefined {
  const first = segments[0]
  const last = segments[segments.length - 1]
  if (!first || !last) return undefined
  return {
    name: segments.map((segment) => segment.name).join('.'),
    range: { from: first.range.from, to: last.range.to },
    access: { from: first.access.from, to: last.access.to },
    style: first.style,
  }
}
