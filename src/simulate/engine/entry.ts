import { readManifest } from '../../argo/index.ts'
import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import type { NodeCall, RunEntry, RunOptions } from '../run.ts'
import { joinSpec } from './join-spec.ts'
import { objectIn, textIn } from './json.ts'
import { contextOf, Manifests } from './manifests.ts'
import type { EntryCall, RunState } from './state.ts'

/** What an entry is looked up in. */
type Around = Pick<RunState, 'name' | 'spec' | 'manifests' | 'context' | 'origin' | 'contents'>

/** What a run calls when it begins: what was asked for, else the entrypoint with the arguments of the workflow. Refused where there is neither. */
export function entryOf(entry: RunEntry | undefined, around: Around): Result<EntryCall, string> {
  const { name, manifests, context, contents } = around
  if (entry === undefined) return entrypointOf(around)
  const { call, parameters, artifacts } = entry
  const scope = manifests.scoped(call.templateScope, context)
  if (!scope) return err(`The manifest ${call.templateScope} is in none of the open files.`)
  const args = {
    parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
    artifacts: Object.entries(artifacts).map(([key, content]) => ({
      name: key,
      ...contents.keep(name, 'inputs', key, content),
    })),
  }
  const json = callJson(call)
  return ok({
    call: { name: '', kind: 'entry', json, origin: call.origin },
    context: scope,
    args,
  })
}

function entrypointOf({ spec, context, origin }: Around): Result<EntryCall, string> {
  const entrypoint = textIn(spec, 'entrypoint')
  if (entrypoint === undefined)
    return err('The workflow has no entrypoint: set spec.entrypoint to one of its templates.')
  const at = context.templates.get(entrypoint)?.origin ?? origin
  const call = { name: '', kind: 'entry', json: { template: entrypoint }, origin: at } as const
  return ok({ call, context, args: objectIn(spec, 'arguments') })
}

function callJson({ templateName, templateRef, inline }: NodeCall): JsonObject {
  if (inline !== undefined) return { inline }
  return templateRef === undefined ? { template: templateName ?? '' } : { templateRef }
}

/** The template that a node of a run called, as the manifests have it; nothing where there is none, or where the run had none either. */
export function calledTemplate(
  { sources, document, namespace }: Pick<RunOptions, 'sources' | 'document' | 'namespace'>,
  call: NodeCall,
): JsonObject | undefined {
  const own = sources[0]?.tree.documents[document]
  const manifests = new Manifests(sources, (own && readManifest(own).namespace) ?? namespace)
  const first = manifests.manifest(0, document)
  const joined = first && joinSpec(manifests, first)
  if (joined?.ok !== true) return undefined
  const context = manifests.scoped(
    call.templateScope,
    contextOf(joined.value.templates, call.templateScope),
  )
  const found = context && manifests.resolve(callJson(call), call.origin, context)
  return found?.ok === true ? found.value.json : undefined
}
