import type { JsonValue } from '../../yaml/index.ts'
import type { RunNode } from '../node.ts'
import { holdsValue } from '../reading/field.ts'
import type { MockTarget } from './mock.ts'

/** The name of the step or task that a node is of; of a hook with what it is, `flip.onExit`. Display names add items and attempts. */
export function stepNameOf({ displayName }: Pick<RunNode, 'displayName'>): string {
  const at = displayName.indexOf('(')
  if (at < 0) return displayName
  // What stands behind the parentheses says which hook it is: `flip(0:a).onExit`.
  return displayName.slice(0, at) + (/\)((?:\.[^()]+)*)$/.exec(displayName)?.[1] ?? '')
}

/** The name of the run that a node is in: the name of the root, which the ids of all others begin with. */
export function runNameOf({ id, name }: Pick<RunNode, 'id' | 'name'>): string {
  return id === name ? name : id.slice(0, id.lastIndexOf('-'))
}

/** Whether a pattern with `*` fits the name or the display name of a node. From `[` or `.` on, it counts from the run's root. */
export function fitsNode(pattern: string, node: RunNode): boolean {
  const isRelative = pattern.startsWith('[') || pattern.startsWith('.')
  const full = isRelative ? runNameOf(node) + pattern : pattern
  return fitsText(full, node.name) || fitsText(pattern, node.displayName)
}

/** Whether a text is what a pattern says, in which `*` stands for any text, nothing included. */
export function fitsText(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return text === pattern
  const [first = '', ...others] = pattern.split('*')
  const last = others.pop() ?? ''
  if (!text.startsWith(first) || text.length < first.length + last.length) return false
  const end = text.length - last.length
  let at = first.length
  for (const part of others) {
    const found = text.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return text.endsWith(last)
}

/** Whether a mock is for a node. */
export function isFor(target: MockTarget, node: RunNode): boolean {
  const { template, step, node: pattern, item, index, attempt } = target
  return (
    (template === undefined || node.templateName === template) &&
    (step === undefined || stepNameOf(node) === step) &&
    (pattern === undefined || fitsNode(pattern, node)) &&
    (index === undefined || node.item?.index === index) &&
    (item === undefined || (node.item !== undefined && isItem(node.item.value, item))) &&
    (attempt === undefined || (node.attempt ?? 0) === attempt)
  )
}

/**
 * Whether a mock may be for nodes of a step or task that calls a template, whatever their items and attempts; without a step, whether it is
 * for all that run the template.
 */
export function mayBeFor(
  { template, step, node: pattern }: MockTarget,
  who: { readonly step?: string | undefined; readonly template?: string | undefined },
): boolean {
  return (
    (template === undefined || template === who.template) &&
    (step === undefined || step === who.step) &&
    (pattern === undefined || (who.step !== undefined && fitsText(lastName(pattern), who.step))) &&
    (who.step !== undefined || template !== undefined)
  )
}

/** The last name in a node's name: `b` of `run[1].b(0:x)`. */
function lastName(pattern: string): string {
  const [name = ''] = pattern.split('(')
  return name.split('.').at(-1) ?? ''
}

/** Numbers and texts that read alike are the same: items become texts anyway. */
function isItem(value: JsonValue, wanted: JsonValue): boolean {
  return isPlain(value) && isPlain(wanted)
    ? String(value) === String(wanted)
    : holdsValue(value, wanted)
}

function isPlain(value: JsonValue): value is string | number | boolean | null {
  return value === null || typeof value !== 'object'
}

/** Of those for a node, the one that says most about whom it is for; of several alike the first. */
export function bestFor<T extends MockTarget>(targets: readonly T[], node: RunNode): T | undefined {
  let best: T | undefined
  for (const target of targets) {
    if (!isFor(target, node)) continue
    if (best === undefined || precision(target) > precision(best)) best = target
  }
  return best
}

/** A node's own name counts more than a pattern, that more than a step, that more than a template; then items and attempts. */
function precision({ template, step, node, item, index, attempt }: MockTarget): number {
  const named = node === undefined ? 0 : node.includes('*') ? 16 : 32
  const parts: readonly (readonly [unknown, number])[] = [
    [step, 8],
    [template, 4],
    [item ?? index, 2],
    [attempt, 1],
  ]
  return parts.reduce((sum, [value, weight]) => sum + (value === undefined ? 0 : weight), named)
}
