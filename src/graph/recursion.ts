import {
  templateAt,
  type ManifestView,
  type StepView,
  type TemplateAddress,
  type TemplateView,
} from '../argo/index.ts'
import { perTemplate } from './per-template.ts'

const callees = new WeakMap<TemplateView, ReadonlySet<string>>()
const none: ReadonlyMap<string, readonly string[]> = new Map()

/**
 * The templates that a template calls, by name, and that call it again sooner or later: for each the names of the templates on the shortest way
 * back, as in `a`, `b`, `a`. Argo runs such templates until a condition ends it, or a hundred calls deep. Hardly any template has one.
 */
export function recursiveCalls(
  manifest: ManifestView,
  template: TemplateAddress | undefined,
): ReadonlyMap<string, readonly string[]> {
  return template === undefined ? none : found(manifest, template)
}

const found = perTemplate(findCalls)

function findCalls(
  manifest: ManifestView,
  template: TemplateAddress,
): ReadonlyMap<string, readonly string[]> {
  const view = templateAt(manifest, template)
  const listed = typeof template === 'object' ? listedAround(manifest, template) : view
  const start = listed?.name
  if (view === undefined || start === undefined) return none
  const byName = new Map(manifest.spec.templates.toReversed().map((each) => [each.name, each]))
  const calls = new Map<string, readonly string[]>()
  for (const name of calleesOf(view)) {
    const way = wayBack(byName, name, start)
    if (way !== undefined) calls.set(name, [start, ...way])
  }
  return calls.size === 0 ? none : calls
}

/** How a template comes to call itself, in words. */
export function recursionWords(through: readonly string[]): string {
  return `Recursive: it calls itself through ${through.join(' → ')}`
}

/** The template of the list in which an inline one stands, whose calls are its own. */
function listedAround(
  manifest: ManifestView,
  path: Exclude<TemplateAddress, number>,
): TemplateView | undefined {
  const index = path[manifest.specPath.length + 1]
  return typeof index === 'number' ? manifest.spec.templates[index] : undefined
}

/** The names of all templates that a template calls, those that its inline templates call too. */
function calleesOf(template: TemplateView): ReadonlySet<string> {
  const known = callees.get(template)
  if (known !== undefined) return known
  const names = new Set<string>()
  const add = (step: StepView): void => {
    if (step.inline !== undefined) calleesOf(step.inline).forEach((name) => names.add(name))
    else if (step.template !== undefined) names.add(step.template)
  }
  for (const { steps } of template.lanes) steps.forEach(add)
  template.tasks.forEach(add)
  callees.set(template, names)
  return names
}

/** The shortest way of calls from one template to another, both included. */
function wayBack(
  byName: ReadonlyMap<string | undefined, TemplateView>,
  from: string,
  to: string,
): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[from, [from]]])
  for (const [name, way] of ways) {
    if (name === to) return way
    const template = byName.get(name)
    for (const next of template === undefined ? [] : calleesOf(template))
      if (!ways.has(next)) ways.set(next, [...way, next])
  }
  return undefined
}
