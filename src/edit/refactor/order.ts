import { pathOf, stepAt } from '../places.ts'
import type { ManifestView, StepPlace } from '../../argo/index.ts'
import type { Reference } from '../../expression/index.ts'
import { visitNodes, type YamlNode } from '../../yaml/index.ts'
import type { Draft } from '../draft.ts'
import { referencesOf, referencesUnder, wordsOf } from './references.ts'
import { globalOutputs, templatesRunBy } from './reachable.ts'
import { placeWords, stepName } from './words.ts'

/**
 * Why a step cannot run together with others: it reads one of them, or a global output that one of them sets. Nothing when it can.
 */
export function orderReason(
  draft: Draft,
  reader: StepPlace,
  others: readonly StepPlace[],
): string | undefined {
  const { manifest, tree, document } = draft
  if (manifest === undefined) return undefined
  const names = new Set(others.flatMap((place) => stepAt(manifest, place)?.name ?? []))
  const globals = globalsOf(manifest, others)
  for (const placed of referencesUnder(tree, { document, path: pathOf(manifest, reader) })) {
    const reason = needs(placed.found.reference, names, globals)
    if (reason !== undefined)
      return `${capital(placeWords(draft, placed.scalar.path))} reads ${wordsOf(placed)}, so it has to run after ${reason}.`
  }
  const step = stepAt(manifest, reader)
  if (step === undefined || globals.size === 0) return undefined
  for (const template of templatesRunBy(manifest, step)) {
    for (const reference of referencesIn(template.node)) {
      if (reference.kind !== 'workflow-output') continue
      const setter = globals.get(reference.name.name)
      if (setter !== undefined)
        return `The template ${template.name ?? 'in place'} that ${stepName(step)} runs reads the workflow's output ${reference.name.name}, so it has to run after ${setter}.`
    }
  }
  return undefined
}

/** Which step a reference needs to have run, of those given. */
function needs(
  reference: Reference,
  names: ReadonlySet<string>,
  globals: ReadonlyMap<string, string>,
): string | undefined {
  if (reference.kind === 'step')
    return names.has(reference.step.name) ? reference.step.name : undefined
  return reference.kind === 'workflow-output' ? globals.get(reference.name.name) : undefined
}

/** The global outputs that steps set, and which step sets each. */
function globalsOf(
  manifest: ManifestView,
  places: readonly StepPlace[],
): ReadonlyMap<string, string> {
  const globals = new Map<string, string>()
  for (const place of places) {
    const step = stepAt(manifest, place)
    if (step === undefined) continue
    for (const template of templatesRunBy(manifest, step))
      for (const name of globalOutputs(template)) globals.set(name, stepName(step))
  }
  return globals
}

function referencesIn(node: YamlNode): Reference[] {
  const found: Reference[] = []
  visitNodes(node, 0, (inner, start) => {
    if (inner.kind !== 'scalar') return
    const scalar = { node: inner, start, end: start, path: [] }
    found.push(...referencesOf(scalar).map(({ reference }) => reference))
  })
  return found
}

/** A sentence begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
