import { assertNever } from '../../src/base/index.ts'
import type { ManifestKind } from '../../src/argo/index.ts'
import type { SubmitTarget } from '../store/index.ts'

/** The word on the button: a Workflow runs once it is created, the others only come to exist. */
export function submitLabel(kind: ManifestKind | undefined): string {
  switch (kind) {
    case undefined:
    case 'Workflow':
      return 'Submit'
    case 'WorkflowTemplate':
      return 'Submit template'
    case 'ClusterWorkflowTemplate':
      return 'Submit cluster template'
    case 'CronWorkflow':
      return 'Submit cron'
    default:
      return assertNever(kind)
  }
}

/** What a click will do, in a sentence without its full stop. */
export function submitSentence(target: SubmitTarget | undefined): string {
  if (target === undefined) return 'Submit the document that is drawn to Argo'
  const { kind, namespace, document, documents } = target
  const verb = kind === 'Workflow' ? 'run' : 'create'
  const where = namespace === undefined ? 'for the whole cluster' : `in namespace ${namespace}`
  const which = documents > 1 ? ` (document ${document + 1} of ${documents})` : ''
  return `${submitLabel(kind)}: ${verb} ${kind} ${shownName(target)}${which} ${where}`
}

/** `Workflow hello-… in argo`, for the head of a message. */
export function targetWords(target: SubmitTarget): string {
  const { kind, namespace } = target
  return `${kind} ${shownName(target)}${namespace === undefined ? '' : ` in ${namespace}`}`
}

function shownName({ name }: SubmitTarget): string {
  if (name === undefined) return 'without a name'
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
