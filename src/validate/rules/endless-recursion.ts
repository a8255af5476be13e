import {
  dependencyCycle,
  stepGroups,
  stepsIn,
  type StepGroup,
  type StepView,
  type TemplateView,
} from '../../argo/index.ts'
import { RecallEach } from '../../base/index.ts'
import type { Finding } from '../problem.ts'
import { stepsOf, type DocumentRule } from '../scope.ts'

/**
 * A template that calls itself, perhaps by way of others, must have a way out. Argo lets recursion pass, and ends the run in an error when it is
 * too deep (`maxAllowedStackDepth`). Only calls without any condition are looked at: of others nobody knows.
 */
export const checkRecursion: DocumentRule = ({ manifest: { spec, specPath } }) => {
  const calls = new Map<string, readonly string[]>()
  for (const template of spec.templates)
    if (template.name !== undefined && !calls.has(template.name))
      calls.set(template.name, certainCalls(template))
  const way = dependencyCycle(calls)
  const [first, next] = way ?? []
  const index = spec.templates.findIndex(({ name }) => name === first)
  const template = spec.templates[index]
  if (way === undefined || template === undefined) return []
  const call = stepsOf(template).find(({ step }) => isCertain(step) && step.template === next)
  return call === undefined ? [] : [finding(way, [...specPath, 'templates', index, ...call.path])]
}

/** Argo's own, where nothing else is set. */
const DEEPEST = 100
const MAX_NAMES = 6

function finding(way: readonly string[], path: Finding['path']): Finding {
  const [first = '', ...others] = way
  const through =
    others.length === 1 ? '' : ` by way of ${others.slice(0, -1).slice(0, MAX_NAMES).join(', ')}`
  const message = `The template ${first} calls itself${through} without any condition, so the run goes deeper until Argo ends it in an error at ${String(DEEPEST)} calls. Give one of the calls a condition.`
  return { code: 'recursion-endless', message, path: [...path, 'template'] }
}

const known = new WeakMap<TemplateView, readonly string[]>()
const inGroups = new RecallEach<StepGroup, readonly string[]>((group) => {
  const called = stepsIn(group).flatMap((step) => (isCertain(step) ? (step.template ?? []) : []))
  return called.length === 0 ? none : called
})
const none: readonly string[] = []

/** The templates that one calls whatever happens, as long as nothing fails. */
function certainCalls(template: TemplateView): readonly string[] {
  const found = known.get(template)
  if (found !== undefined) return found
  const names = new Set<string>()
  for (const called of inGroups.of(stepGroups(template))) for (const name of called) names.add(name)
  const made = [...names]
  known.set(template, made)
  return made
}

/** Tasks that all must have succeeded. */
const ALL = /^\s*[\w-]+(\s*&&\s*[\w-]+)*\s*$/

function isCertain({ template, templateRef, inline, when, loop, depends }: StepView): boolean {
  if (template === undefined || templateRef !== undefined || inline !== undefined) return false
  const isConditional = (when ?? '') !== '' || loop !== undefined
  return !isConditional && (depends === undefined || depends === '' || ALL.test(depends))
}
