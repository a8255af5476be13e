import {
  FieldReader,
  resolveTemplateRef,
  type ManifestReference,
  type TemplateSource,
} from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { locate, valueOf, type YamlTree } from '../yaml/index.ts'
import { flowOf, ownersAround, stepAt, stepNamed, type Flow, type Owner } from './owner.ts'
import { portOf, workflowInput } from './ports.ts'
import type { FlowReference } from './reference.ts'
import { namesOf } from './mention.ts'
import { mentionsIn } from './references.ts'
import { resolveMention, templateSymbol } from './resolve.ts'
import { symbolKey, type FlowSymbol } from './symbol.ts'

/** A thing of another file. */
export interface Elsewhere<S extends TemplateSource> {
  readonly source: S
  /** In the tree of the source. */
  readonly symbol: FlowSymbol
}

/**
 * What a reference means in other files: a template called by `templateRef`, or run by a Workflow through its `workflowTemplateRef`; an input of
 * it that is given a value; an output of it that is read. Nothing for what is in the file itself, and for what is in none of the sources.
 */
export function definitionElsewhere<S extends TemplateSource>(
  flow: Flow,
  { what, path, document, parts }: FlowReference,
  sources: readonly S[],
): Elsewhere<S> | undefined {
  if (document !== flow.document) return undefined
  const others = sources.filter(({ tree }) => tree !== flow.tree)
  switch (what.role) {
    case 'call': {
      const found = calledElsewhere(flow, callerOf(path), what.name, others)
      return found && { source: found.source, symbol: templateSymbol(found.owner) }
    }
    case 'argument': {
      // The path of an argument's name ends in `arguments`, the list, its index and `name`.
      const found = calledElsewhere(flow, path.slice(0, -4), undefined, others)
      return found && of(found.source, portOf(found.owner, 'input', what.of, what.name))
    }
    case 'data': {
      const { reference } = what
      if (reference.kind === 'workflow-parameter') {
        const found = parts.length > 0 ? undefined : runElsewhere(flow, others)
        return (
          found && of(found.source, workflowInput(found.flow, 'parameter', reference.name.name))
        )
      }
      if (reference.kind !== 'step') return undefined
      const { part, step } = reference
      if (part.kind !== 'parameter' && part.kind !== 'artifact') return undefined
      const owner = ownersAround(flow, path).find((one) => stepNamed(one, step.name) !== undefined)
      const placed = owner && stepNamed(owner, step.name)
      const found = placed && calledElsewhere(flow, placed.path, undefined, others)
      return found && of(found.source, portOf(found.owner, 'output', part.kind, part.name.name))
    }
    default:
      return undefined
  }
}

/** All places of a tree that refer to a thing of another file, which is known by its tree. `sources` are what the tree's references are looked up in. */
export function referencesFrom(
  tree: YamlTree,
  target: { readonly tree: YamlTree; readonly symbol: FlowSymbol },
  sources: readonly TemplateSource[],
): readonly FlowReference[] {
  const key = symbolKey(target.symbol)
  const found: FlowReference[] = []
  for (const document of tree.documents.keys()) {
    const flow = flowOf(tree, document)
    if (flow === undefined) continue
    for (const placed of mentionsIn(flow, (one) => namesOf(one).includes(target.symbol.name))) {
      const reference = resolveMention(flow, placed)
      const meant = definitionElsewhere(flow, reference, sources)
      if (meant?.source.tree === target.tree && symbolKey(meant.symbol) === key)
        found.push(reference)
    }
  }
  return found
}

function of<S extends TemplateSource>(
  source: S,
  symbol: FlowSymbol | undefined,
): Elsewhere<S> | undefined {
  return symbol && { source, symbol }
}

/** What calls the template whose name stands at a path. */
function callerOf(path: Path): Path {
  return path.at(-2) === 'templateRef' ? path.slice(0, -2) : path.slice(0, -1)
}

/** The template of another file that is called at a path, or by its name in a Workflow that runs another manifest. */
export function calledElsewhere<S extends TemplateSource>(
  flow: Flow,
  caller: Path,
  name: string | undefined,
  sources: readonly S[],
): { readonly source: S; readonly owner: Owner } | undefined {
  const reference = referenceAt(flow, caller)
  if (reference === undefined) {
    const run = name === undefined ? undefined : runElsewhere(flow, sources)
    const owner = run && name !== undefined ? run.flow.templates.get(name) : undefined
    return run && owner && { source: run.source, owner }
  }
  const found = resolveTemplateRef(sources, reference, flow.manifest.namespace)
  if (found.status !== 'found') return undefined
  const owner = flowOf(found.source.tree, found.document)?.templates.get(reference.template ?? '')
  return owner && { source: found.source, owner }
}

function runElsewhere<S extends TemplateSource>(
  { manifest }: Flow,
  sources: readonly S[],
): { readonly source: S; readonly flow: Flow } | undefined {
  const { workflowTemplateRef: name, workflowTemplateScope: clusterScope } = manifest.spec
  if (name === undefined) return undefined
  const found = resolveTemplateRef(sources, { name, clusterScope }, manifest.namespace)
  const flow = found.status === 'found' ? flowOf(found.source.tree, found.document) : undefined
  return found.status === 'found' && flow ? { source: found.source, flow } : undefined
}

/** The `templateRef` of a step, task or hook. */
function referenceAt(flow: Flow, caller: Path): ManifestReference | undefined {
  const step = stepAt(flow, caller)
  if (step?.path.length === caller.length) return step.view.templateRef
  const root = flow.tree.documents[flow.document]
  const node = locate(flow.tree, { document: flow.document, path: caller })?.node
  const reference = valueOf(node, 'templateRef')
  if (root === undefined || reference === undefined) return undefined
  const reader = new FieldReader(root)
  return {
    name: reader.text(reference, 'name'),
    template: reader.text(reference, 'template'),
    clusterScope: reader.flag(reference, 'clusterScope'),
  }
}
