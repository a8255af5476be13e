import { err, ok } from '../base/index.ts'
import {
  fieldOrder,
  keysBefore,
  taskPath,
  type TemplateAddress,
  templateAt,
  type TemplateView,
  templatePath,
} from '../argo/index.ts'
import { addToDepends, removeFromDepends, renameInDepends } from '../expression/index.ts'
import {
  insertItems,
  itemsOf,
  locate,
  newItem,
  printFlow,
  removeEntry,
  removeItems,
  setEntry,
  setSource,
  setValue,
  sharedMessage,
  styleOf,
  valueOf,
  type Address,
  type Plan,
  type YamlTree,
} from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { scalarsUnder } from './scalars.ts'
import { applyChanges, spliceScalar } from './splice-scalar.ts'

/*
 * What tasks of a dag and containers of a set depend on, as text. A task says it by `dependencies`, a list of names, or by `depends`, a
 * condition; a container by `dependencies` only.
 */

/** Whether any task of a template uses `depends`: Argo then takes `dependencies` of none. */
export function usesDepends(template: TemplateView | undefined): boolean {
  return template?.tasks.some(({ depends }) => depends !== undefined) ?? false
}

/** The address of a task. */
export function taskAddress(draft: Draft, template: TemplateAddress, task: number): Address {
  const { manifest, document } = draft
  return { document, path: manifest === undefined ? [] : taskPath(manifest, template, task) }
}

/** Adds a name to the `dependencies` of what is at an address. A new list stands in brackets, as it does in Argo's examples. */
export function addDependency(
  draft: Draft,
  owner: Address,
  name: string,
  order: readonly string[],
): void {
  const list = { ...owner, path: [...owner.path, 'dependencies'] }
  const present = locate(draft.tree, list)?.node
  const shared = sharedMessage(draft.tree, list)
  if (shared !== undefined) draft.refuse(shared)
  else if (present?.kind === 'seq' && present.items.length > 0) {
    draft.plan((tree) =>
      insertItems(tree, list, present.items.length, [newItem(name, styleOf(tree, list.document))]),
    )
  } else {
    const after = keysBefore(order, 'dependencies') ?? []
    if (usesBlocks(draft, owner)) {
      draft.plan((tree) => setEntry(tree, owner, 'dependencies', [name], { after }))
      return
    }
    draft.plan((tree) => setEntry(tree, owner, 'dependencies', name, { after }))
    draft.plan((tree) => setSource(tree, list, printFlow([name], styleOf(tree, list.document))))
  }
}

/** Whether the lists of dependencies beside one are written with dashes. */
function usesBlocks(draft: Draft, owner: Address): boolean {
  const siblings = locate(draft.tree, { ...owner, path: owner.path.slice(0, -1) })?.node
  const lists = itemsOf(siblings).flatMap((item) => valueOf(item, 'dependencies') ?? [])
  const first = lists.find((list) => list.kind === 'seq' && list.items.length > 0)
  return first?.kind === 'seq' && !first.flow
}

/** Takes a name out of the `dependencies` of what is at an address; a list that is left empty goes. */
export function removeDependency(draft: Draft, owner: Address, name: string): void {
  const path = [...owner.path, 'dependencies']
  const list = { ...owner, path }
  const items = itemsOf(locate(draft.tree, list)?.node)
  const indices = items.flatMap((item, index) =>
    item.kind === 'scalar' && item.value === name ? [index] : [],
  )
  const shared = sharedMessage(draft.tree, list)
  if (shared !== undefined) draft.refuse(shared)
  else if (indices.length === items.length && items.length > 0)
    draft.plan((tree) => removeEntry(tree, list))
  else draft.plan((tree) => removeItems(tree, list, indices))
}

/** Makes the `depends` of a task ask for one thing more, such as `build` or `build.Failed`. */
export function addDemand(draft: Draft, owner: Address, depends: string, demand: string): void {
  const changes = addToDepends(depends, demand)
  if (changes === undefined) {
    draft.refuse('The `depends` of the task cannot be read. Mend it first.', owner)
    return
  }
  if (depends.trim() === '')
    draft.plan((tree) =>
      setEntry(tree, owner, 'depends', demand, {
        after: keysBefore(fieldOrder.step, 'depends') ?? [],
      }),
    )
  else changeDepends(draft, owner, changes)
}

/** Takes a task out of the `depends` of another; one that is left empty goes. */
export function removeDemand(draft: Draft, owner: Address, depends: string, name: string): void {
  const changes = removeFromDepends(depends, name)
  if (changes === undefined) {
    draft.refuse(
      `The \`depends\` of the task ${nameAt(draft.tree, owner)} names ${name} and cannot be read. Mend it first.`,
      owner,
    )
  } else if (changes === 'all')
    draft.plan((tree) => removeEntry(tree, { ...owner, path: [...owner.path, 'depends'] }))
  else changeDepends(draft, owner, changes)
}

/** Takes a task out of what another depends on, whichever way that says it. */
export function removeFromTask(
  draft: Draft,
  template: TemplateAddress,
  task: number,
  name: string,
): void {
  const view = templateAt(draft.manifest, template)?.tasks[task]
  const owner = taskAddress(draft, template, task)
  if (view?.dependencies.includes(name) === true) removeDependency(draft, owner, name)
  if (view?.depends !== undefined && namesTask(view.depends, name))
    removeDemand(draft, owner, view.depends, name)
}

/** Whether a `depends` names a task. */
export function namesTask(depends: string, name: string): boolean {
  return renameInDepends(depends, name, `${name}-`).length > 0
}

/** Makes what the tasks of a template say of each other, and the target of the dag, follow the new name of one. */
export function followTaskName(
  draft: Draft,
  template: TemplateAddress,
  old: string,
  name: string,
): void {
  const tasks = templateAt(draft.manifest, template)?.tasks ?? []
  for (const [task, view] of tasks.entries()) {
    const owner = taskAddress(draft, template, task)
    if (view.depends !== undefined)
      changeDepends(draft, owner, renameInDepends(view.depends, old, name))
    if (view.dependencies.includes(old)) renameDependency(draft, owner, old, name)
  }
  changeTarget(draft, template, (target) => (target === old ? name : target))
}

/** Takes tasks out of the target of the dag; a target that is left empty goes. */
export function removeFromTarget(
  draft: Draft,
  template: TemplateAddress,
  names: ReadonlySet<string>,
): void {
  changeTarget(draft, template, (target) => (names.has(target) ? undefined : target))
}

/** Makes a list of dependencies follow the new name of one. */
export function renameDependency(draft: Draft, owner: Address, old: string, name: string): void {
  draft.plan((tree) => {
    const list = { ...owner, path: [...owner.path, 'dependencies'] }
    const found = scalarsUnder(tree, list).filter(({ node }) => node.value === old)
    const changes = found.map(({ path }) =>
      setValue(tree, { document: owner.document, path }, name),
    )
    const refused = changes.find((change) => !change.ok)
    if (refused?.ok === false) return err(refused.error)
    return ok(changes.flatMap((change) => (change.ok ? change.value : [])))
  })
}

function changeTarget(
  draft: Draft,
  template: TemplateAddress,
  change: (name: string) => string | undefined,
): void {
  const { manifest, document } = draft
  if (manifest === undefined) return
  const path = [...templatePath(manifest, template), 'dag', 'target']
  const node = locate(draft.tree, { document, path })?.node
  if (node?.kind !== 'scalar') return
  const before = node.value.split(/\s+/).filter((word) => word !== '')
  const after = before.flatMap((word) => change(word) ?? [])
  if (after.join(' ') === before.join(' ')) return
  draft.plan((tree) =>
    after.length === 0
      ? removeEntry(tree, { document, path })
      : setValue(tree, { document, path }, after.join(' ')),
  )
}

/** Makes changes of the `depends` of the task at an address. */
export function changeDepends(
  draft: Draft,
  owner: Address,
  changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[],
): void {
  if (changes.length === 0) return
  draft.plan((tree) => planDepends(tree, owner, changes))
}

function planDepends(
  tree: YamlTree,
  owner: Address,
  changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[],
): Plan {
  const address = { ...owner, path: [...owner.path, 'depends'] }
  const shared = sharedMessage(tree, address)
  if (shared !== undefined) return err(shared)
  const found = locate(tree, address)
  if (found?.node.kind !== 'scalar') return err('The `depends` of the task is no text.')
  const { node } = found
  const spliced = spliceScalar(tree.text, { ...found, node }, changes)
  return spliced === undefined
    ? setValue(tree, address, applyChanges(node.value, changes))
    : ok(spliced)
}

function nameAt(tree: YamlTree, owner: Address): string {
  const name = valueOf(locate(tree, owner)?.node, 'name')
  return name?.kind === 'scalar' ? name.value : 'without a name'
}
