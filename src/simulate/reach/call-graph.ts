import { isObject, objectIn, objectsIn, textIn } from '../engine/json.ts'
import {
  contextOf,
  type Manifest,
  type Manifests,
  type TemplateContext,
} from '../engine/manifests.ts'
import { groupsOf, tasksOf, typeOf } from '../engine/template.ts'
import type { Origin } from '../node.ts'
import type { JsonObject } from '../../yaml/index.ts'

/** A place at which a template is called: a step, a task, a hook, or the workflow itself. */
export interface CallSite {
  /** The same for all nodes that come from here; see `siteKey`. */
  readonly key: string
  readonly kind: 'step' | 'task' | 'hook' | 'entry' | 'exit'
  readonly name: string
  readonly json: JsonObject
  readonly origin: Origin
  /** The template that it stands in; nothing for what the workflow itself calls. */
  readonly around: TemplateSite | undefined
  /** The step or task that a hook belongs to. */
  readonly hooked: CallSite | undefined
  /** What is called; nothing where it is not found. */
  called: TemplateSite | undefined
}

/** A template that is called from somewhere. */
export interface TemplateSite {
  readonly json: JsonObject
  readonly calls: CallSite[]
  readonly callers: CallSite[]
}

/** All that a workflow may call, from its entrypoint and its exit handler down. */
export interface CallGraph {
  readonly spec: JsonObject
  /** By their keys, callers before what they call. */
  readonly sites: ReadonlyMap<string, CallSite>
}

/** The key of the site that a node comes from. */
export function siteKey({ source, document, path }: Origin): string {
  return [source, document, ...path].join('/')
}

/** Follows the calls of a workflow. `templates` is the manifest whose templates it has, `spec` what it runs. */
export function callGraph(manifests: Manifests, templates: Manifest, spec: JsonObject): CallGraph {
  const context = contextOf(templates, 'local/')
  const sites = new Map<string, CallSite>()
  const known = new Map<string, TemplateSite>()
  const open: (readonly [CallSite, TemplateContext])[] = []

  const add = (site: CallSite, within: TemplateContext): CallSite => {
    sites.set(site.key, site)
    open.push([site, within])
    return site
  }
  const addHooks = (
    json: JsonObject,
    origin: Origin,
    within: TemplateContext,
    hooked: CallSite | undefined,
  ): void => {
    for (const { path, hook, isExit } of hooksOf(json)) {
      const at = { ...origin, path: [...origin.path, ...path] }
      add(
        {
          key: siteKey(at),
          kind: isExit && hooked === undefined ? 'exit' : 'hook',
          name: path.at(-1) ?? '',
          json: hook,
          origin: at,
          around: hooked?.around,
          hooked,
          called: undefined,
        },
        within,
      )
    }
  }

  const entrypoint = textIn(spec, 'entrypoint') ?? ''
  const found = context.templates.get(entrypoint)
  const { source, document, specPath } = templates
  const own: Origin = { source, document, path: specPath }
  const origin = found?.origin ?? own
  add(
    {
      key: siteKey(origin),
      kind: 'entry',
      name: entrypoint,
      json: { template: entrypoint },
      origin,
      around: undefined,
      hooked: undefined,
      called: undefined,
    },
    context,
  )
  addHooks(spec, own, context, undefined)
  for (const [site, within] of open) {
    const resolved = manifests.resolve(site.json, site.origin, within)
    if (!resolved.ok) continue
    const { json, origin: at, context: inner } = resolved.value
    const key = siteKey(at)
    const before = known.get(key)
    const template = before ?? { json, calls: [], callers: [] }
    template.callers.push(site)
    site.called = template
    if (before !== undefined) continue
    known.set(key, template)
    for (const { path, call, kind } of callsOf(json)) {
      const place = { ...at, path: [...at.path, ...path] }
      const made = add(
        {
          key: siteKey(place),
          kind,
          name: textIn(call, 'name') ?? '',
          json: call,
          origin: place,
          around: template,
          hooked: undefined,
          called: undefined,
        },
        inner,
      )
      template.calls.push(made)
      addHooks(call, place, inner, made)
    }
  }
  return { spec, sites }
}

/** The steps or tasks of a template, with their paths from it. */
export function callsOf(template: JsonObject): readonly {
  readonly path: readonly (string | number)[]
  readonly call: JsonObject
  readonly kind: 'step' | 'task'
}[] {
  if (typeOf(template) === 'dag')
    return tasksOf(template).map((call, at) => ({ path: ['dag', 'tasks', at], call, kind: 'task' }))
  return groupsOf(template).flatMap((group, lane) =>
    group.map((call, at) => ({ path: ['steps', lane, at], call, kind: 'step' as const })),
  )
}

function hooksOf(json: JsonObject): readonly {
  readonly path: readonly string[]
  readonly hook: JsonObject
  readonly isExit: boolean
}[] {
  const template = textIn(json, 'onExit')
  const own = template === undefined ? [] : [{ path: ['onExit'], hook: { template }, isExit: true }]
  const hooks = Object.entries(objectIn(json, 'hooks') ?? {}).flatMap(([key, hook]) =>
    isObject(hook) ? [{ path: ['hooks', key], hook, isExit: key === 'exit' }] : [],
  )
  return [...own, ...hooks]
}

/** The parameter of a list, such as `arguments` or `outputs`, by its name. */
export function parameterIn(
  holder: JsonObject,
  field: 'inputs' | 'outputs' | 'arguments',
  name: string,
): JsonObject | undefined {
  return objectsIn(objectIn(holder, field), 'parameters').find((one) => one['name'] === name)
}

/** What a site calls that does something itself: pods and the like, in it and in what it calls, each once. */
export function leavesOf(site: CallSite, seen: Set<CallSite> = new Set()): readonly CallSite[] {
  if (seen.has(site)) return []
  seen.add(site)
  const { called } = site
  if (called === undefined || isLeaf(called)) return [site]
  return called.calls.flatMap((call) => leavesOf(call, seen))
}

/** Whether a template does something itself, and calls no others. */
export function isLeaf({ json }: TemplateSite): boolean {
  const type = typeOf(json)
  return type !== 'steps' && type !== 'dag'
}
