import { nameProblem, portNameProblem, type PortsView } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule, StepRule } from '../scope.ts'
import { settledName } from '../settled.ts'

/** Templates must have names that Argo takes. */
export const checkTemplateName: OwnRule = ({ node, name }, reader) => {
  if (reader.resolve(node)?.kind !== 'map') return []
  if (name === undefined || name === '')
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
  // Names that are made of tags are looked at where more is known.
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

/** Inputs and outputs must have names that Argo takes; those of outputs may be made of tags. */
export const checkPortNames: OwnRule = (template, reader) => [
  ...portNames(template.inputs, ['inputs'], (name) => name),
  ...portNames(template.outputs, ['outputs'], (name) => settledName(name, template, reader)),
]

function portNames(
  { parameters, artifacts }: PortsView,
  path: Path,
  settled: (name: string) => string,
): readonly Finding[] {
  return [
    ...namesIn(parameters, 'parameter', [...path, 'parameters'], settled),
    ...namesIn(artifacts, 'artifact', [...path, 'artifacts'], settled),
  ]
}

function namesIn(
  ports: readonly { readonly name: string | undefined }[],
  what: string,
  path: Path,
  settled: (name: string) => string,
): readonly Finding[] {
  return ports.flatMap(({ name = '' }, index): Finding[] => {
    const problem = portNameProblem(settled(name))
    if (problem === undefined) return []
    if (name === '') {
      const message = `This ${what} has no name. Write \`name:\`.`
      return [{ code: 'name-missing', message, path: [...path, index] }]
    }
    const message = `${quote(name)} is no name for ${what === 'artifact' ? 'an' : 'a'} ${what}. ${problem}`
    return [{ code: 'name-invalid', message, path: [...path, index, 'name'] }]
  })
}

const MAX_SHOWN = 60

function quote(name: string): string {
  return `“${name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN)}…` : name}”`
}
