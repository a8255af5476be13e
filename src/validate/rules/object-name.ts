import type { DocumentRule } from '../scope.ts'

/** The longest name of a manifest: it becomes the value of a label, of which Kubernetes takes no longer one. */
const MAX_LENGTH = 63
/** To the name of a CronWorkflow the time is added when it starts a workflow. */
const MAX_CRON_LENGTH = 52

/** A manifest may have a name of 63 characters, a CronWorkflow one of 52; Argo checks no `generateName`. */
export const checkObjectName: DocumentRule = ({ manifest: { kind = '', name = '' } }) => {
  const most = kind === 'CronWorkflow' ? MAX_CRON_LENGTH : MAX_LENGTH
  // Argo counts bytes.
  const { length } = new TextEncoder().encode(name)
  if (length <= most) return []
  const message = `The name has ${String(length)} characters; Argo takes ${String(most)} for a ${kind}. Shorten it.`
  return [{ code: 'object-name-long', message, path: ['metadata', 'name'] }]
}
