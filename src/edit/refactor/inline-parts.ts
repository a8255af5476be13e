import {
  allSteps,
  freeName,
  shiftedTemplate,
  templateAt,
  templatePath,
  type ManifestView,
  type NodePlace,
  type TemplateView,
} from '../../argo/index.ts'
import { locate, setEntry } from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import { pathOf, stepAt } from '../places.ts'
import { listAt } from '../step-texts.ts'
import { templateUses } from '../template-uses.ts'
import { goesAfter, removeTemplate } from './callers.ts'
import { commentsIn } from './comments.ts'
import { daemonIn, inputValue, outputValue, scopeOf, type Call } from './inlining.ts'
import { capital } from './order.ts'
import { wordsOf } from './references.ts'
import { rewriteReferences } from './rewrite.ts'
import { extentOfItem } from './template-text.ts'
import { placeWords, templateName } from './words.ts'

/*
 * What replacing a call by steps and by tasks have in common.
 */

/** The call at a place, and new names for what would be there twice; nothing when it, or the template of the index, is not there. */
export function findCall(draft: Draft, place: NodePlace, target: number): Call | undefined {
  const { manifest } = draft
  const from = templateAt(manifest, place.template)
  const step = manifest && stepAt(manifest, place)
  const called = manifest?.spec.templates[target]
  if (from === undefined || step === undefined || called === undefined) return undefined
  const outer = allSteps(from).flatMap((other) => (other === step ? [] : (other.name ?? [])))
  const inner = allSteps(called).flatMap(({ name }) => name ?? [])
  return { from, step, called, renamed: renames(new Set(outer), inner) }
}

/** Why a template cannot be inlined in itself. */
export function endlessReason(called: TemplateView): string {
  return `The template ${templateName(called)} calls itself here, so there is no end of inlining it.`
}

/** Why a daemon forbids that its template goes: it runs for as long as that does. */
export function daemonReason(
  manifest: ManifestView,
  called: TemplateView,
  word: 'step' | 'task',
): string | undefined {
  const daemon = daemonIn(manifest, called)
  return daemon === undefined
    ? undefined
    : `The ${word} ${daemon} of ${templateName(called)} starts a daemon, which would end later than now.`
}

/** Removes the called template unless it is kept. Gives the places of what came in, as they are then. */
export function withoutCalled<P extends NodePlace>(
  draft: Draft,
  manifest: ManifestView,
  placed: readonly P[],
  target: number,
  isKept: boolean,
): readonly P[] {
  if (isKept) return placed
  removeTemplate(draft, target)
  return placed.map((one) => ({
    ...one,
    template: shiftedTemplate(manifest, one.template, target, -1),
  }))
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
export function follow(draft: Draft, place: NodePlace, call: Call): void {
  const { document } = draft
  draft.plan((tree, manifest) =>
    rewriteReferences(
      tree,
      { document, path: templatePath(manifest, place.template) },
      (placed) => {
        const { reference } = placed.found
        if (reference.kind !== 'step' || reference.scope !== scopeOf(call)) return undefined
        if (reference.step.name !== call.step.name) return undefined
        const where = `${capital(placeWords(draft, placed.scalar.path))} reads ${wordsOf(placed)}`
        return outputValue(draft, call, reference, where)
      },
    ),
  )
}

/** Whether the called template goes with this call. */
export function willGo(
  draft: Draft,
  place: NodePlace,
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

/** The comments of an item of a list. */
export function commentsOf(draft: Draft, path: readonly (string | number)[]): string[] {
  const { tree, document } = draft
  const extent = extentOfItem(tree, document, path)
  const node = locate(tree, { document, path })
  return extent === undefined || node === undefined
    ? []
    : commentsIn(tree.text, extent.from, extent.to, node)
}

/** The comments of a template that stand outside of the list of its steps or tasks. */
export function outerComments(draft: Draft, target: number, inner: readonly string[]): string[] {
  const { manifest, document, tree } = draft
  if (manifest === undefined) return []
  const path = templatePath(manifest, target)
  const all = commentsOf(draft, path)
  const list = listAt(tree, { document, path: [...path, ...inner] })
  for (const index of list?.node.items.keys() ?? []) {
    for (const comment of commentsOf(draft, [...path, ...inner, index])) {
      const at = all.indexOf(comment)
      if (at >= 0) all.splice(at, 1)
    }
  }
  return all
}

/** Gives a step that came in its free name, lets it read the others by theirs, and what the call gave instead of inputs. */
export function adapt(draft: Draft, place: NodePlace, call: Call): void {
  const { document, manifest } = draft
  if (manifest === undefined || draft.refused) return
  const path = pathOf(manifest, place)
  const name = stepAt(manifest, place)?.name
  const fresh = name === undefined ? undefined : call.renamed.get(name)
  if (fresh !== undefined)
    draft.plan((tree) => setEntry(tree, { document, path }, 'name', fresh, { after: [] }))
  for (const [old, next] of call.renamed)
    draft.plan((tree) =>
      followRename(tree, { document, path }, { scope: scopeOf(call), step: old }, next),
    )
  draft.plan((tree) =>
    rewriteReferences(tree, { document, path }, ({ found }) =>
      inputValue(draft, call, found.reference),
    ),
  )
}
