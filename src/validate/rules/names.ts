import { nameProblem, portNameProblem, type ParameterView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, StepRule } from '../scope.ts'

/** Templates must have names that Argo takes. */
export const checkTemplateName: OwnRule = ({ node, name }, reader) => {
  if (reader.resolve(node)?.kind !== 'map') return []
  if (name === undefined)
    return [
      { code: 'name-missing', message: 'This template has no name. Write `name:`.', path: [] },
    ]
  const problem = nameProblem(name)
  if (problem === undefined) return []
  return [
    {
      code: 'name-invalid',
      message: `${quote(name)} is no name for a template. ${problem}`,
      path: ['name'],
    },
  ]
}

/** Steps and tasks must have names that Argo takes. */
export const checkStepNames: StepRule = ({ node, name }, reader) => {
  if (reader.resolve(node)?.kind !== 'map') return []
  if (name === undefined || name === '')
    return [{ code: 'name-missing', message: 'This step has no name. Write `name:`.', path: [] }]
  // Lint takes names that are made of inputs.
  const problem = name.includes('{{') ? undefined : nameProblem(name)
  if (problem === undefined) return []
  return [
    {
      code: 'name-invalid',
      message: `${quote(name)} is no name for a step. ${problem}`,
      path: ['name'],
    },
  ]
}

/** Inputs and outputs must have names that Argo takes. */
export const checkPortNames: OwnRule = ({ inputs, outputs }) => [
  ...portNames(inputs.parameters, ['inputs', 'parameters']),
  ...portNames(outputs.parameters, ['outputs', 'parameters']),
]

/** So must the arguments of the workflow. */
export const checkArgumentNames: DocumentRule = ({ manifest: { spec, specPath } }) =>
  portNames(spec.parameters, [...specPath, 'arguments', 'parameters'])

function portNames(
  parameters: readonly ParameterView[],
  path: readonly (string | number)[],
): readonly Finding[] {
  return parameters.flatMap(({ name }, index): Finding[] => {
    const problem = portNameProblem(name ?? '')
    if (problem === undefined) return []
    if (name === undefined || name === '') {
      const message = 'This parameter has no name. Write `name:`.'
      return [{ code: 'name-missing', message, path: [...path, index] }]
    }
    const message = `${quote(name)} is no name for a parameter. ${problem}`
    return [{ code: 'name-invalid', message, path: [...path, index, 'name'] }]
  })
}

const MAX_SHOWN = 60

function quote(name: string): string {
  return `“${name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN)}…` : name}”`
}
