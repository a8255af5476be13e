import {
  any,
  boolean,
  field,
  integer,
  list,
  object,
  ref,
  required,
  text,
  type TypeTable,
} from '../notation.ts'

/** TODO. */
export const cronTypes: TypeTable = {
  CronWorkflow: object('', {
    apiVersion: field(text, ''),
    kind: field(text, ''),
    metadata: required(ref('ObjectMeta'), ''),
    spec: required(ref('CronWorkflowSpec'), ''),
    status: field(any, ''),
  }),
  CronWorkflowSpec: object('', {
    concurrencyPolicy: field(text, ''),
    failedJobsHistoryLimit: field(integer, ''),
    schedules: required(list(text), ''),
    startingDeadlineSeconds: field(integer, ''),
    stopStrategy: field(ref('StopStrategy'), ''),
    successfulJobsHistoryLimit: field(integer, ''),
    suspend: field(boolean, ''),
    timezone: field(text, ''),
    when: field(text, ''),
    workflowMetadata: field(ref('ObjectMeta'), ''),
    workflowSpec: required(ref('WorkflowSpec'), ''),
  }),
  StopStrategy: object('', {
    expression: required(text, ''),
  }),
}
