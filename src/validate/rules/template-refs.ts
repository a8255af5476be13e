import type { Path } from '../../base/index.ts'
import {
  FieldReader,
  readHooks,
  readManifest,
  resolveTemplateRef,
  isManifestKind,
  type ManifestReference,
  type ManifestView,
  type TemplateSource,
} from '../../argo/index.ts'
import type { YamlTree } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { CheckSettings } from '../settings.ts'
import { similarName } from '../similar.ts'
import { templateRefsIn } from '../template-refs.ts'
import type { DocumentFinding } from './documents.ts'

/**
 * A template of another manifest that a step calls must be there, as far as that manifest is: in this file, or in `others`. Of a manifest
 * that is nowhere nothing is said, for the cluster may have it, but for `isOffline`: then Argo's lint refuses the file.
 */
export function checkTemplateRefs(
  tree: YamlTree,
  others: readonly TemplateSource[],
  { isOffline }: CheckSettings,
): readonly DocumentFinding[] {
  const sources = [{ tree }, ...others]
  return tree.documents.flatMap((root, document) => {
    const manifest = readManifest(root)
    const { kind, spec, specPath } = manifest
    if (!isManifestKind(kind)) return []
    const of = (
      reference: ManifestReference,
      path: Path,
      isHook: boolean,
    ): readonly DocumentFinding[] =>
      wrong(reference, path, manifest, sources, isOffline).map((found) => ({
        ...(isHook ? ofHook(found) : found),
        document,
      }))
    const whole = { name: spec.workflowTemplateRef, clusterScope: spec.workflowTemplateScope }
    const hooks = readHooks(new FieldReader(root), spec.node)
    const wholePath = [...specPath, 'workflowTemplateRef']
    const node = new FieldReader(root).field(spec.node, 'workflowTemplateRef')
    return [
      ...(node === undefined
        ? []
        : [
            ...unnamed(spec.workflowTemplateRef, wholePath, document),
            ...of(whole, wholePath, false),
          ]),
      ...hooks.flatMap(({ name, templateRef }) =>
        templateRef === undefined
          ? []
          : of(templateRef, [...specPath, 'hooks', name, 'templateRef'], true),
      ),
      ...spec.templates.flatMap((template, index) =>
        templateRefsIn(template).flatMap(({ reference, path, isHook }) =>
          of(reference, [...specPath, 'templates', index, ...path], isHook),
        ),
      ),
    ]
  })
}

/** Argo's lint does not look at what a hook runs: the run ends in an error when the hook is due. */
function ofHook(finding: Finding): Finding {
  const message = `${finding.message} Argo accepts that of a hook, and the run ends in an error when it is due.`
  return { ...finding, code: 'hook-template-unknown', message, severity: 'warning' }
}

/** A workflow that runs another manifest must say which, and there nothing fills in tags. (Argo: `ValidateWorkflow`.) */
function unnamed(name: string | undefined, path: Path, document: number): DocumentFinding[] {
  if (name === undefined || name === '') {
    const message =
      'This workflowTemplateRef does not say which manifest the workflow runs. Write its `name:`.'
    return [{ code: 'template-ref-incomplete', message, path, document }]
  }
  if (!name.includes('{{')) return []
  const message = `Argo looks for a manifest that is called ${name}, for it fills in no tags here. Write its name.`
  return [{ code: 'template-ref-unknown', message, path: [...path, 'name'], document }]
}

/** What is wrong with the reference at a path. */
function wrong(
  reference: ManifestReference,
  path: Path,
  { kind, namespace }: ManifestView,
  sources: readonly TemplateSource[],
  isOffline: boolean,
): readonly Finding[] {
  const found = resolveTemplateRef(sources, reference, namespace, isOffline)
  if (found.status === 'unknown' && isOffline) {
    const near = resolveTemplateRef(sources, reference, namespace)
    return 'manifest' in near
      ? [otherNamespace(near.manifest, path, String(kind), namespace)]
      : [nowhere(reference, path, sources)]
  }
  if (found.status !== 'lacking') return []
  const names = found.manifest.spec.templates.flatMap(({ name }) => name ?? [])
  const has = names.length === 0 ? 'It has none.' : `It has ${names.slice(0, 8).join(', ')}.`
  const message = `The ${String(found.manifest.kind)} ${String(reference.name)} has no template ${String(reference.template)}. ${has}`
  return [{ code: 'template-unknown', message, path: [...path, 'template'] }]
}

function nowhere(
  { name, clusterScope }: ManifestReference,
  path: Path,
  sources: readonly TemplateSource[],
): Finding {
  const kind = clusterScope ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'
  const names = sources.flatMap(({ tree }) =>
    tree.documents.map(readManifest).flatMap((one) => (one.kind === kind ? (one.name ?? []) : [])),
  )
  const similar = name === undefined ? undefined : similarName(name, names)
  const hint =
    similar === undefined
      ? 'Give its file as well, or allow missing references if the cluster has it.'
      : `Did you mean ${similar}?`
  const at = [...path, 'name']
  const message = `None of the files has a ${kind} ${String(name)}. ${hint}`
  const finding: Finding = { code: 'template-ref-unknown', message, path: at }
  if (similar === undefined) return finding
  return { ...finding, fixes: [settingField(`Refer to ${similar}`, at, similar)] }
}

function otherNamespace(
  found: ManifestView,
  path: Path,
  kind: string,
  namespace: string | undefined,
): Finding {
  const words = (space: string | undefined) =>
    space === undefined ? 'no namespace' : `the namespace ${space}`
  const message = `The ${String(found.kind)} ${String(found.name)} has ${words(found.namespace)}, and this ${kind} ${words(namespace)}. Without a cluster Argo does not bring them together: write the same in both.`
  return { code: 'template-ref-unknown', message, path: [...path, 'name'] }
}
