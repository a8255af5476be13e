import type { DocumentRule } from '../scope.ts'
import { unknownValue } from './known-values.ts'

const policies = ['Allow', 'Forbid', 'Replace']

/** What a CronWorkflow does when runs meet, and how late one may start. (Argo: CronWorkflow.) */
export const checkCron: DocumentRule = ({ manifest, reader }) => {
  if (manifest.kind !== 'CronWorkflow') return []
  const spec = reader.field(manifest.document.root, 'spec')
  const policy = reader.text(spec, 'concurrencyPolicy') ?? ''
  const deadline = Number(reader.text(spec, 'startingDeadlineSeconds') ?? '0')
  const path = ['spec', 'startingDeadlineSeconds']
  const message = 'The seconds that a start may be late are less than none. Write 0 or more.'
  return [
    ...(policy === '' ? [] : unknownValue(policy, ['spec', 'concurrencyPolicy'], policies)),
    ...(deadline < 0 ? [{ code: 'number-out-of-range' as const, message, path }] : []),
  ]
}
