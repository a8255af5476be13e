import { portNameProblem } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import { filledIn } from '../filled-in.ts'
import type { PlacedRule } from '../scope.ts'

/** An output that all of the workflow sees has a name that Argo takes, or one made of tags that are not known yet. (Argo: validateOutputs.) */
export const checkGlobalNames: PlacedRule = ({ outputs }, reader, { values }) =>
  (['parameters', 'artifacts'] as const).flatMap((list) => {
    const ports: readonly { readonly node: YamlNode }[] = outputs[list]
    return ports.flatMap(({ node }, index): Finding[] => {
      const name = filledIn(reader.text(node, 'globalName') ?? '', values)
      const problem = name === '' || name.includes('{{') ? undefined : portNameProblem(name)
      if (problem === undefined) return []
      const message = `“${name}” is no name for an output of the workflow. ${problem}`
      return [{ code: 'name-invalid', message, path: ['outputs', list, index, 'globalName'] }]
    })
  })
