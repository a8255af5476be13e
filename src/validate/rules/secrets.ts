import type { Path } from '../../base/index.ts'
import type { ParameterView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, StepRule } from '../scope.ts'

const SECRET =
  /(^|[-_.])(pass(word|wd|phrase)?|secret|token|api[-_]?key|private[-_]?key|access[-_]?key|credentials?)$/i

/** A secret that a step gives as an argument can be read by everyone who can see the workflow. */
export const checkStepSecrets: StepRule = ({ parameters }) =>
  inParameters(parameters, ['arguments', 'parameters'])

/** So can one that is an argument of the workflow. */
export const checkWorkflowSecrets: DocumentRule = ({ manifest: { spec, specPath } }) =>
  inParameters(spec.parameters, [...specPath, 'arguments', 'parameters'])

/** And a default of an input. */
export const checkInputSecrets: OwnRule = ({ inputs }) =>
  inParameters(inputs.parameters, ['inputs', 'parameters'])

function inParameters(parameters: readonly ParameterView[], path: Path): readonly Finding[] {
  return parameters.flatMap((parameter, index): Finding[] => {
    const { name = '', value } = parameter
    const text = value ?? parameter.default
    if (text === undefined || text === '' || text.includes('{{') || !isSecret(name)) return []
    const message = `The parameter ${name} looks like a secret, and everyone who can see the workflow can read its value. Keep it in a Secret, and let the container read it by secretKeyRef under env.`
    const field = value === undefined ? 'default' : 'value'
    return [{ code: 'secret-exposed', message, path: [...path, index, field] }]
  })
}

/** Whether a name is that of a secret, and not that of where to find one: `db-password`, but not `secret-name`. */
function isSecret(name: string): boolean {
  return SECRET.test(name.replace(/([a-z])([A-Z])/g, '$1-$2'))
}
