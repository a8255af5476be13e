import type { OwnRule } from '../scope.ts'
import { unknownValue } from './known-values.ts'

const policies = ['Always', 'OnError', 'OnFailure', 'OnTransientError']

/** When a template is tried again is one of four policies; tags are not resolved there. (Argo: validateTemplateHolder.) */
export const checkRetryPolicy: OwnRule = ({ node }, reader) => {
  const policy = reader.text(reader.field(node, 'retryStrategy'), 'retryPolicy') ?? ''
  return policy === '' ? [] : unknownValue(policy, ['retryStrategy', 'retryPolicy'], policies)
}
