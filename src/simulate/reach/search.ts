import { evaluateWhen } from '../../expression/index.ts'
import { textIn } from '../engine/json.ts'
import { attempt, type Attempt, type Passed, type Subject } from './attempt.ts'
import { factsOf, logicOf } from './call-facts.ts'
import type { CallGraph, CallSite } from './call-graph.ts'
import { Choices } from './choices.ts'
import { sliceOf, type Slice } from './slice.ts'
import type { NeverBecause, Standing } from './standing.ts'
import { triedIn } from './tried.ts'
import type { Variable } from './variable.ts'

/** How much is tried. */
export interface SearchLimits {
  readonly most: number
  readonly mostNodes: number
  readonly onlyNever: boolean
}

/** Steps that depend on the same, and what was tried for them. */
interface Group {
  readonly slice: Slice
  readonly sites: CallSite[]
  readonly attempts: Attempt[]
  isComplete: boolean
}

/** Tries runs until it is known of each step whether it runs, or the limits are reached. */
export class Search {
  tried = 0
  private readonly subject: Subject
  private readonly graph: CallGraph
  private readonly limits: SearchLimits
  private groups: readonly Group[] = []
  private readonly groupOf = new Map<CallSite, Group>()
  private readonly examples = new Map<string, ReadonlyMap<string, string>>()
  private readonly counts = new Map<string, number>()
  private readonly passed = new Map<string, Passed[]>()
  private good = 0
  private size = 0

  constructor(subject: Subject, graph: CallGraph, limits: SearchLimits) {
    this.subject = subject
    this.graph = graph
    this.limits = limits
  }

  /** Whether all was tried that makes a difference to what was looked for. */
  get isComplete(): boolean {
    return this.groups.every(({ isComplete }) => isComplete)
  }

  /** Tries all that there is to try. Gives why nothing can be, or nothing. */
  run(): string | undefined {
    const { onlyNever } = this.limits
    if (!onlyNever) this.groups = this.groupsOf(() => true)
    const first = attempt(this.subject, undefined, new Choices())
    if (!first.ok) return first.error
    this.note(first.value)
    if (onlyNever) this.groups = this.groupsOf(({ key }) => !this.examples.has(key))
    for (const group of this.groups) {
      if (onlyNever && group.sites.every(({ key }) => this.examples.has(key))) continue
      const choices = new Choices()
      while (!group.isComplete && this.hasRoom) {
        const next = attempt(this.subject, group.slice, choices)
        if (!next.ok) return next.error
        this.note(next.value)
        group.attempts.push(next.value)
        group.isComplete = !choices.next()
      }
    }
    return undefined
  }

  private get hasRoom(): boolean {
    return this.tried < this.limits.most && this.size < this.limits.mostNodes
  }

  /** Some of the steps by what they depend on; what has least to try comes first. */
  private groupsOf(isWanted: (site: CallSite) => boolean): readonly Group[] {
    const groups = new Map<string, Group>()
    const numbers = new Map<Variable, number>()
    const numberOf = (variable: Variable): number => {
      const number = numbers.get(variable) ?? numbers.size
      numbers.set(variable, number)
      return number
    }
    for (const site of this.graph.sites.values()) {
      if (!isWanted(site)) continue
      const slice = sliceOf(site, this.subject.variables)
      const names = [...slice.variables].map(numberOf).sort((a, b) => a - b)
      const reasons = [...slice.reasons].sort()
      const key = JSON.stringify([names, reasons, slice.isPerCall])
      const group = groups.get(key) ?? { slice, sites: [], attempts: [], isComplete: false }
      groups.set(key, group)
      group.sites.push(site)
      this.groupOf.set(site, group)
    }
    return [...groups.values()].sort((a, b) => sizeOf(a.slice) - sizeOf(b.slice))
  }

  private note({ ran, passed, chosen, hasFailing, trouble, size }: Attempt): void {
    this.tried++
    this.size += size
    const isGood = !hasFailing && trouble === undefined
    if (isGood) this.good++
    for (const key of ran) {
      if (!this.examples.has(key)) this.examples.set(key, chosen)
      if (isGood) this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    }
    for (const [key, found] of passed) {
      const known = this.passed.get(key)
      if (known === undefined) this.passed.set(key, [...found])
      else known.push(...found)
    }
  }

  /** What is known of the step with a key. */
  standing(key: string): Standing {
    const site = this.graph.sites.get(key)
    if (site === undefined) return { runs: 'never', because: { kind: 'uncalled' } }
    return this.standingOf(site, new Set())
  }

  private standingOf(site: CallSite, above: Set<CallSite>): Standing {
    const example = this.examples.get(site.key)
    const group = this.groupOf.get(site)
    const doubt = group === undefined ? undefined : doubtOf(group)
    if (example !== undefined) {
      const isOften = this.counts.get(site.key) === this.good && this.good > 0
      const isAlways =
        isOften && group?.attempts.every((one) => one.hasFailing || one.ran.has(site.key)) === true
      if (isAlways && doubt === undefined) return { runs: 'always' }
      // A run in which only what it depends on was varied says more.
      const runs = group?.attempts.filter(({ ran }) => ran.has(site.key)) ?? []
      const own = runs.find(({ hasFailing }) => !hasFailing) ?? runs[0]
      return { runs: 'sometimes', example: own?.chosen ?? example }
    }
    const callers = site.around?.callers ?? []
    if (above.has(site)) return { runs: 'never', because: { kind: 'caller', callers: [] } }
    above.add(site)
    if (callers.length > 0 && callers.every((caller) => !this.examples.has(caller.key))) {
      const open = callers
        .map((caller) => this.standingOf(caller, above))
        .find((standing) => standing.runs === 'unknown')
      if (open !== undefined) return open
      const names = [...new Set(callers.map(({ name }) => name))]
      return { runs: 'never', because: { kind: 'caller', callers: names } }
    }
    if (doubt !== undefined) return { runs: 'unknown', why: doubt }
    const trouble = group?.attempts.find((one) => !isExplained(site, one, new Set()))?.trouble
    if (trouble !== undefined) return { runs: 'unknown', why: `a run broke off: ${trouble}` }
    return { runs: 'never', because: this.becauseOf(site) }
  }

  private becauseOf(site: CallSite): NeverBecause {
    const { key, json } = site
    const passed = this.passed.get(key) ?? []
    const text = textIn(json, 'when')
    const filled = passed.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict.filled]))
    if (text !== undefined && filled.length > 0)
      return { kind: 'when', text, tried: triedIn(text, filled) }
    if (passed.length === 0) return { kind: 'passed' }
    if (passed.every(({ message }) => message.startsWith('omitted'))) {
      const dead = factsOf(site).before.filter((before) => !this.examples.has(before.key))
      return dead.length > 0
        ? { kind: 'after', tasks: dead.map(({ name }) => name) }
        : { kind: 'depends', text: logicOf(json) }
    }
    if (text === undefined || !evaluateWhen(text).ok) return { kind: 'items' }
    return { kind: 'early', text }
  }
}

/** Why nothing can be said of steps that did not run in what was tried for a group; nothing where all was tried. */
function doubtOf({ slice, isComplete }: Group): string | undefined {
  const [reason] = slice.reasons
  if (reason !== undefined) return reason
  for (const { name, openBecause } of slice.variables)
    if (openBecause !== undefined) return `${name}: ${openBecause}`
  return isComplete ? undefined : 'there are more combinations than runs were tried'
}

/** Whether it is clear from a run why a step did not run in it. */
function isExplained(site: CallSite, one: Attempt, above: Set<CallSite>): boolean {
  if (one.trouble === undefined) return true
  // A condition speaks for itself; what was left out may have been so because of the trouble.
  if (one.passed.get(site.key)?.some(({ verdict }) => verdict !== undefined) === true) return true
  if (above.has(site)) return false
  above.add(site)
  const callers = site.around?.callers ?? []
  return (
    callers.length > 0 &&
    callers.every((caller) => !one.ran.has(caller.key) && isExplained(caller, one, above))
  )
}

/** How many combinations there are at most. */
function sizeOf({ variables }: Slice): number {
  let size = 1
  for (const { values } of variables) size *= Math.max(1, values.length)
  return size
}
