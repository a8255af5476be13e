import { dependencyClosure, taskDependencies } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { FoundReference } from '../../expression/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'
import { textsAround, textsUnder } from '../texts.ts'

/**
 * A task may refer to tasks for which it waits, directly or by way of others: Argo knows of no other when it resolves its tags
 * (`validateDAG`). Hooks run when their task does, so they may refer to it; outputs are made at the end.
 */
export const checkTaskReferences: OwnRule = (template) => {
  if (template.type !== 'dag') return []
  const map = taskDependencies(template.tasks)
  const inTasks = template.tasks.flatMap((task, index) => {
    const texts = textsUnder(task.node).filter(({ references }) => references.some(isTask))
    if (texts.length === 0) return []
    const { name = '' } = task
    const direct = map.get(name) ?? []
    let all: ReadonlySet<string> | undefined
    // The way through others is looked for only where it matters: in a long dag each is long.
    const waitsFor = (other: string): boolean =>
      direct.includes(other) || (all ??= dependencyClosure(map, name)).has(other)
    return texts.flatMap(({ path, references }) =>
      references.flatMap((found) => {
        const own = path[0] === 'hooks' ? undefined : { name, waitsFor }
        return judge(found, path, ['dag', 'tasks', index, ...path], map, own) ?? []
      }),
    )
  })
  const around = textsAround(template).flatMap(({ path, references }) =>
    references.flatMap((found) => judge(found, path, path, map, undefined) ?? []),
  )
  return [...inTasks, ...around]
}

function judge(
  { reference, form }: FoundReference,
  inner: Path,
  path: Path,
  known: ReadonlyMap<string, unknown>,
  own: { readonly name: string; readonly waitsFor: (other: string) => boolean } | undefined,
): Finding | undefined {
  if (reference.kind !== 'step' || reference.scope !== 'tasks' || isInnerTask(inner))
    return undefined
  const { name } = reference.step
  if (name === '' || name === 'name' || name.includes('{')) return undefined
  const found = { path, within: reference.range }
  // An expression may guard what is not there.
  const severity = form === 'expression' ? ({ severity: 'warning' } as const) : {}
  if (!known.has(name)) {
    const message = `There is no task ${name} in this template. Refer to one that is there.`
    return { code: 'task-unknown', message, ...found, ...severity }
  }
  if (own === undefined || own.waitsFor(name)) return undefined
  const message =
    name === own.name
      ? `The task ${name} cannot know how it ended itself. Refer to one that runs before it.`
      : `The task ${own.name === '' ? 'that has no name' : own.name} does not wait for ${name}, so its outcome may not be there. Make it depend on ${name}.`
  return { code: 'task-not-before', message, ...found, ...severity }
}

function isTask({ reference }: FoundReference): boolean {
  return reference.kind === 'step' && reference.scope === 'tasks'
}

/** Whether a text belongs to the tasks of a template that is given in place: they refer to each other. */
function isInnerTask(path: Path): boolean {
  const inline = path.indexOf('inline')
  return inline >= 0 && path.slice(inline).some((part) => part === 'dag' || part === 'outputs')
}
