import type { DocumentRule } from '../scope.ts'
import { selectorProblems } from './label-selector.ts'
import { unknownValue } from './known-values.ts'

const strategies = ['OnPodCompletion', 'OnPodSuccess', 'OnWorkflowCompletion', 'OnWorkflowSuccess']

/** When the pods of a workflow are deleted, and which. (Argo: `PodGC.GetStrategy` and `GetLabelSelector`.) */
export const checkPodGc: DocumentRule = ({ manifest: { spec, specPath }, reader }) => {
  const podGc = reader.field(spec.node, 'podGC')
  const path = [...specPath, 'podGC']
  const strategy = reader.text(podGc, 'strategy') ?? ''
  return [
    ...(strategy === '' ? [] : unknownValue(strategy, [...path, 'strategy'], strategies)),
    ...selectorProblems(reader, reader.field(podGc, 'labelSelector'), [...path, 'labelSelector']),
  ]
}
