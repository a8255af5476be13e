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
 * and what Argo knows of the run. How the run ended and what failed is known to exit handlers only (hooks ask how it stands), the time of a schedule
 * to a CronWorkflow.
 */
export function workflowValues(manifest: ManifestView, path: Path): readonly ScopeValue[] {
  const { spec, kind, document } = manifest
  const { root } = document
  const isAtEnd = isOnExit(manifest, path)
  return [
    ...named(spec.parameters).map((name) => value(['parameters', name])),
    ...globalOutputs(spec.templates),
    ...['name', 'namespace', 'uid', 'serviceAccountName'].map((name) => value([name])),
    value(['creationTimestamp'], 'time'),
    value(['duration'], 'number'),
    ...(isAtEnd || isInHook(path) ? [value(['status'])] : []),
    value(['mainEntrypoint']),
    ...(spec.parameters.length > 0 ? [value(['parameters'], 'JSON')] : []),
    ...(valueOf(spec.node, 'priority') === undefined ? [] : [value(['priority'], 'number')]),
    ...(kind === 'CronWorkflow' ? [value(['scheduledTime'], 'time')] : []),
    ...(isAtEnd ? [value(['failures'], 'JSON list')] : []),
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

/** Whether a path is in a hook, whose condition is asked again and again while the workflow runs. */
function isInHook(path: Path): boolean {
  return path.includes('hooks')
}

/** Whether a path is in an exit handler of the workflow, or in what that calls. */
function isOnExit(manifest: ManifestView, path: Path): boolean {
  const own = templateOfPath(manifest, path)
  const { onExit, templates, node } = manifest.spec
  if (own === undefined) return path.at(manifest.specPath.length + 1) === 'exit' && isInHook(path)
  const hook = valueOf(valueOf(valueOf(node, 'hooks'), 'exit'), 'template')
  const starts = [onExit, hook?.kind === 'scalar' ? hook.value : undefined]
  const open = starts.flatMap((name) => templates[templateIndex(manifest, name) ?? -1] ?? [])
  const wanted = templates[own]
  const seen = new Set<TemplateView>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === wanted) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...allSteps(next).flatMap((step) => calledTemplate(manifest, step) ?? []))
  }
  return false
}
