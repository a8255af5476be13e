import { err, ok, type Path, type Result } from '../../base/index.ts'
import { readManifest, resolveTemplateRef } from '../../argo/index.ts'
import {
  anchorsOf,
  toValue,
  wholeAt,
  type JsonObject,
  type JsonValue,
  type YamlTree,
} from '../../yaml/index.ts'
import { isObject, isTrueIn, listIn, objectIn, textIn } from './json.ts'
import type { Origin } from '../node.ts'
import { typeOf } from './template.ts'
import { fault, type Trouble } from './trouble.ts'

/** A manifest of the run: its JSON, and where it stands. */
export interface Manifest {
  readonly source: number
  readonly document: number
  readonly json: JsonObject
  /** The WorkflowSpec in it, and its path. */
  readonly spec: JsonObject
  readonly specPath: Path
}

/** Where the templates that a template calls by name are looked up (Argo: `templateresolution.TemplateContext`). */
export interface TemplateContext {
  /** As nodes show it: `local/NAME`, `namespaced/NAME` or `cluster/NAME`. */
  readonly scope: string
  /** How messages about it are worded: of the run itself or of another manifest. */
  readonly templates: ReadonlyMap<string, { readonly json: JsonObject; readonly origin: Origin }>
}

/** A template that was found, and where those are looked up that it calls itself. */
export interface FoundTemplate {
  readonly json: JsonObject
  readonly origin: Origin
  readonly context: TemplateContext
}

const values = new WeakMap<YamlTree, Map<number, JsonValue | undefined>>()

/** A document as JSON. Remembered with its tree: a workflow may be run hundreds of times. */
function valueOf(tree: YamlTree, document: number): JsonValue | undefined {
  const known = values.get(tree) ?? new Map<number, JsonValue | undefined>()
  values.set(tree, known)
  if (!known.has(document)) {
    const root = tree.documents[document]?.root
    const whole = wholeAt(tree, document)
    known.set(document, root && whole && toValue(root, anchorsOf(whole.root)))
  }
  return known.get(document)
}

/** Reads the manifests of a run, each once. */
export class Manifests {
  private readonly sources: readonly { readonly tree: YamlTree }[]
  private readonly namespace: string | undefined
  private readonly read = new Map<string, Manifest>()
  private readonly contexts = new Map<string, Result<TemplateContext, Trouble>>()

  constructor(sources: readonly { readonly tree: YamlTree }[], namespace: string | undefined) {
    this.sources = sources
    this.namespace = namespace
  }

  /** A document as a manifest; nothing when it is none that can be read. */
  manifest(source: number, document: number): Manifest | undefined {
    const key = `${String(source)}/${String(document)}`
    const known = this.read.get(key)
    if (known) return known
    const tree = this.sources[source]?.tree
    const found = tree?.documents[document]
    const json = tree && valueOf(tree, document)
    if (!found || !isObject(json)) return undefined
    const { specPath } = readManifest(found)
    const at = (outer: JsonObject, field: Path[number]): JsonObject =>
      objectIn(outer, String(field)) ?? {}
    const manifest = { source, document, json, spec: specPath.reduce(at, json), specPath }
    this.read.set(key, manifest)
    return manifest
  }

  /** A WorkflowTemplate or ClusterWorkflowTemplate by its name. */
  named(name: string, isCluster: boolean): Manifest | undefined {
    const reference = { name, clusterScope: isCluster }
    const found = resolveTemplateRef(this.sources, reference, this.namespace)
    if (found.status !== 'found') return undefined
    return this.manifest(this.sources.indexOf(found.source), found.document)
  }

  /** The context of a scope as nodes show it; nothing where there is no such manifest. `own` is that of the run itself. */
  scoped(scope: string, own: TemplateContext): TemplateContext | undefined {
    const [kind, name = ''] = scope.split('/')
    if (kind === 'local') return own
    const found = this.context(name, kind === 'cluster')
    return found.ok ? found.value : undefined
  }

  /** The templates of a manifest that was referred to. */
  private context(name: string, isCluster: boolean): Result<TemplateContext, Trouble> {
    const scope = `${isCluster ? 'cluster' : 'namespaced'}/${name}`
    const known = this.contexts.get(scope)
    if (known) return known
    const manifest = this.named(name, isCluster)
    const context: Result<TemplateContext, Trouble> = manifest
      ? ok(contextOf(manifest, scope))
      : err(fault(`workflow template ${name} not found`))
    this.contexts.set(scope, context)
    return context
  }

  /**
   * The template that a step, a task or a hook calls: in place, by name or by `templateRef` (Argo: `ResolveTemplate`). `at` is
   * where the call stands.
   */
  resolve(call: JsonObject, at: Origin, context: TemplateContext): Result<FoundTemplate, Trouble> {
    const found = this.find(call, at, context)
    if (!found.ok || typeOf(found.value.json) !== undefined) return found
    const name = textIn(found.value.json, 'name') ?? ''
    return err(fault(`template '${name}' type is unknown`))
  }

  private find(
    call: JsonObject,
    at: Origin,
    context: TemplateContext,
  ): Result<FoundTemplate, Trouble> {
    const inline = objectIn(call, 'inline')
    if (inline)
      return ok({ json: inline, origin: { ...at, path: [...at.path, 'inline'] }, context })
    const ref = objectIn(call, 'templateRef')
    if (!ref) {
      const name = textIn(call, 'template') ?? ''
      const found = context.templates.get(name)
      return found ? ok({ ...found, context }) : err(fault(`template ${name} not found`))
    }
    const name = textIn(ref, 'name') ?? ''
    const template = textIn(ref, 'template') ?? ''
    const other = this.context(name, isTrueIn(ref, 'clusterScope'))
    if (!other.ok) return other
    const found = other.value.templates.get(template)
    if (found) return ok({ ...found, context: other.value })
    return err(fault(`template ${template} not found in workflow template ${name}`))
  }
}

/** The templates of a manifest by their names; of several with one name the first, as Argo's list is searched. */
export function contextOf(manifest: Manifest, scope: string): TemplateContext {
  const { source, document, spec, specPath } = manifest
  const templates = new Map<string, { readonly json: JsonObject; readonly origin: Origin }>()
  for (const [index, json] of listIn(spec, 'templates').entries()) {
    const name = textIn(json, 'name')
    if (!isObject(json)) continue
    const origin = { source, document, path: [...specPath, 'templates', index] }
    if (name !== undefined && !templates.has(name)) templates.set(name, { json, origin })
  }
  return { scope, templates }
}
