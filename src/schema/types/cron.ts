import {
  map,
  any,
  boolean,
  count,
  expression,
  field,
  list,
  longCount,
  object,
  oneOf,
  ref,
  required,
  textOf,
  type TypeTable,
} from '../notation.ts'

/** Workflows that start on a schedule. */
export const cronTypes: TypeTable = {
  CronWorkflow: object('A workflow that is started again and again on a schedule.', {
    apiVersion: required(
      oneOf({ 'argoproj.io/v1alpha1': 'The one version of the API.' }),
      'Version of the API that the schedule is written for.',
    ),
    kind: required(
      oneOf({ CronWorkflow: 'A schedule with its workflow.' }),
      'What the manifest describes; here a schedule with its workflow.',
    ),
    metadata: required(
      ref('ObjectMeta'),
      'Name of the schedule, of at most 52 characters, as runs add a number to it.',
    ),
    spec: required(ref('CronWorkflowSpec'), 'When runs start, and what they run.'),
    status: field(map(any), 'When it last ran; Argo writes it, so leave it out of the manifest.'),
  }),
  CronWorkflowSpec: object('When runs start, and what they run.', {
    schedules: required(
      list(textOf('cron')),
      'One or more times to start, in five cron fields or as `@daily` and its like.',
      { since: '3.6', example: '0 3 * * *' },
    ),
    schedule: field(textOf('cron'), 'The one time to start, in five cron fields.', {
      until: '4.0',
      deprecated: 'Write a list under `schedules` instead.',
    }),
    timezone: field(
      textOf('timezone'),
      'Time zone in which the schedules are read; without it that of the controller.',
      { example: 'Europe/Berlin' },
    ),
    workflowSpec: required(ref('WorkflowSpec'), 'The workflow that each run is.'),
    workflowMetadata: field(ref('ObjectMeta'), 'Labels and annotations of each run.'),
    suspend: field(boolean, 'Starts nothing until it is taken away or set to false.', {
      default: 'false',
    }),
    concurrencyPolicy: field(
      oneOf({
        Allow: 'Runs may overlap.',
        Forbid: 'A new run is left out while one goes on.',
        Replace: 'A new run ends the one that goes on.',
      }),
      'What happens when it is time and the last run still goes on.',
      { default: 'Allow' },
    ),
    startingDeadlineSeconds: field(
      longCount,
      'Seconds for which a start that was missed is made up for.',
      { default: '0' },
    ),
    when: field(expression, 'Expression that has to be true for a run to start.', {
      since: '3.6',
      example: '{{= now().Sub(cronworkflow.lastScheduledTime).Seconds() > 1800 }}',
    }),
    stopStrategy: field(ref('StopStrategy'), 'When no more runs are started.', { since: '3.6' }),
    successfulJobsHistoryLimit: field(count, 'How many runs that succeeded are kept.', {
      default: '3',
    }),
    failedJobsHistoryLimit: field(count, 'How many runs that failed are kept.', { default: '1' }),
  }),
  StopStrategy: object('When no more runs are started.', {
    expression: required(
      expression,
      'Expression over the counts of runs so far that ends the schedule once it is true.',
      { example: 'cronworkflow.failed >= 3' },
    ),
  }),
}
