import type { Path } from '../../base/index.ts'
import { templateIndex, type ParameterView, type TemplateView } from '../../argo/index.ts'
import { findTags } from '../../expression/index.ts'
import { checkedTags, replacingTag, type CheckedTag } from '../checked-tags.ts'
import type { Finding } from '../problem.ts'
import { stepsOf, type DocumentRule, type DocumentScope } from '../scope.ts'
import { similarName } from '../similar.ts'
import type { TaggedText } from '../tagged-text.ts'
import { textsOfTemplate } from '../texts.ts'
import { workflowNames } from '../workflow-names.ts'

/**
 * Values of the workflow's arguments are written into templates before tags are looked up there, with the tags that they hold themselves. Those
 * must mean something of the workflow: nothing else is known wherever the argument is used (Argo: `ProcessArgs`).
 */
export const checkArgumentTags: DocumentRule = (scope) => {
  const { manifest, run } = scope
  const { kind, spec, specPath } = manifest
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  return spec.parameters.flatMap((parameter, index): readonly Finding[] => {
    const { value = '' } = parameter
    if (!value.includes('{{')) return []
    const path = [...specPath, 'arguments', 'parameters', index, 'value']
    const text = taggedText(value, path)
    const { names } = workflowNames(manifest, run, undefined)
    const start = entryOf(scope)
    return checkedTags(text)
      .filter((tag) => !names.has(tag.body) && isNowhere(tag, start))
      .filter(() => isUsed(parameter, start, scope))
      .map((tag) => finding(text, tag, parameter, names))
  })
}

function taggedText(text: string, path: Path): TaggedText {
  const tags = findTags(text).filter(({ kind, closed }) => kind === 'simple' && closed)
  return { path, text, tags, references: [], expressions: [], unclosed: undefined }
}

/** Whether what a tag begins with is nothing that the entrypoint knows: what else it names may be there. */
function isNowhere({ body }: CheckedTag, start: TemplateView | undefined): boolean {
  if (body.startsWith('workflow.')) return !/^workflow\.(outputs|failures)/.test(body)
  if (body.startsWith('steps.')) return start?.type !== 'steps'
  if (body.startsWith('tasks.')) return start?.type !== 'dag'
  const hasLoop = start !== undefined && stepsOf(start).some(({ step }) => step.loop !== undefined)
  return body.startsWith('item.') && !hasLoop
}

function entryOf({ manifest, run }: DocumentScope): TemplateView | undefined {
  const { spec } = manifest
  const owner = spec.workflowTemplateRef === undefined ? manifest : run
  const index = owner && templateIndex(owner, spec.entrypoint ?? owner.spec.entrypoint)
  return index === undefined ? undefined : owner?.spec.templates[index]
}

/** Whether the value comes into a template: as an input of the entrypoint, or by a tag. */
function isUsed(
  { name = '' }: ParameterView,
  start: TemplateView | undefined,
  { manifest }: DocumentScope,
): boolean {
  if (start?.inputs.parameters.some((input) => input.name === name) === true) return true
  const reference = `workflow.parameters.${name}`
  return manifest.spec.templates.some((template) =>
    textsOfTemplate(template).some(({ tags }) => tags.some(({ body }) => body === reference)),
  )
}

function finding(
  text: TaggedText,
  tag: CheckedTag,
  { name = 'without a name' }: ParameterView,
  names: ReadonlySet<string>,
): Finding {
  const similar = similarName(tag.body, names)
  const meant = similar === undefined ? '' : ` Is ${similar} meant?`
  const message = `The argument ${name} is written into templates as it stands, and they know no ${tag.body}.${meant} Refer to something of the workflow.`
  const fixes = similar === undefined ? [] : [replacingTag(text, tag, similar)]
  return { code: 'variable-unknown', message, path: text.path, within: tag.range, fixes }
}
