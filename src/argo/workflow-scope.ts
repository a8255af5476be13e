import type { Path } from '../base/index.ts'
import { keyText, valueOf, type YamlNode } from '../yaml/index.ts'
import { calledTemplate, templateIndex, templateOfPath } from './resolve.ts'
import {
  named,
  valueOfParts,
  type ScopeSource,
  type ScopeType,
  type ScopeValue,
} from './scope-value.ts'
import { allSteps } from './step-names.ts'
import type { ManifestView, TemplateView } from './view.ts'

const source: ScopeSource = { kind: 'workflow' }

const value = (parts: readonly string[], type: ScopeType = 'text'): ScopeValue =>
  valueOfParts(['workflow', ...parts], parts.join('.'), source, type)

/**
 * What every text of a manifest may refer to: arguments of the workflow, outputs that templates make known by `globalName`, labels and annotations,
 * and what Argo knows of the run. What failed is known to exit handlers only, the time of a schedule to a CronWorkflow.
 */
export function workflowValues(manifest: ManifestView, path: Path): readonly ScopeValue[] {
  const { spec, kind, document } = manifest
  const { root } = document
  return [
    ...named(spec.parameters).map((name) => value(['parameters', name])),
    ...named(spec.artifacts).map((name) => value(['artifacts', name], 'artifact')),
    ...globalOutputs(spec.templates),
    ...['name', 'namespace', 'uid', 'serviceAccountName'].map((name) => value([name])),
    value(['creationTimestamp'], 'time'),
    value(['duration'], 'number'),
    value(['status']),
    value(['mainEntrypoint']),
    ...(spec.parameters.length > 0 ? [value(['parameters'], 'JSON')] : []),
    ...(valueOf(spec.node, 'priority') === undefined ? [] : [value(['priority'], 'number')]),
    ...(kind === 'CronWorkflow' ? [value(['scheduledTime'], 'time')] : []),
    ...(isOnExit(manifest, path) ? [value(['failures'], 'JSON list')] : []),
    ...(['labels', 'annotations'] as const).flatMap((list) =>
      [valueOf(root, 'metadata'), valueOf(spec.node, 'workflowMetadata')].flatMap((metadata) =>
        keysOf(valueOf(metadata, list)).map((key) => value([list, key])),
      ),
    ),
  ]
}

function keysOf(node: YamlNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.flatMap((entry) => keyText(entry) ?? []) : []
}

const globals = new WeakMap<TemplateView, readonly ScopeValue[]>()

function globalOutputs(templates: readonly TemplateView[]): readonly ScopeValue[] {
  return templates.flatMap((template) => {
    const known = globals.get(template)
    if (known !== undefined) return known
    const { parameters, artifacts } = template.outputs
    const names = (ports: readonly { readonly node: YamlNode }[]): readonly string[] =>
      ports.flatMap(({ node }) => {
        const name = valueOf(node, 'globalName')
        return name?.kind === 'scalar' && name.value !== '' ? [name.value] : []
      })
    const made = [
      ...names(parameters).map((name) => value(['outputs', 'parameters', name])),
      ...names(artifacts).map((name) => value(['outputs', 'artifacts', name], 'artifact')),
    ]
    globals.set(template, made)
    return made
  })
}

/** Whether a path is in the exit handler of the workflow, or in what that calls. */
function isOnExit(manifest: ManifestView, path: Path): boolean {
  const own = templateOfPath(manifest, path)
  const { onExit, templates } = manifest.spec
  const first = templateIndex(manifest, onExit)
  if (own === undefined || first === undefined) return false
  const wanted = templates[own]
  const open = [templates[first]]
  const seen = new Set<TemplateView | undefined>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === wanted) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...allSteps(next).flatMap((step) => calledTemplate(manifest, step) ?? []))
  }
  return false
}
