import type { FieldType } from '../model.ts'
import { oneOf, usually } from '../notation.ts'

/** When stored artifacts are deleted. */
export const artifactGcStrategies: FieldType = oneOf({
  OnWorkflowCompletion: 'When the workflow has ended.',
  OnWorkflowDeletion: 'When the workflow is deleted.',
  Never: 'They stay.',
})

/** When the node of a pod asks the registry for an image. */
export const pullPolicies: FieldType = oneOf({
  Always: 'Asks the registry each time.',
  IfNotPresent: 'Only if the node does not have the image.',
  Never: 'The node must have it.',
})

/** Protocols of ports. */
export const protocols: FieldType = oneOf({
  TCP: 'Connections.',
  UDP: 'Datagrams.',
  SCTP: 'Streams of messages.',
})

/** How labels of objects are compared. */
export const labelOperators: FieldType = oneOf({
  In: 'The value is one of those listed.',
  NotIn: 'The value is none of those listed.',
  Exists: 'The label is there, whatever its value.',
  DoesNotExist: 'The label is not there.',
})

/** How labels of nodes are compared. */
export const nodeOperators: FieldType = oneOf({
  In: 'The value is one of those listed.',
  NotIn: 'The value is none of those listed.',
  Exists: 'The label is there, whatever its value.',
  DoesNotExist: 'The label is not there.',
  Gt: 'The value is a greater number than the one listed.',
  Lt: 'The value is a smaller number than the one listed.',
})

/** What a volume may be used for at the same time. */
export const accessModes: FieldType = usually({
  ReadWriteOnce: 'Read and written on one node.',
  ReadOnlyMany: 'Read on many nodes.',
  ReadWriteMany: 'Read and written on many nodes.',
  ReadWriteOncePod: 'Read and written by one pod.',
})

/** Where a profile that limits a container comes from. */
export const profileTypes: FieldType = oneOf({
  RuntimeDefault: 'The profile that the container runtime brings.',
  Localhost: 'A profile that lies on the node.',
  Unconfined: 'No limits.',
})
