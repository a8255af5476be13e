import type { FieldReader } from '../argo/index.ts'
import type { YamlNode } from '../yaml/index.ts'

/** Whether a map has one of these fields in letters of another case, which Argo takes for the field below a step. */
export function hasOtherCase(
  reader: FieldReader,
  node: YamlNode | undefined,
  fields: readonly string[],
): boolean {
  return reader
    .keys(node)
    .some((key) =>
      fields.some((field) => field !== key && field.toLowerCase() === key.toLowerCase()),
    )
}
