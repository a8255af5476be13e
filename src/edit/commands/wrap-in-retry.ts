import { freeName, shiftedTemplate, templateIndex, templatePath } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { insertItems, itemText, setEntry, valueOf, type JsonObject } from '../../yaml/index.ts'
import { withoutAnchors } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { findNodeAt, pathOf, stepAt, templateNames, type StepAddress } from '../places.ts'
import { fewOf } from '../refactor/callers.ts'
import { stepName, templateName } from '../refactor/words.ts'
import { listAt } from '../step-texts.ts'
import { templateUses } from '../template-uses.ts'

export type WrapInRetryArguments = StepAddress & {
  /** The retryStrategy; three more attempts without it. */
  readonly retry?: JsonObject | undefined
  /** Where others call the template too: true retries for this step alone, on a copy, false for all of them. */
  readonly copy?: boolean | undefined
}

/**
 * Has what a step runs tried again after a failure. Argo retries templates, not steps: the called template gets the strategy. Where others
 * call it as well, `copy` must say whether they are meant too.
 */
export const wrapInRetry: Command<WrapInRetryArguments> = (
  context,
  { retry, copy, ...address },
) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const step = stepAt(manifest, place)
  if (step === undefined) return draft.finish()
  const strategy = retry ?? { limit: '3' }
  const path = pathOf(manifest, place)
  if (step.inline !== undefined) {
    if (valueOf(step.inline.node, 'retryStrategy') !== undefined)
      draft.refuse(`The template in place of ${stepName(step)} has a retryStrategy already.`)
    setRetry(draft, [...path, 'inline'], strategy)
    return draft.finish([{ document, path }])
  }
  const index = templateIndex(manifest, step.template)
  const called = index === undefined ? undefined : manifest.spec.templates[index]
  if (index === undefined || called === undefined)
    return draft
      .refuse(
        step.templateRef === undefined
          ? `The step ${stepName(step)} calls no template of this file.`
          : `The step ${stepName(step)} calls a template of another file, so it has to be retried there.`,
      )
      .finish()
  if (valueOf(called.node, 'retryStrategy') !== undefined)
    return draft
      .refuse(`The template ${templateName(called)} has a retryStrategy already.`)
      .finish()
  const isStep = (use: Path): boolean => path.every((part, at) => use[at] === part)
  const uses = templateUses(tree, manifest, document).filter(({ name }) => name === called.name)
  const others = uses.filter((use) => !isStep(use.path)).map(({ by }) => by)
  if (others.length > 0 && copy === undefined)
    draft.refuse(
      `The template ${templateName(called)} is also called by ${fewOf(others)}. Say whether they are to be retried too, or this step alone, with a copy of the template.`,
    )
  if (others.length === 0 || copy !== true) {
    setRetry(draft, templatePath(manifest, index), strategy)
    return draft.finish([{ document, path }])
  }
  const fresh = freeName(`${called.name ?? 'template'}-retried`, templateNames(manifest))
  const list = { document, path: [...manifest.specPath, 'templates'] }
  draft.plan((current) => {
    const templates = listAt(current, list)
    const own = templates === undefined ? undefined : itemText(current.text, templates, index)
    const text = own === undefined ? [] : [withoutAnchors({ ...own, comments: [] })]
    return insertItems(current, list, index + 1, text)
  })
  const made = templatePath(manifest, index + 1)
  draft.plan((current) => setEntry(current, { document, path: made }, 'name', fresh, { after: [] }))
  setRetry(draft, made, strategy)
  const template = shiftedTemplate(manifest, place.template, index, 1)
  const now = pathOf(draft.manifest ?? manifest, { ...place, template })
  draft.plan((current) => setEntry(current, { document, path: now }, 'template', fresh))
  return draft.finish([{ document, path: now }])
}

export function readWrapInRetry(read: ArgumentReader): WrapInRetryArguments {
  return {
    ...read.step(),
    retry: read.optionalObject('retry'),
    copy: read.optionalFlag('copy'),
  }
}

function setRetry(draft: Draft, template: Path, strategy: JsonObject): void {
  const { document } = draft
  draft.plan((tree) =>
    setEntry(tree, { document, path: template }, 'retryStrategy', strategy, {
      after: ['name', 'inputs', 'outputs', 'metadata'],
    }),
  )
}
