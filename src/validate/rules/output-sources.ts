import type { FieldReader, ParameterView, TemplateType } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { settingField, type FixMaker } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/** Where the value of an output can come from; Argo counts no others. */
const sources = ['path', 'jqFilter', 'jsonPath', 'parameter', 'expression', 'supplied']

/** The sources that templates of a type have; those of other types take any. */
const ofType: Partial<Record<TemplateType, readonly string[]>> = {
  container: ['path'],
  containerSet: ['path'],
  script: ['path'],
  resource: ['jqFilter', 'jsonPath'],
  steps: ['parameter', 'expression'],
  dag: ['parameter', 'expression'],
}

/** An output parameter has a value, or exactly one source that its type of template has. (Argo: validateOutputs.) */
export const checkOutputSources: OwnRule = ({ type, lanes, outputs }, reader) => {
  // Steps without a lane count as no steps.
  const counted = type === 'steps' && lanes.length === 0 ? undefined : type
  return outputs.parameters.flatMap((parameter, index) =>
    checkOutput(parameter, ['outputs', 'parameters', index], counted, reader),
  )
}

function checkOutput(
  { node, name = '', hasValueFrom }: ParameterView,
  path: Path,
  type: TemplateType | undefined,
  reader: FieldReader,
): readonly Finding[] {
  const valueFrom = reader.field(node, 'valueFrom')
  const given = sources.filter((field) => {
    const source = reader.field(valueFrom, field)
    return source !== undefined && (source.kind !== 'scalar' || source.value !== '')
  })
  const wanted = (type && ofType[type]) ?? sources
  if (reader.field(node, 'value') !== undefined) {
    if (!hasValueFrom) return []
    const message = `The output ${name} has both \`value\` and \`valueFrom\`. Keep one.`
    const isSource = given.length === 1 && given.every((field) => wanted.includes(field))
    const fixes = ['valueFrom', ...(isSource ? ['value'] : [])].map((field) =>
      removing([...path, field]),
    )
    return [{ code: 'output-sources-several', message, path, fixes }]
  }
  const listed = wanted.map((field) => `\`${field}\``).join(' or ')
  const at = hasValueFrom ? [...path, 'valueFrom'] : path
  const [first, second] = given
  if (first === undefined) {
    const message = `The output ${name} does not say where its value comes from. Write ${listed} under \`valueFrom\`.`
    return [
      { code: 'output-source-missing', message, path: at, fixes: readingFile(name, path, wanted) },
    ]
  }
  if (second !== undefined) {
    const message = `The output ${name} takes its value from several places: ${given.join(', ')}. Keep one.`
    const fixes =
      given.length > 2
        ? []
        : given
            .filter((_, index) => wanted.includes(given[1 - index] ?? ''))
            .map((field) => removing([...at, field]))
    return [{ code: 'output-sources-several', message, path: at, fixes }]
  }
  if (wanted.includes(first)) return []
  const message = `The outputs of a ${String(type)} template come from ${listed}, and this one from \`${first}\`. Change it.`
  return [{ code: 'output-source-other', message, path: [...at, first], marks: 'key' }]
}

function removing(path: Path): FixMaker {
  return settingField(`Remove ${String(path.at(-1))}`, path, null)
}

function readingFile(name: string, path: Path, wanted: readonly string[]): readonly FixMaker[] {
  if (name === '' || wanted[0] !== 'path' || wanted.length > 1) return []
  const file = `/tmp/${name}`
  return [settingField(`Read it from ${file}`, [...path, 'valueFrom', 'path'], file)]
}
