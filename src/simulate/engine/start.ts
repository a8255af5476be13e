import { err, ok, type Result } from '../../base/index.ts'
import { isManifestKind, readManifest } from '../../argo/index.ts'
import { isJsonArray, type JsonObject } from '../../yaml/index.ts'
import { Caches } from './caches.ts'
import { nameSuffix, randomNumbers, seedOf, uniqueId } from './chance.ts'
import { ContentStore } from './contents.ts'
import { Controller } from './controller.ts'
import { globalVariables } from './globals.ts'
import { entryOf } from './entry.ts'
import { joinSpec } from './join-spec.ts'
import { isObject, isTrueIn, objectIn, textIn, without } from './json.ts'
import { Locks } from './locks.ts'
import { contextOf, Manifests } from './manifests.ts'
import { cachesIn, configMapsIn } from '../config-maps.ts'
import type { Run, RunOptions } from '../run.ts'
import { RunState } from './state.ts'
import { substitute } from './substitute.ts'

/** Namespace of a manifest that names none. */
const NAMESPACE = 'default'

/**
 * Starts a dry run at its first moment: the first nodes are there and the first outcomes are asked for. Refused, in a sentence,
 * for what is no workflow, has no entrypoint and none in `entry`, or whose parameters have no values.
 */
export function startRun(options: RunOptions): Result<Run, string> {
  const { sources, document, seed, now } = options
  const { configMaps = configMapsIn(sources), caches = cachesIn(sources) } = options
  const own = sources[0]?.tree.documents[document]
  const manifests = new Manifests(
    sources,
    (own && readManifest(own).namespace) ?? options.namespace,
  )
  const first = manifests.manifest(0, document)
  if (!first) return err('There is no manifest that can be run: the text has no such document.')
  const kind = textIn(first.json, 'kind')
  if (kind === undefined || !isManifestKind(kind))
    return err(`A ${kind ?? 'document without a kind'} cannot be run, only workflows can.`)
  const metadata = objectIn(first.json, 'metadata')
  const namespace = options.namespace ?? textIn(metadata, 'namespace') ?? NAMESPACE
  const joined = joinSpec(manifests, first)
  if (!joined.ok) return joined
  const { templates, spec: whole } = joined.value
  const given = withParameters(whole, options.parameters ?? {})
  if (!given.ok) return given
  const random = randomNumbers(seedOf(seed, 'workflow'))
  const name = options.name ?? nameOf(first.json, kind, random)
  const facts = {
    name,
    namespace,
    uid: uniqueId(random),
    createdAt: now,
    spec: given.value,
    labels: objectIn(metadata, 'labels') ?? {},
    annotations: objectIn(metadata, 'annotations') ?? {},
    configMaps,
  }
  const globals = globalVariables(facts)
  if (!globals.ok) return err(`${globals.error.message}.`)
  const { templates: list, ...rest } = given.value
  const filled = substitute(rest, { variables: globals.value, strict: [] })
  if (!filled.ok) return err(filled.error.message)
  // Not before: what changes while it runs is not filled into the spec itself.
  globals.value.set('workflow.status', '').set('workflow.duration', '0.000000')
  const spec: JsonObject = { ...filled.value, ...(list !== undefined && { templates: list }) }
  const contents = new ContentStore()
  const context = contextOf(templates, `local/${name}`)
  const origin = {
    source: templates.source,
    document: templates.document,
    path: templates.specPath,
  }
  const entry = entryOf(options.entry, { name, spec, manifests, context, origin, contents })
  if (!entry.ok) return entry
  const state = new RunState({
    name,
    // What runs alone is no end of the workflow.
    spec: options.entry ? without(spec, 'onExit', 'hooks', 'suspend') : spec,
    manifests,
    context,
    origin,
    entry: entry.value,
    globals: globals.value,
    configMaps,
    caches: new Caches(caches),
    contents,
    locks: new Locks(namespace, configMaps),
    seed,
    startedAt: now,
    isSuspended: options.heedsSuspend === true && !options.entry && isTrueIn(spec, 'suspend'),
  })
  return ok(new Controller(state))
}

function nameOf(json: JsonObject, kind: string, random: () => number): string {
  const metadata = objectIn(json, 'metadata')
  const name = textIn(metadata, 'name')
  const prefix = textIn(metadata, 'generateName')
  const suffix = nameSuffix(random)
  if (kind === 'Workflow' && name !== undefined) return name
  // What is made from a template or by a schedule gets its name and an end of its own.
  return prefix === undefined ? `${name ?? 'workflow'}-${suffix}` : prefix + suffix
}

/** Puts the values that a person gave into `spec.arguments`. */
function withParameters(
  spec: JsonObject,
  values: Readonly<Record<string, string>>,
): Result<JsonObject, string> {
  const given = objectIn(spec, 'arguments') ?? {}
  const listed = given['parameters']
  const parameters = isJsonArray(listed) ? listed.filter(isObject) : []
  const known = new Set(parameters.map((one) => textIn(one, 'name')))
  const unknown = Object.keys(values).find((name) => !known.has(name))
  if (unknown !== undefined)
    return err(
      `The workflow has no parameter ${unknown}: spec.arguments.parameters lists those it has.`,
    )
  const valued = parameters.map((one): JsonObject => {
    const name = textIn(one, 'name') ?? ''
    if (!Object.hasOwn(values, name)) return one
    return { ...without(one, 'valueFrom'), value: values[name] ?? '' }
  })
  if (parameters.length === 0) return ok(spec)
  return ok({ ...spec, arguments: { ...given, parameters: valued } })
}
