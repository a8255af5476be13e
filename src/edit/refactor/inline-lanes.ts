import {
  freeName,
  shiftedTemplate,
  templateAt,
  templatePath,
  type StepPlace,
} from '../../argo/index.ts'
import { itemText, locate, removeItems, setEntry, type ItemText } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere, withoutAnchors } from '../anchors.ts'
import type { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import { insertLanes, insertSteps } from '../insert-steps.ts'
import { pathOf, stepAt } from '../places.ts'
import { templateUses } from '../template-uses.ts'
import { laneAddress, lanesAddress, listAt, stepTexts } from '../step-texts.ts'
import { goesAfter, removeTemplate } from './callers.ts'
import { commentsIn } from './comments.ts'
import { daemonIn, inputValue, outputValue, togetherness, type Call } from './inlining.ts'
import { capital } from './order.ts'
import { wordsOf } from './references.ts'
import { rewriteReferences } from './rewrite.ts'
import { extentOfItem } from './template-text.ts'
import { placeWords, stepName, templateName } from './words.ts'

/**
 * Replaces a call of a steps template by its lanes; in a lane with other steps, by its one lane. Names are made free, inputs replaced by
 * what the call gave, and what was read of the call is read of the steps. Gives the places of the steps.
 */
export function inlineLanes(
  draft: Draft,
  place: StepPlace,
  target: number,
  keep: boolean | undefined,
): readonly StepPlace[] {
  const { manifest, document, tree } = draft
  const from = templateAt(manifest, place.template)
  const step = manifest && stepAt(manifest, place)
  const called = manifest?.spec.templates[target]
  if (manifest === undefined || from === undefined || step === undefined || called === undefined)
    return []
  const isAlone = from.lanes[place.lane]?.steps.length === 1
  const others = from.lanes.flatMap(({ steps }) => steps.flatMap(({ name }) => name ?? []))
  const outer = new Set(others.filter((name) => name !== step.name))
  const renamed = renames(
    outer,
    called.lanes.flatMap(({ steps }) => steps.flatMap((s) => s.name ?? [])),
  )
  const call: Call = { from, step, called, renamed }
  const reason = togetherness(call, isAlone)
  if (reason !== undefined) draft.refuse(reason)
  if (target === place.template)
    draft.refuse(
      `The template ${templateName(called)} calls itself here, so there is no end of inlining it.`,
    )
  if (called.lanes.length === 0) draft.refuse(`The template ${templateName(called)} has no steps.`)
  if (!isAlone && called.lanes.length > 1)
    draft.refuse(
      `The step ${stepName(step)} stands beside others, and ${templateName(called)} has ${String(called.lanes.length)} lanes. Move it into a lane of its own first.`,
    )
  const daemon = daemonIn(manifest, called)
  if (daemon !== undefined)
    draft.refuse(
      `The step ${daemon} of ${templateName(called)} starts a daemon, which would end later than now.`,
    )
  const use = anchorUsedElsewhere(tree, document, [pathOf(manifest, place)])
  if (use !== undefined) draft.refuse(anchorMessage(`The step ${stepName(step)}`, use))
  if (draft.refused) return []

  follow(draft, place, call)
  const isKept = !willGo(draft, place, target, keep)
  const texts = textsOf(draft, place, target, isAlone, isKept)
  const placed = insert(draft, place, texts, isAlone)
  for (const inserted of placed) adapt(draft, inserted, call)
  if (!isKept) removeTemplate(draft, target)
  if (isKept) return placed
  const template = shiftedTemplate(manifest, place.template, target, -1)
  return placed.map((one) => ({ ...one, template }))
}

/** The names of steps that are taken where they go, and what they are called there. */
function renames(
  outer: ReadonlySet<string>,
  inner: readonly string[],
): ReadonlyMap<string, string> {
  const taken = new Set([...outer, ...inner])
  const renamed = new Map<string, string>()
  for (const name of inner) {
    if (!outer.has(name)) continue
    const fresh = freeName(name, taken)
    taken.add(fresh)
    renamed.set(name, fresh)
  }
  return renamed
}

/** Makes those who read the call read its steps. */
function follow(draft: Draft, place: StepPlace, call: Call): void {
  const { document } = draft
  draft.plan((tree, manifest) =>
    rewriteReferences(
      tree,
      { document, path: templatePath(manifest, place.template) },
      (placed) => {
        const { reference } = placed.found
        if (reference.kind !== 'step' || reference.scope !== 'steps') return undefined
        if (reference.step.name !== call.step.name) return undefined
        const where = `${capital(placeWords(draft, placed.scalar.path))} reads ${wordsOf(placed)}`
        return outputValue(draft, call, reference, where)
      },
    ),
  )
}

/** Whether the called template goes with this call. */
function willGo(
  draft: Draft,
  place: StepPlace,
  target: number,
  keep: boolean | undefined,
): boolean {
  const trial = draft.fork()
  const { manifest } = trial
  if (manifest === undefined) return false
  // A template that calls itself is called by the steps that came out of it.
  const path = templatePath(manifest, target)
  const name = manifest.spec.templates[target]?.name
  const calls = templateUses(trial.tree, manifest, trial.document)
  const callsItself = calls.some(
    (use) => use.name === name && path.every((part, at) => use.path[at] === part),
  )
  if (callsItself) return false
  trial.plan((tree) =>
    setEntry(tree, { document: trial.document, path: pathOf(manifest, place) }, 'template', '-', {
      after: [],
    }),
  )
  return goesAfter(trial, target, keep)
}

/** The texts of the lanes, or of the steps of the one lane, with the comments of the call and of what goes with it. */
function textsOf(
  draft: Draft,
  place: StepPlace,
  target: number,
  isAlone: boolean,
  isKept: boolean,
): readonly ItemText[] {
  const { manifest, document, tree } = draft
  if (manifest === undefined || draft.refused) return []
  const list = listAt(tree, lanesAddress(manifest, document, target))
  const steps = manifest.spec.templates[target]?.lanes[0]?.steps ?? []
  const found =
    list === undefined
      ? undefined
      : isAlone
        ? list.node.items.flatMap((_, lane) => itemText(tree.text, list, lane) ?? [])
        : stepTexts(
            tree,
            manifest,
            document,
            steps.map((_, step) => ({ template: target, lane: 0, step })),
          )
  if (found === undefined || found.length === 0) {
    draft.refuse(
      'The steps of the template stand behind an alias. Replace the alias by its own text first.',
    )
    return []
  }
  const [first, ...rest] = isKept ? found.map(withoutAnchors) : found
  if (first === undefined) return []
  const comments = [
    ...commentsOf(
      draft,
      isAlone ? [...pathOf(manifest, place)].slice(0, -1) : pathOf(manifest, place),
    ),
    ...(isKept ? [] : outerComments(draft, target)),
  ]
  return [{ ...first, comments: [...comments, ...first.comments] }, ...rest]
}

function commentsOf(draft: Draft, path: readonly (string | number)[]): string[] {
  const { tree, document } = draft
  const extent = extentOfItem(tree, document, path)
  const node = locate(tree, { document, path })
  return extent === undefined || node === undefined
    ? []
    : commentsIn(tree.text, extent.from, extent.to, node)
}

/** The comments of a template that stand outside of its lanes. */
function outerComments(draft: Draft, target: number): string[] {
  const { manifest, document, tree } = draft
  if (manifest === undefined) return []
  const path = templatePath(manifest, target)
  const all = commentsOf(draft, path)
  const list = listAt(tree, { document, path: [...path, 'steps'] })
  for (const index of list?.node.items.keys() ?? []) {
    for (const comment of commentsOf(draft, [...path, 'steps', index])) {
      const at = all.indexOf(comment)
      if (at >= 0) all.splice(at, 1)
    }
  }
  return all
}

/** Puts the texts in the place of the call. */
function insert(
  draft: Draft,
  place: StepPlace,
  texts: readonly ItemText[],
  isAlone: boolean,
): readonly StepPlace[] {
  const { document } = draft
  const { template, lane, step } = place
  if (texts.length === 0) return []
  if (!isAlone) {
    const placed = insertSteps(draft, template, { lane, index: step }, texts)
    draft.plan((tree, manifest) =>
      removeItems(tree, laneAddress(manifest, document, template, lane), [step + texts.length]),
    )
    return placed
  }
  insertLanes(draft, template, lane, texts)
  draft.plan((tree, manifest) =>
    removeItems(tree, lanesAddress(manifest, document, template), [lane + texts.length]),
  )
  const lanes = templateAt(draft.manifest, template)?.lanes ?? []
  return texts.flatMap((_, index) =>
    (lanes[lane + index]?.steps ?? []).map((__, at) => ({
      template,
      lane: lane + index,
      step: at,
    })),
  )
}

/** Gives a step that came in its free name, lets it read the others by theirs, and what the call gave instead of inputs. */
function adapt(draft: Draft, place: StepPlace, call: Call): void {
  const { document, manifest } = draft
  if (manifest === undefined || draft.refused) return
  const path = pathOf(manifest, place)
  const name = stepAt(manifest, place)?.name
  const fresh = name === undefined ? undefined : call.renamed.get(name)
  if (fresh !== undefined)
    draft.plan((tree) => setEntry(tree, { document, path }, 'name', fresh, { after: [] }))
  for (const [old, next] of call.renamed)
    draft.plan((tree) =>
      followRename(tree, { document, path }, { scope: 'steps', step: old }, next),
    )
  draft.plan((tree) =>
    rewriteReferences(tree, { document, path }, ({ found }) =>
      inputValue(draft, call, found.reference),
    ),
  )
}
