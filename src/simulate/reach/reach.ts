import { err, ok, type Result } from '../../base/index.ts'
import { readManifest } from '../../argo/index.ts'
import { isObject, listIn, textIn } from '../engine/json.ts'
import { Manifests, type Manifest } from '../engine/manifests.ts'
import { joinSpec } from '../engine/join-spec.ts'
import type { Origin } from '../node.ts'
import { expectedIn } from '../placeholder/expected.ts'
import type { RunOptions } from '../run.ts'
import { callGraph, callsOf, siteKey } from './call-graph.ts'
import { Search } from './search.ts'
import type { Standing } from './standing.ts'
import { Variables } from './variables.ts'
import { weightOf } from './weight.ts'

/** Whether a step or task runs, over all that was tried. */
export type Reach = Standing & {
  readonly origin: Origin
  readonly name: string
  /** The template that it is a part of. */
  readonly template: string
}

export interface Reachability {
  readonly steps: readonly Reach[]
  /** How many runs were tried. */
  readonly tried: number
  /** Whether all combinations that make a difference were tried. */
  readonly isComplete: boolean
}

export interface ReachOptions extends RunOptions {
  /** So many runs are tried at most; 200 unless told. */
  readonly most?: number
  /** So many nodes the runs may have together; after that no further one begins. Without a limit unless told. */
  readonly mostNodes?: number
  /** What has more steps and hooks than these is refused, and what has runs of more nodes than `mostNodes`. Without a limit unless told. */
  readonly mostSteps?: number
  /** Tries only what shows whether a step runs at all; what is known to run in some run is then `sometimes`. */
  readonly onlyNever?: boolean
}

/**
 * Tries a workflow with all that makes a difference to whether its steps run: for each parameter and output what conditions compare it
 * with, by whatever way it comes to them, and others beside; items and no items; and failures, where something asks for them. For each
 * step only what it depends on is varied, so that many conditions side by side are no trouble. A step that ran in no run although all was
 * tried is `never`; where that cannot be said it is `unknown`. Refused as `startRun` refuses.
 */
export function reachOf(options: ReachOptions): Result<Reachability, string> {
  const { most = 200, mostNodes = Infinity, mostSteps, onlyNever = false, ...rest } = options
  const { sources, document, parameters = {} } = rest
  const own = sources[0]?.tree.documents[document]
  const manifests = new Manifests(sources, (own && readManifest(own).namespace) ?? rest.namespace)
  const manifest = manifests.manifest(0, document)
  if (manifest === undefined) return err('There is no manifest that can be run.')
  const joined = joinSpec(manifests, manifest)
  if (!joined.ok) return joined
  const graph = callGraph(manifests, joined.value.templates, joined.value.spec)
  if (mostSteps !== undefined && (graph.sites.size > mostSteps || weightOf(graph) > mostNodes))
    return err('It is too large to be tried in all its branches.')
  const kind = textIn(joined.value.templates.json, 'kind')
  const isLibrary = kind === 'WorkflowTemplate' || kind === 'ClusterWorkflowTemplate'
  const variables = new Variables(graph, parameters, isLibrary)
  // What a memory has kept, another run may have to do itself.
  const run = { ...rest, caches: {} }
  const subject = { options: run, variables, expectedOf: expectedIn(sources) }
  const search = new Search(subject, graph, { most, mostNodes, onlyNever })
  const refused = search.run()
  if (refused !== undefined) return err(refused)
  const steps = stepsOf(manifest).map((step): Reach => ({
    ...step,
    ...search.standing(siteKey(step.origin)),
  }))
  return ok({ steps, tried: search.tried, isComplete: search.isComplete })
}

/** All steps and tasks of the templates of a manifest. */
function stepsOf({
  source,
  document,
  specPath,
  spec,
}: Manifest): readonly Pick<Reach, 'origin' | 'name' | 'template'>[] {
  return listIn(spec, 'templates').flatMap((template, index) => {
    if (!isObject(template)) return []
    return callsOf(template).map(({ path, call }) => ({
      origin: { source, document, path: [...specPath, 'templates', index, ...path] },
      name: textIn(call, 'name') ?? '',
      template: textIn(template, 'name') ?? '',
    }))
  })
}
