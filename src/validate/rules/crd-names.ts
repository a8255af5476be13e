import type { Path } from '../../base/index.ts'
import { hasFullDefinitions, refusedByCluster } from '../definitions.ts'
import type { Finding } from '../problem.ts'
import type { StepRule } from '../scope.ts'

/** What the definitions take for the name of an artifact; those of steps and parameters hold no braces at all. */
const ARTIFACT = /^[-a-zA-Z0-9_{}.]+$/

/** Names that are made of tags: Argo fills them in when the workflow runs, but Kubernetes looks at them as they are written. */
export const checkNamesWithTags: StepRule = ({ name = '', parameters, artifacts }, _, settings) => {
  if (!hasFullDefinitions(settings)) return []
  const isMade = (text: string): boolean => text.includes('{{')
  return [
    ...(isMade(name) ? [finding('The name of a step', name, ['name'])] : []),
    ...parameters.flatMap(({ name = '' }, index) =>
      isMade(name)
        ? [finding('The name of a parameter', name, ['arguments', 'parameters', index, 'name'])]
        : [],
    ),
    ...artifacts.flatMap(({ name = '' }, index) =>
      isMade(name) && !ARTIFACT.test(name)
        ? [finding('The name of an artifact', name, ['arguments', 'artifacts', index, 'name'])]
        : [],
    ),
  ]
}

function finding(what: string, name: string, path: Path): Finding {
  const message = `${what} is made of tags here, “${name}”. ${refusedByCluster} Write the name itself.`
  return { code: 'crd-name', message, path }
}
