import type { Path } from '../../base/index.ts'
import {
  stepNames,
  templateIndex,
  type ParameterView,
  type TemplateView,
} from '../../argo/index.ts'
import { findTags } from '../../expression/index.ts'
import { checkedTags, replacingTag, type CheckedTag } from '../checked-tags.ts'
import type { Finding } from '../problem.ts'
import { stepsOf, type DocumentRule, type DocumentScope } from '../scope.ts'
import { similarName } from '../similar.ts'
import type { TaggedText } from '../tagged-text.ts'
import { below, textsOfTemplate, textsUnder } from '../texts.ts'
import { workflowNames } from '../workflow-names.ts'

/**
 * Values of the workflow's arguments are written into templates before tags are looked up there, with the tags that they hold themselves. Those
 * must mean something of the workflow: nothing else is known wherever the argument is used (Argo: `ProcessArgs`).
 */
export const checkArgumentTags: DocumentRule = (scope) => {
  const { manifest, run } = scope
  const { kind, spec, specPath } = manifest
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  const { names } = workflowNames(manifest, run)
  const start = entryOf(scope)
  const wrongIn = (
    text: TaggedText,
    argument: string,
    users: readonly TemplateView[],
  ): readonly Finding[] =>
    checkedTags(text)
      .filter((tag) => !names.has(tag.body) && isNowhere(tag, start, users))
      .map((tag) => finding(text, tag, argument, names))
  const path = [...specPath, 'arguments']
  return [
    ...spec.parameters.flatMap((parameter, index): readonly Finding[] => {
      const { value = '', name = 'without a name' } = parameter
      const users = value.includes('{{') ? usersOf(parameter, start, scope) : []
      if (users.length === 0) return []
      return wrongIn(taggedText(value, [...path, 'parameters', index, 'value']), name, users)
    }),
    ...spec.artifacts.flatMap(({ node, name = '' }, index): readonly Finding[] => {
      if (start?.inputs.artifacts.some((input) => input.name === name) !== true) return []
      const users = [start]
      const texts = below([...path, 'artifacts', index], textsUnder(node))
      return texts.flatMap((text) => wrongIn(text, name, users))
    }),
  ]
}

function taggedText(text: string, path: Path): TaggedText {
  const tags = findTags(text).filter(({ kind, closed }) => kind === 'simple' && closed)
  return { path, text, tags, references: [], expressions: [], unclosed: undefined }
}

/** Whether what a tag begins with is nothing that those know who use it, or the entrypoint: what else it names may be there. */
function isNowhere(
  { body }: CheckedTag,
  start: TemplateView | undefined,
  users: readonly TemplateView[],
): boolean {
  const input = /^inputs\.(parameters|artifacts)\.([^.]+)/.exec(body)
  if (input !== null) return !users.every((template) => hasInput(template, input[1], input[2]))
  if (body.startsWith('workflow.')) return !/^workflow\.(outputs|failures)/.test(body)
  const step = /^(steps|tasks)\.([^.]+)/.exec(body)
  if (step !== null) {
    const isOwnKind = start?.type === (step[1] === 'steps' ? 'steps' : 'dag')
    return !isOwnKind || !stepNames(start).places.has(step[2] ?? '')
  }
  const hasLoop = start !== undefined && stepsOf(start).some(({ step }) => step.loop !== undefined)
  return body.startsWith('item.') && !hasLoop
}

function hasInput(
  { inputs }: TemplateView,
  list: string | undefined,
  name: string | undefined,
): boolean {
  const ports = list === 'artifacts' ? inputs.artifacts : inputs.parameters
  return ports.some((port) => port.name === name)
}

function entryOf({ manifest, run }: DocumentScope): TemplateView | undefined {
  const { spec } = manifest
  const owner = spec.workflowTemplateRef === undefined ? manifest : run
  const index = owner && templateIndex(owner, spec.entrypoint ?? owner.spec.entrypoint)
  return index === undefined ? undefined : owner?.spec.templates[index]
}

/** The templates into which a value comes: as an input of the entrypoint, or by a tag. */
function usersOf(
  { name = '' }: ParameterView,
  start: TemplateView | undefined,
  { manifest }: DocumentScope,
): readonly TemplateView[] {
  const isGiven = start?.inputs.parameters.some((input) => input.name === name) === true
  const reference = `workflow.parameters.${name}`
  const users = manifest.spec.templates.filter((template) =>
    textsOfTemplate(template).some(({ tags }) => tags.some(({ body }) => body === reference)),
  )
  return isGiven ? [start, ...users] : users
}

function finding(
  text: TaggedText,
  tag: CheckedTag,
  name: string,
  names: ReadonlySet<string>,
): Finding {
  const similar = similarName(tag.body, names)
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `The argument ${name} is written into templates as it stands, and they know no ${tag.body}.${meant} Refer to something of the workflow.`
  const fixes = similar === undefined ? [] : [replacingTag(text, tag, similar)]
  return { code: 'variable-unknown', message, path: text.path, within: tag.range, fixes }
}
