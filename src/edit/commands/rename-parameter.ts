import { assertNever, err, ok, type Path, type TextChange } from '../../base/index.ts'
import {
  portNameProblem,
  templatePath,
  type ManifestView,
  type TemplateAddress,
} from '../../argo/index.ts'
import { findTags, type RenameTarget } from '../../expression/index.ts'
import { locate, setValue, valueOf, type Plan, type YamlTree } from '../../yaml/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import { linkedPorts } from '../linked-ports.ts'
import { indexNamed, portsPath, type PortPlace } from '../named-items.ts'
import {
  followPortElsewhere,
  followWorkflowParameterElsewhere,
  ownerOf,
} from '../other-documents.ts'
import { findPort, findPorts, readPorts, type PortAddress } from '../ports.ts'
import { variableFollower } from '../rename-variable.ts'
import { scalarsUnder } from '../scalars.ts'
import { templateUses } from '../template-uses.ts'

export type RenameParameterArguments = PortAddress & {
  /** The new name. */
  readonly name: string
}

/**
 * Renames an input, an output or an argument of the workflow. References follow, and so do the arguments of those who call the
 * template, by `templateRef` from other documents of the file too. An argument of the workflow and an input of the template that it
 * starts with have each other's name, since Argo hands arguments in by name: they are renamed together. In a script that is a Python function
 * the variable of an input follows; refused where the script has another of the new name.
 */
export const renameParameter: Command<RenameParameterArguments> = (
  context,
  { name, ...address },
) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const place = findPorts(draft, address)
  const old = address.parameter
  const index = place && findPort(draft, place, old)
  if (manifest === undefined || place === undefined || index === undefined) return draft.finish()
  const problem = portNameProblem(name)
  const what = place.artifact ? 'artifact' : 'parameter'
  if (problem !== undefined) draft.refuse(`“${name}” is no name. ${problem}`)
  for (const linked of linkedPorts(manifest, place, old)) {
    const list = portsPath(manifest, linked)
    const at = indexNamed(draft, list, old)
    if (indexNamed(draft, list, name) !== undefined)
      draft.refuse(`There is a ${what} ${name} in ${linked.kind} already.`)
    if (at === undefined) continue
    const { template, kind, artifact } = linked
    const followVariable =
      template === null || kind !== 'inputs' || artifact
        ? undefined
        : variableFollower(draft, template, old, name)
    draft.plan((tree) => setValue(tree, { document, path: [...list, at, 'name'] }, name))
    follow(draft, linked, old, name)
    followVariable?.()
  }
  return draft.finish([{ document, path: [...portsPath(manifest, place), index] }])
}

export function readRenameParameter(read: ArgumentReader): RenameParameterArguments {
  return { ...readPorts(read), name: read.text('name') }
}

function follow(draft: Draft, place: PortPlace, old: string, name: string): void {
  const { document } = draft
  const { template, kind, artifact } = place
  if (template === null) {
    // Workflow artifacts have no tag of their own.
    if (artifact) return
    draft.plan((tree) =>
      followRename(tree, { document, path: [] }, { scope: 'workflow', parameter: old }, name),
    )
    followElsewhere(draft, place, old, name)
    return
  }
  switch (kind) {
    case 'arguments':
      return
    case 'inputs':
      draft.plan((tree, manifest) =>
        followRename(
          tree,
          { document, path: ownerPath(manifest, template) },
          port('inputs', old, artifact),
          name,
        ),
      )
      draft.plan((tree, manifest) =>
        followArguments(tree, manifest, draft.document, place, old, name),
      )
      if (artifact)
        draft.plan((tree, manifest) =>
          followManifestFrom(tree, manifest, place, document, old, name),
        )
      followElsewhere(draft, place, old, name)
      return
    case 'outputs':
      draft.plan((tree, manifest) =>
        followRename(
          tree,
          { document, path: ownerPath(manifest, template) },
          port('outputs', old, artifact),
          name,
        ),
      )
      followOutputs(draft, place, old, name)
      followElsewhere(draft, place, old, name)
      return
    default:
      assertNever(kind)
  }
}

function port(scope: 'inputs' | 'outputs', name: string, artifact: boolean): RenameTarget {
  return artifact ? { scope, artifact: name } : { scope, parameter: name }
}

function ownerPath(manifest: ManifestView, template: number | Path): Path {
  return typeof template === 'number' ? templatePath(manifest, template) : template
}

/** The steps, tasks and hooks that call a template, by the paths of their maps. One that is written in place has its step alone. */
function callers(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  template: TemplateAddress,
): Path[] {
  // An inline template is called by the step that gives it, and by nobody else.
  if (typeof template === 'object') return [template.slice(0, -1)]
  const called = manifest.spec.templates[template]?.name
  return templateUses(tree, manifest, document)
    .filter(({ name, path }) => name === called && path.at(-1) === 'template')
    .map(({ path }) => (path.at(-2) === 'templateRef' ? path.slice(0, -2) : path.slice(0, -1)))
}

function followArguments(
  tree: YamlTree,
  manifest: ManifestView,
  document: number,
  { template, artifact }: PortPlace,
  old: string,
  name: string,
): Plan {
  const changes: TextChange[] = []
  for (const caller of callers(tree, manifest, document, template ?? -1)) {
    const path = [...caller, 'arguments', artifact ? 'artifacts' : 'parameters']
    const list = locate(tree, { document, path })?.node
    if (list?.kind !== 'seq') continue
    for (const [index, { value }] of list.items.entries()) {
      const scalar = valueOf(value, 'name')
      if (scalar?.kind !== 'scalar' || scalar.value !== old) continue
      const plan = setValue(tree, { document, path: [...path, index, 'name'] }, name)
      if (!plan.ok) return err(plan.error)
      changes.push(...plan.value)
    }
  }
  return ok(changes.sort((a, b) => a.from - b.from))
}

function followOutputs(
  draft: Draft,
  { template, artifact }: PortPlace,
  old: string,
  name: string,
): void {
  const { document, manifest, tree } = draft
  if (manifest === undefined) return
  for (const caller of callers(tree, manifest, document, template ?? -1)) {
    const step = valueOf(locate(tree, { document, path: caller })?.node, 'name')
    // A step's path ends with its lane and place, a task's with its place alone; the template around them sees the outputs.
    const isTask = caller.at(-2) === 'tasks'
    const owner = caller.slice(0, -3)
    if (step?.kind !== 'scalar' || typeof caller.at(-1) !== 'number') continue
    const scope = isTask ? 'tasks' : 'steps'
    const target = artifact
      ? ({ scope, step: step.value, artifact: old } as const)
      : ({ scope, step: step.value, parameter: old } as const)
    draft.plan((current) => followRename(current, { document, path: owner }, target, name))
    if (!artifact) followItems(draft, owner, `${scope}.${step.value}.outputs.parameters`, old, name)
  }
}

/** Of a loop, all outputs together are a list of maps: who loops over it reads an output as a key of the item. */
function followItems(draft: Draft, owner: Path, list: string, old: string, name: string): void {
  const { document } = draft
  for (const { node, path } of scalarsUnder(draft.tree, { document, path: owner })) {
    if (path.at(-1) !== 'withParam' || !findTags(node.value).some(({ body }) => body === list))
      continue
    const step = { document, path: path.slice(0, -1) }
    draft.plan((tree) => followRename(tree, step, { scope: 'item', key: old }, name))
  }
}

/** A resource may have its manifest from an input artifact, which it names without a tag. */
function followManifestFrom(
  tree: YamlTree,
  manifest: ManifestView,
  { template }: PortPlace,
  document: number,
  old: string,
  name: string,
): Plan {
  if (template === null) return ok([])
  const path = [...ownerPath(manifest, template), 'resource', 'manifestFrom', 'artifact', 'name']
  const named = locate(tree, { document, path })?.node
  const isIt = named?.kind === 'scalar' && named.value === old
  return isIt ? setValue(tree, { document, path }, name) : ok([])
}

/** Follows into the other documents of the file. */
function followElsewhere(draft: Draft, place: PortPlace, old: string, name: string): void {
  const { manifest, document } = draft
  const { template, kind, artifact } = place
  if (manifest === undefined) return
  const owner = ownerOf(manifest, document)
  if (template === null) {
    followWorkflowParameterElsewhere(draft, owner, old, name)
    return
  }
  const called = typeof template === 'number' ? manifest.spec.templates[template]?.name : undefined
  if (called !== undefined && kind !== 'arguments')
    followPortElsewhere(draft, owner, called, { kind, artifact }, old, name)
}
