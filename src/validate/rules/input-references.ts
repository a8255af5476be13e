import { typesWithPod, type TemplateView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import type { Surroundings } from '../scope.ts'
import { similarName } from '../similar.ts'

/**
 * What is wrong with a tag `{{inputs.…}}`: it must mean an input that its template declares, or a parameter that a template given in place
 * declares itself. Paths of artifacts are known where there are files (Argo: `validateInputs`, and `validateSteps` for `inline`).
 */
export function inputFinding(
  body: string,
  around: Surroundings,
  isInStep: boolean,
  inline: TemplateView | undefined,
): (Pick<Finding, 'code' | 'message'> & { readonly meant?: string | undefined }) | undefined {
  const names = inputNames(around, isInStep, inline)
  if (names.has(body)) return undefined
  const similar = similarName(body, names)
  const [, list = '', ...rest] = body.split('.')
  const name = rest.join('.')
  const what = list === 'artifacts' ? 'artifact' : 'parameter'
  const hint = similar === undefined ? '' : ` Is ${similar} meant?`
  const owner = around.name ?? 'without a name'
  const message =
    rest.length === 0 || (list !== 'artifacts' && list !== 'parameters')
      ? `The template ${owner} has nothing that is called ${body}.${hint} Refer to an input that is there.`
      : `The template ${owner} has no input ${what} ${name}.${hint} Declare it under inputs, or refer to one that is there.`
  return { code: 'input-undeclared', message, meant: similar }
}

function inputNames(
  { inputs, type }: Surroundings,
  isInStep: boolean,
  inline: TemplateView | undefined,
): ReadonlySet<string> {
  // All parameters together are an empty list where there are none.
  const names = new Set(['inputs.parameters'])
  const hasFiles =
    !isInStep &&
    type !== undefined &&
    (typesWithPod.has(type) || type === 'http' || type === 'plugin')
  for (const input of inputs) {
    const [of = '', ...rest] = input.split(' ')
    const reference = `inputs.${of}s.${rest.join(' ')}`
    names.add(reference)
    if (of === 'artifact' && hasFiles) names.add(`${reference}.path`)
  }
  for (const { name } of inline?.inputs.parameters ?? [])
    if (name !== undefined) names.add(`inputs.parameters.${name}`)
  return names
}
