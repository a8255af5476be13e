import { valueOf } from '../yaml/index.ts'
import { FieldReader, isManifestKind, type StepView } from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { locate } from '../yaml/index.ts'
import { flowOf, stepAt, type Flow, type Owner } from './owner.ts'

/** The template that a step calls, in its document or in another of the same file; nothing when it is not there. */
export function calledBy(flow: Flow, step: StepView, path: Path): Owner | undefined {
  const { inline, templateRef, template } = step
  if (inline !== undefined)
    return { document: flow.document, path: [...path, 'inline'], view: inline }
  if (templateRef !== undefined)
    return referredTemplate(flow, templateRef.name, templateRef.template, templateRef.clusterScope)
  return template === undefined ? undefined : flow.templates.get(template)
}

/** The template that is called at a path: by a step, by a hook, or by the spec. */
export function calledAt(flow: Flow, caller: Path): Owner | undefined {
  const step = stepAt(flow, caller)
  if (step?.path.length === caller.length) return calledBy(flow, step.view, step.path)
  const node = locate(flow.tree, { document: flow.document, path: caller })?.node
  const root = flow.tree.documents[flow.document]
  if (node === undefined || root === undefined) return undefined
  const reader = new FieldReader(root)
  const name = reader.textOf(node) ?? reader.text(node, 'template')
  const reference = valueOf(node, 'templateRef')
  if (reference === undefined) return name === undefined ? undefined : flow.templates.get(name)
  return referredTemplate(
    flow,
    reader.text(reference, 'name'),
    reader.text(reference, 'template'),
    reader.flag(reference, 'clusterScope'),
  )
}

/** A template of another document of the file, or of this one, by the name of its manifest. */
function referredTemplate(
  { tree }: Flow,
  name: string | undefined,
  template: string | undefined,
  clusterScope: boolean,
): Owner | undefined {
  if (name === undefined || template === undefined) return undefined
  const wanted = clusterScope ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'
  for (const index of tree.documents.keys()) {
    const other = flowOf(tree, index)
    if (other === undefined || !isManifestKind(other.manifest.kind)) continue
    if (other.manifest.kind === wanted && other.manifest.name === name)
      return other.templates.get(template)
  }
  return undefined
}
