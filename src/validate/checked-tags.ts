import type { TextRange } from '../base/index.ts'
import { settingField, type FixMaker } from './fix.ts'
import type { TaggedText } from './tagged-text.ts'

/** A tag that Argo looks up when it checks a manifest, and refuses the manifest where it is nothing that is there. */
export interface CheckedTag {
  /** As Argo sees it: what stands between the braces. */
  readonly body: string
  /** Where that is in the text. */
  readonly range: TextRange
}

/** How tags begin that are looked up; all others stay as they are (`GlobalVarValidWorkflowVariablePrefix`). */
const lookedUp = ['item.', 'steps.', 'inputs.', 'outputs.', 'pod.', 'workflow.', 'tasks.']

/** How tags begin that are taken whatever follows, for they are known at run time only (`resolveAllVariables`). */
const taken = [
  'outputs.',
  'workflow.creationTimestamp',
  'workflow.scheduledTime',
  'workflow.duration',
  'tasks.name',
  'steps.name',
]

/** The tags of a text that must mean something that is there. */
export function checkedTags({ tags, text }: TaggedText): readonly CheckedTag[] {
  return tags.flatMap(({ range, bodyRange }) => {
    const body = seen(text.slice(range.from + 2, range.to - 2))
    const isChecked =
      lookedUp.some((start) => body.startsWith(start)) &&
      !taken.some((start) => body.startsWith(start))
    return isChecked ? [{ body, range: bodyRange }] : []
  })
}

/** Argo reads tags in JSON, where a line break is two characters that nothing trims. */
function seen(inner: string): string {
  return JSON.stringify(inner)
    .slice(1, -1)
    .replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
    .trim()
}

/** Writes something else in the place of a tag's body. */
export function replacingTag(
  { path, text }: TaggedText,
  { range }: Pick<CheckedTag, 'range'>,
  body: string,
): FixMaker {
  const changed = text.slice(0, range.from) + body + text.slice(range.to)
  return settingField(`Refer to ${body}`, path, changed)
}
