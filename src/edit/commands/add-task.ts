import type { JsonValue } from '../../yaml/index.ts'
import { nodePath, templateAt } from '../../argo/index.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { circleMessage, findGraph, findGraphNodes, nameIn, type GraphKey } from '../graph-nodes.ts'
import { makeTemplate, stepFields } from '../new-step.ts'
import { readNewTemplate, type NewTemplate } from '../new-template.ts'
import { findDagTemplate, stepNames, type TemplateKey } from '../places.ts'
import { putTask } from '../put-task.ts'

export interface AddTaskArguments {
  /** The `dag` template that gets the task. */
  readonly template: TemplateKey
  /** The task's fields. Without a name it is called as what it calls; a name that is taken gets a number. */
  readonly task?: Readonly<Record<string, JsonValue>> | undefined
  /** A template that is made along with the task, for it to call. */
  readonly newTemplate?: NewTemplate | undefined
  /** Tasks that it waits for. */
  readonly after?: readonly GraphKey[] | undefined
  /** Tasks that wait for it. What of them waited for one of `after` waits for the new one instead. */
  readonly before?: readonly GraphKey[] | undefined
}

/** Adds a task to a dag: after some tasks, before others, or on the edge between two. */
export const addTask: Command<AddTaskArguments> = (context, args) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const template = manifest && draft.take(findDagTemplate(manifest, args.template))
  const graph = manifest && draft.take(findGraph(manifest, args.template))
  if (manifest === undefined || template === undefined || graph === undefined) return draft.finish()
  const after = draft.take(findGraphNodes(graph, args.after ?? []))
  const before = draft.take(findGraphNodes(graph, args.before ?? []))
  if (after === undefined || before === undefined) return draft.finish()
  for (const first of after) {
    const from = draft.take(nameIn(graph, first))
    for (const second of before) {
      const to = graph.names[second] ?? ''
      const circle = from === undefined ? undefined : circleMessage(graph, from, to)
      if (circle !== undefined) draft.refuse(circle)
    }
  }
  const called = args.newTemplate === undefined ? undefined : makeTemplate(draft, args.newTemplate)
  const names = stepNames(templateAt(manifest, template))
  const fields = stepFields(draft, args.task ?? {}, called, names)
  const place = fields && putTask(draft, template, fields, after, before)
  return draft.finish(place === undefined ? [] : [{ document, path: nodePath(manifest, place) }])
}

export function readAddTask(read: ArgumentReader): AddTaskArguments {
  return {
    template: read.template(),
    task: read.optionalObject('task'),
    newTemplate: read.optionalNested('newTemplate', readNewTemplate),
    after: read.optionalGraphKeys('after'),
    before: read.optionalGraphKeys('before'),
  }
}
