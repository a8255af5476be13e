import { portNameProblem } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/** An output that all of the workflow sees has a name that Argo takes, or one that is made of tags. (Argo: validateOutputs.) */
export const checkGlobalNames: OwnRule = ({ outputs }, reader) =>
  (['parameters', 'artifacts'] as const).flatMap((list) => {
    const ports: readonly { readonly node: YamlNode }[] = outputs[list]
    return ports.flatMap(({ node }, index): Finding[] => {
      const name = reader.text(node, 'globalName') ?? ''
      const problem = name === '' || name.includes('{{') ? undefined : portNameProblem(name)
      if (problem === undefined) return []
      const message = `“${name}” is no name for an output of the workflow. ${problem}`
      return [{ code: 'name-invalid', message, path: ['outputs', list, index, 'globalName'] }]
    })
  })
