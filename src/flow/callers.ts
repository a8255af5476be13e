import type { Path } from '../base/index.ts'
import { readManifest, type ManifestView } from '../argo/index.ts'
import type { Flow, Owner } from './owner.ts'
import { mentionsIn } from './references.ts'

const known = new WeakMap<ManifestView, ReadonlyMap<string, readonly Path[]>>()

/** What calls a template by its name in its document: paths of steps, tasks, hooks, and of fields that hold the name alone. */
export function callersOf(flow: Flow, { view, path }: Owner): readonly Path[] {
  // One that is given in place is called where it stands.
  if (path.at(-1) === 'inline') return [path.slice(0, -1)]
  if (view.name === undefined || flow.templates.get(view.name)?.view !== view) return []
  const calls = known.get(flow.manifest) ?? collect(flow)
  known.set(flow.manifest, calls)
  return calls.get(view.name) ?? []
}

function collect(flow: Flow): ReadonlyMap<string, readonly Path[]> {
  const calls = new Map<string, Path[]>()
  const { kind, name } = readManifest(flow.manifest.document)
  for (const { mention, base } of mentionsIn(flow, ({ what }) => what.role === 'call')) {
    const { what, path } = mention
    if (what.role !== 'call') continue
    // A reference to another manifest calls none of these.
    if (path.at(-2) === 'templateRef' && (name === undefined || kind === 'Workflow')) continue
    const list = calls.get(what.name)
    const caller = [...base, ...what.caller]
    if (list === undefined) calls.set(what.name, [caller])
    else list.push(caller)
  }
  return calls
}
