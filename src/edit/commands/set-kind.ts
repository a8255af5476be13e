import { ok, type Path, type TextChange } from '../../base/index.ts'
import { fieldOrder, keysBefore, type ManifestKind, type ManifestView } from '../../argo/index.ts'
import {
  keyText,
  locate,
  nestValue,
  removeEntry,
  renameKey,
  setEntry,
  setValue,
  unnestValue,
  type Plan,
  type YamlTree,
} from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { defaultSchedule, kindLoss, referencesTo } from '../kind-change.ts'

export interface SetKindArguments {
  readonly kind: ManifestKind
  /** When a new CronWorkflow runs; every hour unless it is given. */
  readonly schedule?: string | undefined
  /** Gives up what the new kind has no place for. */
  readonly lose?: boolean | undefined
}

export const manifestKinds: readonly ManifestKind[] = [
  'Workflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'CronWorkflow',
]

/**
 * Makes a manifest one of another kind: the spec moves into `workflowSpec` or out of it, a prefix of names becomes a name or the other
 * way round, and references to a template from this file learn whether it is of the cluster. Refused when that would lose
 * something, unless `lose` says so; `kindLoss` tells what.
 */
export const setKind: Command<SetKindArguments> = (context, { kind, schedule, lose }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  if (manifest === undefined) return draft.finish()
  const old = manifest.kind
  if (old === kind) return draft.refuse(`This is a ${kind} already.`).finish()
  if (old !== undefined && !manifestKinds.some((known) => known === old))
    return draft.refuse(`A ${old} cannot be made a ${kind}. Open a manifest of Argo.`).finish()
  if (manifest.document.root.kind !== 'map')
    return draft.refuse('This document is no map. A manifest begins with its kind.').finish()
  const lost = kindLoss(manifest, kind)
  if (lost.length > 0 && lose !== true) {
    const them = lost.length === 1 ? 'it' : 'them'
    return draft
      .refuse(
        `A ${kind} has no place for ${lost.join(', ')}. Remove ${them} first, or let go of ${them}.`,
      )
      .finish()
  }
  const root = { document, path: [] }
  for (const path of lost)
    draft.plan((tree) => removeEntry(tree, { document, path: path.split('.') }))
  draft.plan((tree) => renamed(tree, manifest, document, kind))
  if (old === 'CronWorkflow') {
    leaveWorkflowSpec(draft)
    draft.plan((tree) => unnestValue(tree, { document, path: ['spec'] }))
  } else if (kind === 'CronWorkflow') nest(draft, schedule ?? defaultSchedule)
  draft.plan((tree) => scopes(tree, manifest, kind))
  draft.plan((tree) => setEntry(tree, root, 'kind', kind, { after: ['apiVersion'] }))
  return draft.finish()
}

export function readSetKind(read: ArgumentReader): SetKindArguments {
  return {
    kind: read.oneOf('kind', manifestKinds) ?? missingKind(read),
    schedule: read.optionalText('schedule'),
    lose: read.optionalFlag('lose'),
  }
}

function missingKind(read: ArgumentReader): ManifestKind {
  read.text('kind')
  return 'Workflow'
}

/** Runs of a Workflow each need a name of their own; the others are known by one name. */
function renamed(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  kind: ManifestKind,
): Plan {
  const { name, generateName } = manifest
  const isRun = kind === 'Workflow'
  const [from, to] = isRun ? ['name', 'generateName'] : ['generateName', 'name']
  const [given, other] = isRun ? [name, generateName] : [generateName, name]
  if (given === undefined || other !== undefined) return ok([])
  const path: Path = ['metadata', from]
  if (locate(tree, { document, path }) === undefined) return ok([])
  const key = renameKey(tree, { document, path }, to)
  const value = setValue(tree, { document, path }, isRun ? `${given}-` : given.replace(/-+$/, ''))
  if (!key.ok) return key
  return value.ok ? ok(sorted([...key.value, ...value.value])) : value
}

/** Drops what a CronWorkflow has beside its workflow; `kindLoss` has named what of it matters. */
function leaveWorkflowSpec(draft: Draft): void {
  const { document, tree } = draft
  const spec = locate(tree, { document, path: ['spec'] })?.node
  const keys = spec?.kind === 'map' ? spec.entries.flatMap((entry) => keyText(entry) ?? []) : []
  if (!keys.includes('workflowSpec'))
    draft.refuse('The CronWorkflow has no workflowSpec to make a workflow of. Write one first.')
  if (keys.includes('<<'))
    draft.refuse('Fields of spec come in by a merge key (<<). Write them out first.')
  for (const key of new Set(keys))
    if (key !== 'workflowSpec')
      draft.plan((current) => removeEntry(current, { document, path: ['spec', key] }))
}

function nest(draft: Draft, schedule: string): void {
  const { document, tree } = draft
  const spec = { document, path: ['spec'] }
  if (locate(tree, spec) === undefined) {
    draft.plan((current) => setEntry(current, { document, path: [] }, 'spec', { workflowSpec: {} }))
  } else draft.plan((current) => nestValue(current, spec, 'workflowSpec'))
  draft.plan((current) =>
    setEntry(current, spec, 'schedules', [schedule], {
      after: keysBefore(fieldOrder.cron, 'schedules') ?? [],
    }),
  )
}

/** References of this file say whether the template is of the whole cluster. */
function scopes(tree: YamlTree, manifest: ManifestView, kind: ManifestKind): Plan {
  const wasCluster = manifest.kind === 'ClusterWorkflowTemplate'
  const isCluster = kind === 'ClusterWorkflowTemplate'
  const isTemplate = isCluster || kind === 'WorkflowTemplate'
  if (wasCluster === isCluster || !isTemplate) return ok([])
  const changes: TextChange[] = []
  for (const { address, clusterScope } of referencesTo(tree, manifest)) {
    if (clusterScope === isCluster) continue
    const plan = isCluster
      ? setEntry(tree, address, 'clusterScope', true, { after: ['name', 'template'] })
      : removeEntry(tree, { ...address, path: [...address.path, 'clusterScope'] })
    if (!plan.ok) return plan
    changes.push(...plan.value)
  }
  return ok(sorted(changes))
}

function sorted(changes: readonly TextChange[]): readonly TextChange[] {
  return [...changes].sort((a, b) => a.from - b.from)
}
