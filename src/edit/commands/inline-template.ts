import {
  isTaskPlace,
  shiftedTemplate,
  type StepView,
  templateAt,
  templateIndex,
  templatePath,
  type TemplateView,
} from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { Reference } from '../../expression/index.ts'
import { removeEntry } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findNodeAt, pathOf, stepAt, type StepAddress } from '../places.ts'
import { goesAfter, removeTemplate } from '../refactor/callers.ts'
import { inlineLanes } from '../refactor/inline-lanes.ts'
import { inlineTasks } from '../refactor/inline-tasks.ts'
import { keysOf } from '../refactor/inlining.ts'
import { referencesUnder } from '../refactor/references.ts'
import { namedTemplateText, setInline } from '../refactor/template-text.ts'
import { stepName, templateName } from '../refactor/words.ts'

export type InlineTemplateArguments = StepAddress & {
  /**
   * Whether the template stays in the list when nothing calls it any more. Without it, it goes, but stays in a WorkflowTemplate, which
   * other files may call.
   */
  readonly keep?: boolean | undefined
}

/**
 * Replaces the call of a template by the template. A steps template gives its lanes in place of the step, a dag its tasks in place of a task;
 * any template that is neither is written into the step, under `inline`. Refused with the reason where that would mean something else: a condition, loop
 * or hook of the call, a retry of the template, an output that is more than a reference, a name that means two things.
 */
export const inlineTemplate: Command<InlineTemplateArguments> = (context, args) => {
  const { keep, ...address } = args
  const draft = new Draft(context)
  const { manifest, document } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const step = stepAt(manifest, place)
  const target = templateIndex(manifest, step?.template)
  const called = target === undefined ? undefined : manifest.spec.templates[target]
  const from = templateAt(manifest, place.template)
  if (step === undefined || from === undefined) return draft.finish()
  if (step.inline !== undefined)
    return draft.refuse(`The step ${stepName(step)} has its template in place already.`).finish()
  if (target === undefined || called === undefined)
    return draft
      .refuse(
        step.templateRef === undefined
          ? `The step ${stepName(step)} calls no template of this file.`
          : `The step ${stepName(step)} calls a template of another file, which only that file can give.`,
      )
      .finish()
  if (called.type === 'steps') {
    if (isTaskPlace(place))
      return draft
        .refuse(
          `The task ${stepName(step)} of a dag cannot become lanes. Turn the dag into steps first.`,
        )
        .finish()
    const places = inlineLanes(draft, place, target, keep)
    const now = draft.manifest ?? manifest
    return draft.finish(places.map((one) => ({ document, path: pathOf(now, one) })))
  }
  if (called.type === 'dag' && isTaskPlace(place)) {
    const places = inlineTasks(draft, place, target, keep)
    const now = draft.manifest ?? manifest
    return draft.finish(places.map((one) => ({ document, path: pathOf(now, one) })))
  }
  const path = pathOf(manifest, place)
  const reason = cannotStandInPlace(draft, from, step, called, templatePath(manifest, target))
  if (reason !== undefined) return draft.refuse(reason).finish()
  const text = namedTemplateText(draft.tree, document, templatePath(manifest, target))
  if (text === undefined)
    return draft
      .refuse(
        `The template ${templateName(called)} stands behind an alias, so it has no text of its own.`,
      )
      .finish()
  setInline(draft, path, text)
  draft.plan((tree) => removeEntry(tree, { document, path: [...path, 'template'] }))
  const goes = goesAfter(draft, target, keep)
  if (goes) removeTemplate(draft, target)
  const template = goes ? shiftedTemplate(manifest, place.template, target, -1) : place.template
  return draft.finish([
    { document, path: pathOf(draft.manifest ?? manifest, { ...place, template }) },
  ])
}

export function readInlineTemplate(read: ArgumentReader): InlineTemplateArguments {
  return { ...read.step(), keep: read.optionalFlag('keep') }
}

/** Why a template cannot stand in a step: what is written in a step is read with what the step knows, before the template is entered. */
function cannotStandInPlace(
  draft: Draft,
  from: TemplateView,
  step: StepView,
  called: TemplateView,
  path: Path,
): string | undefined {
  const name = templateName(called)
  if (called.type === undefined)
    return `The template ${name} has no type, so there is nothing to write in place.`
  if (called.type === 'dag')
    return `The template ${name} is a dag, which Argo takes in place once at most. Make it steps first, or keep the call.`
  const inputs = new Set([
    ...from.inputs.parameters.map((port) => `parameter ${port.name ?? ''}`),
    ...from.inputs.artifacts.map((port) => `artifact ${port.name ?? ''}`),
  ])
  const retries = keysOf(from.node).includes('retryStrategy')
  const clash = (reference: Reference): string | undefined => {
    if (reference.kind === 'input' && inputs.has(`${reference.of} ${reference.name.name}`))
      return `Both ${name} and ${templateName(from)} have an input ${reference.name.name}, and in place that of ${templateName(from)} would count. Rename one of them first.`
    if (reference.kind === 'step')
      return `The template ${name} mentions ${reference.scope}.${reference.step.name}, which would be looked for in ${templateName(from)}.`
    if (reference.kind === 'item' && step.loop !== undefined)
      return `The template ${name} mentions an item, which in place would be that of the loop of ${stepName(step)}.`
    const unknown = unknownInPlace(reference)
    if (unknown !== undefined)
      return `The template ${name} mentions ${unknown}, which Argo does not know in a template given in place.`
    const isRetry = reference.kind === 'built-in' && /^(retries|lastRetry)\b/.test(reference.name)
    return isRetry && retries
      ? `Both ${name} and ${templateName(from)} are retried, and ${name} reads ${reference.name}.`
      : undefined
  }
  for (const { found } of referencesUnder(draft.tree, { document: draft.document, path })) {
    const reason = clash(found.reference)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** What a template of the list may refer to, and one in place may not: there Argo reads it as a part of the step. */
function unknownInPlace(reference: Reference): string | undefined {
  if (reference.kind === 'built-in' && reference.name.startsWith('pod.')) return reference.name
  return reference.kind === 'input' && reference.path
    ? `the path of its input ${reference.name.name}`
    : undefined
}
