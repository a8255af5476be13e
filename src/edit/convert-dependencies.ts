import { templateAt, type TemplateAddress } from '../argo/index.ts'
import { parseDepends, type DependsNode } from '../expression/index.ts'
import {
  printFlow,
  renameKey,
  setSource,
  setValue,
  sharedMessage,
  styleOf,
  valueOf,
} from '../yaml/index.ts'
import { taskAddress } from './dependencies.ts'
import type { Draft } from './draft.ts'

/**
 * Makes the `dependencies` of all tasks of a dag a `depends` each, which means the same: the tasks, joined by `&&`. Refused where a task
 * has `continueOn`, which Argo does not take beside `depends`.
 */
export function convertToDepends(draft: Draft, template: TemplateAddress): void {
  const tasks = templateAt(draft.manifest, template)?.tasks ?? []
  const continues = tasks.find(({ node }) => valueOf(node, 'continueOn') !== undefined)
  if (continues !== undefined) {
    draft.refuse(
      `The task ${continues.name ?? 'without a name'} has \`continueOn\`, which Argo does not take beside \`depends\`. Remove it first.`,
    )
    return
  }
  for (const [task, view] of tasks.entries()) {
    if (view.dependencies.length === 0) continue
    const address = taskAddress(draft, template, task)
    const list = { ...address, path: [...address.path, 'dependencies'] }
    const shared = sharedMessage(draft.tree, list)
    if (shared !== undefined) draft.refuse(shared)
    if (view.depends !== undefined)
      draft.refuse(
        `The task ${view.name ?? ''} has both \`depends\` and \`dependencies\`. Join them first.`,
      )
    const depends = [...new Set(view.dependencies)].join(' && ')
    draft.plan((tree) => setValue(tree, list, depends))
    draft.plan((tree) => renameKey(tree, list, 'depends'))
  }
}

/** Makes the `depends` of all tasks of a dag lists. Refused where one says more than which tasks have to end well. */
export function convertToDependencies(draft: Draft, template: TemplateAddress): void {
  const tasks = templateAt(draft.manifest, template)?.tasks ?? []
  for (const [task, view] of tasks.entries()) {
    if (view.depends === undefined) continue
    const { tree: parsed } = parseDepends(view.depends)
    const names = parsed && conjunction(parsed)
    if (names === undefined) {
      draft.refuse(
        `The \`depends\` of the task ${view.name ?? 'without a name'} says more than which tasks come first: ${view.depends.trim()}. A list cannot say that.`,
      )
      return
    }
    const address = taskAddress(draft, template, task)
    const text = { ...address, path: [...address.path, 'depends'] }
    draft.plan((tree) =>
      setSource(tree, text, printFlow([...new Set(names)], styleOf(tree, address.document))),
    )
    draft.plan((tree) => renameKey(tree, text, 'dependencies'))
  }
}

/** The tasks of a `depends` that asks for nothing but the good end of each. */
function conjunction(node: DependsNode): readonly string[] | undefined {
  if (node.kind === 'task') return node.result === undefined ? [node.task] : undefined
  if (node.kind === 'group') return conjunction(node.inner)
  if (node.kind === 'not' || node.operator === '||') return undefined
  const left = conjunction(node.left)
  const right = conjunction(node.right)
  return left && right && [...left, ...right]
}
