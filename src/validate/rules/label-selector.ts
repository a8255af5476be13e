import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import { labelKeyProblem, labelValueProblem } from './labels.ts'

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist']

/** What Kubernetes does not take in a label selector (apimachinery's `LabelSelectorAsSelector`). */
export function selectorProblems(
  reader: FieldReader,
  selector: YamlNode | undefined,
  path: Path,
): readonly Finding[] {
  const labels = reader.field(selector, 'matchLabels')
  return [
    ...reader.keys(labels).flatMap((key): Finding[] => {
      const at = [...path, 'matchLabels', key]
      const inKey = labelKeyProblem(key)
      if (inKey !== undefined) return [{ ...wrong(inKey, at), marks: 'key' }]
      const inValue = labelValueProblem(reader.text(labels, key) ?? '')
      return inValue === undefined ? [] : [wrong(inValue, at)]
    }),
    ...reader
      .items(reader.field(selector, 'matchExpressions'))
      .flatMap((item, index) =>
        requirementProblems(reader, item, [...path, 'matchExpressions', index]),
      ),
  ]
}

function requirementProblems(reader: FieldReader, item: YamlNode, path: Path): readonly Finding[] {
  const key = reader.text(item, 'key') ?? ''
  const operator = reader.text(item, 'operator') ?? ''
  const values = reader.texts(reader.field(item, 'values'))
  if (!operators.includes(operator))
    return [wrong(`The operator must be one of ${operators.join(', ')}.`, [...path, 'operator'])]
  const inKey = labelKeyProblem(key)
  if (inKey !== undefined) return [wrong(inKey, [...path, 'key'])]
  const needsValues = operator === 'In' || operator === 'NotIn'
  if (needsValues && values.length === 0)
    return [wrong(`${operator} compares with \`values\`, and there are none. Add one.`, path)]
  if (!needsValues && values.length > 0)
    return [wrong(`${operator} compares with no values. Remove them.`, [...path, 'values'])]
  return values.flatMap((value, index): Finding[] => {
    const problem = labelValueProblem(value)
    return problem === undefined ? [] : [wrong(problem, [...path, 'values', index])]
  })
}

function wrong(message: string, path: Path): Finding {
  return { code: 'selector-unreadable', message, path }
}
