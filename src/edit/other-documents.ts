import { readManifest, type ManifestView } from '../argo/index.ts'
import { err, ok, type Path, type TextChange } from '../base/index.ts'
import type { RenameTarget } from '../expression/index.ts'
import { itemsOf, locate, setValue, valueOf, type Plan, type YamlTree } from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { followRename } from './follow.ts'
import { scalarsUnder } from './scalars.ts'

/*
 * What documents say of each other: a `templateRef` calls a template of a WorkflowTemplate, a `workflowTemplateRef` runs a whole one. A
 * rename in one document follows into the others of its file, and by `renameAcross` into other files.
 */

/** The manifest that others refer to. */
export interface Owner {
  readonly kind: string | undefined
  readonly name: string | undefined
  readonly namespace: string | undefined
  /** Its document in the tree that is looked at, if it is there; that one is left out. */
  readonly document: number | undefined
}

/** The owner that a manifest is to others; in trees of other files without a document. */
export function ownerOf(manifest: ManifestView, document: number | undefined): Owner {
  const { kind, name, namespace } = manifest
  return { kind, name, namespace, document }
}

/** A step, task or hook of another document that calls a template of the owner. */
interface OtherCall {
  readonly document: number
  /** Of the map that has the `templateRef`. */
  readonly path: Path
  readonly template: string
}

/** Makes a change of the text for each place; refused as soon as one cannot be changed. */
function planAll<T>(places: readonly T[], plan: (place: T) => Plan): Plan {
  const changes: TextChange[] = []
  for (const place of places) {
    const planned = plan(place)
    if (!planned.ok) return err(planned.error)
    changes.push(...planned.value)
  }
  return ok(changes.sort((a, b) => a.from - b.from))
}

/** Follows the new name of a template of the owner: in a `templateRef`, and where a Workflow that runs the owner names its start or end. */
export function followTemplateElsewhere(
  draft: Draft,
  owner: Owner,
  old: string,
  name: string,
): void {
  draft.plan((tree) => {
    const calls = callsOf(tree, owner)
      .filter(({ template }) => template === old)
      .map(({ document, path }) => ({ document, path: [...path, 'templateRef', 'template'] }))
    const starts = runsOf(tree, owner).flatMap(({ document, specPath }) =>
      scalarsUnder(tree, { document, path: specPath }).flatMap(({ node, path }) => {
        const route = path.slice(specPath.length).join('/')
        const isName = /^(entrypoint|onExit|hooks\/[^/]+\/template)$/.test(route)
        return isName && node.value === old ? [{ document, path }] : []
      }),
    )
    return planAll([...calls, ...starts], (address) => setValue(tree, address, name))
  })
}

/** Follows the new name of an input or output of a template of the owner into those who call it from other documents. */
export function followPortElsewhere(
  draft: Draft,
  owner: Owner,
  template: string,
  port: { readonly kind: 'inputs' | 'outputs'; readonly artifact: boolean },
  old: string,
  name: string,
): void {
  const calls = callsOf(draft.tree, owner).filter((call) => call.template === template)
  for (const call of calls) {
    if (port.kind === 'outputs') followOutput(draft, call, port.artifact, old, name)
    else {
      const list = [...call.path, 'arguments', port.artifact ? 'artifacts' : 'parameters']
      draft.plan((tree) => renameIn(tree, call.document, list, old, name))
    }
  }
}

/** Follows the new name of a parameter of the owner into the Workflows that run it: what they give it, and what they read. */
export function followWorkflowParameterElsewhere(
  draft: Draft,
  owner: Owner,
  old: string,
  name: string,
): void {
  for (const { document, specPath } of runsOf(draft.tree, owner)) {
    draft.plan((tree) =>
      renameIn(tree, document, [...specPath, 'arguments', 'parameters'], old, name),
    )
    draft.plan((tree) =>
      followRename(tree, { document, path: [] }, { scope: 'workflow', parameter: old }, name),
    )
  }
}

/** Follows the new name of the owner itself. */
export function followManifestElsewhere(draft: Draft, owner: Owner, name: string): void {
  draft.plan((tree) => {
    const calls = callsOf(tree, owner).map(({ document, path }) => ({
      document,
      path: [...path, 'templateRef', 'name'],
    }))
    const runs = runsOf(tree, owner).map(({ document, specPath }) => ({
      document,
      path: [...specPath, 'workflowTemplateRef', 'name'],
    }))
    return planAll([...calls, ...runs], (address) => setValue(tree, address, name))
  })
}

/** The calls of the owner's templates from other documents of a tree. */
function callsOf(tree: YamlTree, owner: Owner): readonly OtherCall[] {
  return others(tree, owner).flatMap(({ document }) =>
    scalarsUnder(tree, { document, path: [] }).flatMap(({ node, path }): OtherCall[] => {
      if (path.at(-1) !== 'template' || path.at(-2) !== 'templateRef') return []
      const reference = locate(tree, { document, path: path.slice(0, -1) })?.node
      if (!means(reference, owner)) return []
      return [{ document, path: path.slice(0, -2), template: node.value }]
    }),
  )
}

/** The other documents of a tree that run the owner as a whole. */
function runsOf(
  tree: YamlTree,
  owner: Owner,
): readonly { readonly document: number; readonly specPath: Path }[] {
  return others(tree, owner).filter(({ document, specPath }) =>
    means(locate(tree, { document, path: [...specPath, 'workflowTemplateRef'] })?.node, owner),
  )
}

function others(
  tree: YamlTree,
  owner: Owner,
): readonly { readonly document: number; readonly specPath: Path }[] {
  if (owner.name === undefined) return []
  if (owner.kind !== 'WorkflowTemplate' && owner.kind !== 'ClusterWorkflowTemplate') return []
  return tree.documents.flatMap((root, document) => {
    const { namespace, specPath } = readManifest(root)
    const isNear =
      owner.kind === 'ClusterWorkflowTemplate' ||
      namespace === undefined ||
      owner.namespace === undefined ||
      namespace === owner.namespace
    // What a list holds is seen in its items.
    const isList = tree.documents.some(({ outer }) => outer === root)
    return document !== owner.document && isNear && !isList ? [{ document, specPath }] : []
  })
}

/** Whether a reference by name means the owner. */
function means(reference: ReturnType<typeof valueOf>, owner: Owner): boolean {
  const name = valueOf(reference, 'name')
  const scope = valueOf(reference, 'clusterScope')
  const isCluster = scope?.kind === 'scalar' && scope.value === 'true'
  return (
    name?.kind === 'scalar' &&
    name.value === owner.name &&
    isCluster === (owner.kind === 'ClusterWorkflowTemplate')
  )
}

/** Renames an item of a list, by its name. */
function renameIn(tree: YamlTree, document: number, list: Path, old: string, name: string): Plan {
  const items = itemsOf(locate(tree, { document, path: list })?.node)
  const found = [...items.keys()].filter((index) => {
    const scalar = valueOf(items[index], 'name')
    return scalar?.kind === 'scalar' && scalar.value === old
  })
  return planAll(found, (index) =>
    setValue(tree, { document, path: [...list, index, 'name'] }, name),
  )
}

/** Follows an output into the template around a step that calls. A step's path ends with its lane and place, a task's with its place alone. */
function followOutput(
  draft: Draft,
  { document, path }: OtherCall,
  isArtifact: boolean,
  old: string,
  name: string,
): void {
  const step = valueOf(locate(draft.tree, { document, path })?.node, 'name')
  if (step?.kind !== 'scalar' || typeof path.at(-1) !== 'number') return
  const scope = path.at(-2) === 'tasks' ? 'tasks' : 'steps'
  const target: RenameTarget = isArtifact
    ? { scope, step: step.value, artifact: old }
    : { scope, step: step.value, parameter: old }
  draft.plan((tree) => followRename(tree, { document, path: path.slice(0, -3) }, target, name))
}
