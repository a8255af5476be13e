import {
  any,
  atMostOne,
  boolean,
  duration,
  exactlyOne,
  expression,
  field,
  intOrText,
  list,
  map,
  object,
  oneOf,
  ref,
  required,
  template,
  text,
  textOf,
  type TypeTable,
} from '../notation.ts'

const hooks = map(ref('LifecycleHook'), {
  exit: 'Runs when the step has ended, however it went.',
  running: 'Runs when its expression becomes true while the step goes on.',
})

/** Steps, tasks, and what steers them. */
export const flowTypes: TypeTable = {
  WorkflowStep: object(
    'A step of a lane: it calls a template, with arguments, perhaps on a condition or several times.',
    {
      name: field(text, 'Name of the step, once among all steps of its template.', {
        example: 'build',
      }),
      template: field(template, 'Template of this manifest that the step calls.'),
      templateRef: field(ref('TemplateRef'), 'Template of another manifest that the step calls.'),
      inline: field(ref('Template'), 'A template written right here, which only this step uses.'),
      arguments: field(ref('Arguments'), 'Values for the inputs of the called template.'),
      when: field(
        textOf('condition'),
        'Condition that has to be true for the step to run; otherwise it is skipped.',
        { example: `'"{{steps.flip.outputs.result}}" == "heads"'` },
      ),
      withItems: field(
        list(any),
        'Runs the step once for each item of this list, all at the same time.',
      ),
      withParam: field(
        text,
        'Runs the step once for each item of a JSON list, usually the output of an earlier step.',
        { example: "'{{steps.list.outputs.result}}'" },
      ),
      withSequence: field(ref('Sequence'), 'Runs the step once for each number of a range.'),
      continueOn: field(
        ref('ContinueOn'),
        'Goes on with the next lane though this step went wrong.',
      ),
      hooks: field(hooks, 'Templates that run at certain moments of the step.'),
      onExit: field(template, 'Template that runs when the step has ended.', {
        deprecated: 'Write `hooks.exit.template` instead.',
      }),
    },
    exactlyOne('template', 'templateRef', 'inline'),
    atMostOne('withItems', 'withParam', 'withSequence'),
    atMostOne('onExit', 'hooks.exit'),
  ),
  DAGTemplate: object('Tasks that run as soon as those that they depend on have ended.', {
    tasks: required(list(ref('DAGTask')), 'The tasks, in any order.'),
    target: field(
      text,
      'Names of the tasks that have to run, with blanks between; without it all that nothing depends on.',
    ),
    failFast: field(boolean, 'Starts no more tasks once one has failed.', { default: 'true' }),
  }),
  DAGTask: object(
    'A task of a dag: it calls a template once those tasks have ended that it depends on.',
    {
      name: required(
        text,
        'Name of the task, once in its dag; it may not begin with a digit if others depend on it.',
        { example: 'test' },
      ),
      template: field(template, 'Template of this manifest that the task calls.'),
      templateRef: field(ref('TemplateRef'), 'Template of another manifest that the task calls.'),
      inline: field(ref('Template'), 'A template written right here, which only this task uses.'),
      dependencies: field(
        list(textOf('task')),
        'Tasks that must have succeeded, or were skipped, before this one starts.',
      ),
      depends: field(
        textOf('depends'),
        'Tasks with their results, joined by `&&`, `||` and `!`, that decide whether this one starts.',
        { example: 'build && (test.Succeeded || test.Skipped)' },
      ),
      arguments: field(
        ref('Arguments'),
        'Values for the inputs of the template that the task calls.',
      ),
      when: field(
        textOf('condition'),
        'Condition that has to be true for the task to run; otherwise it is skipped.',
        { example: `'"{{tasks.flip.outputs.result}}" == "heads"'` },
      ),
      withItems: field(
        list(any),
        'Runs the task once for each item of this list, all at the same time.',
      ),
      withParam: field(
        text,
        'Runs the task once for each item of a JSON list, usually the output of another task.',
        { example: "'{{tasks.list.outputs.result}}'" },
      ),
      withSequence: field(ref('Sequence'), 'Runs the task once for each number of a range.'),
      continueOn: field(
        ref('ContinueOn'),
        'Lets tasks that depend on this one start though it went wrong; not together with `depends`.',
      ),
      hooks: field(hooks, 'Templates that run at certain moments of the task.'),
      onExit: field(template, 'Template that runs when the task has ended.', {
        deprecated: 'Write `hooks.exit.template` for the task instead.',
      }),
    },
    exactlyOne('template', 'templateRef', 'inline'),
    atMostOne('withItems', 'withParam', 'withSequence'),
    atMostOne('depends', 'dependencies'),
    atMostOne('depends', 'continueOn'),
    atMostOne('onExit', 'hooks.exit'),
  ),
  TemplateRef: object('A template of another manifest.', {
    name: field(
      text,
      'Name of the WorkflowTemplate, or ClusterWorkflowTemplate, that has the template.',
    ),
    template: field(text, 'Name of the template there.'),
    clusterScope: field(
      boolean,
      'Looks in a ClusterWorkflowTemplate instead of a WorkflowTemplate.',
      { default: 'false' },
    ),
  }),
  ContinueOn: object('What may go wrong without stopping the rest.', {
    failed: field(boolean, 'Goes on when the program ended as failed.', { default: 'false' }),
    error: field(boolean, 'Goes on when Argo or the cluster could not run it to its end.', {
      default: 'false',
    }),
  }),
  LifecycleHook: object(
    'A template that runs at a certain moment.',
    {
      template: field(template, 'Template of this manifest that the hook calls.'),
      templateRef: field(ref('TemplateRef'), 'Template of another manifest that the hook calls.'),
      expression: field(
        expression,
        'When the hook runs: once it is true; only `exit` needs none.',
        { example: 'workflow.status == "Running"' },
      ),
      arguments: field(
        ref('Arguments'),
        'Values for the inputs of the template that the hook calls.',
      ),
    },
    exactlyOne('template', 'templateRef'),
  ),
  Sequence: object(
    'A range of numbers, each of which becomes an `{{item}}`.',
    {
      count: field(intOrText, 'How many numbers there are, from `start` on.', { example: '5' }),
      start: field(intOrText, 'The first number.', { default: '0' }),
      end: field(
        intOrText,
        'The last number, which belongs to the range; a smaller one than `start` counts down.',
      ),
      format: field(text, 'How a number is written, as `printf` has it.', {
        example: "'run-%03d'",
      }),
    },
    exactlyOne('count', 'end'),
  ),
  RetryStrategy: object('Whether and how often a template is tried again that went wrong.', {
    limit: field(
      intOrText,
      'How many more times are tried after the first; without it there is no end.',
      { example: '3' },
    ),
    retryPolicy: field(
      oneOf({
        OnFailure: 'When the program failed.',
        OnError: 'When Argo or the cluster could not run it.',
        OnTransientError: 'When the error is one that passes by itself.',
        Always: 'Whatever went wrong.',
      }),
      'Which kinds of trouble are tried again.',
      { default: 'OnFailure' },
    ),
    expression: field(expression, 'Tries again only while this is true of the last attempt.', {
      example: 'asInt(lastRetry.exitCode) != 2',
    }),
    backoff: field(ref('Backoff'), 'How long to wait between attempts.'),
    affinity: field(ref('RetryAffinity'), 'Where the next attempt should not run.'),
  }),
  Backoff: object('Waits that grow from attempt to attempt.', {
    duration: field(duration, 'How long the first wait is; a bare number is in seconds.', {
      example: '"10s"',
    }),
    factor: field(intOrText, 'By how much each wait is longer than the last.', {
      default: '1',
      example: '2',
    }),
    cap: field(duration, 'No single wait is longer than this.', { since: '3.7' }),
    maxDuration: field(duration, 'After this time in all, nothing is tried again.'),
  }),
  RetryAffinity: object('Where another attempt should run.', {
    nodeAntiAffinity: field(
      ref('RetryNodeAntiAffinity'),
      'Keeps away from nodes on which an attempt went wrong; write `{}`.',
    ),
  }),
  RetryNodeAntiAffinity: object(
    'Keeps away from nodes on which an attempt went wrong; it has no fields.',
    {},
  ),
}
