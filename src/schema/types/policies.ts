import {
  boolean,
  duration,
  exactlyOne,
  field,
  list,
  number,
  object,
  ref,
  required,
  text,
  textOf,
  type TypeTable,
  usually,
} from '../notation.ts'

/** Locks, kept results and metrics. */
export const policiesTypes: TypeTable = {
  Synchronization: object(
    'Locks that have to be free before something starts, and that it holds while it runs.',
    {
      mutexes: field(list(ref('Mutex')), 'Locks that one holder at a time can have.', {
        since: '3.6',
      }),
      semaphores: field(
        list(ref('SemaphoreRef')),
        'Locks that a set number of holders can have at a time.',
        { since: '3.6' },
      ),
      mutex: field(ref('Mutex'), 'The one mutex that is held.', {
        until: '4.0',
        deprecated: 'Write a list under `mutexes` instead, or nothing is locked.',
      }),
      semaphore: field(ref('SemaphoreRef'), 'The one semaphore that is held.', {
        until: '4.0',
        deprecated: 'Write a list under `semaphores` instead, or nothing is locked.',
      }),
    },
  ),
  Mutex: object('A lock that one holder at a time can have.', {
    name: field(text, 'Name of the lock: all that use it wait for each other.'),
    namespace: field(text, 'Namespace of the lock; without it that of the workflow.', {
      since: '3.5',
    }),
    database: field(boolean, 'Keeps the lock in a database that several clusters share.', {
      since: '3.7',
      default: 'false',
    }),
  }),
  SemaphoreRef: object(
    'A lock that a set number of holders can have at a time.',
    {
      configMapKeyRef: field(
        ref('ConfigMapKeySelector'),
        'Entry of a ConfigMap that says how many holders there may be.',
      ),
      database: field(
        ref('SyncDatabaseRef'),
        'Entry of a shared database that says how many holders there may be.',
        { since: '3.7' },
      ),
      namespace: field(text, 'Namespace of the ConfigMap; without it that of the workflow.', {
        since: '3.5',
      }),
    },
    exactlyOne('configMapKeyRef', 'database'),
  ),
  SyncDatabaseRef: object('An entry of the shared database of locks.', {
    key: required(text, 'Name of the semaphore in the database.'),
  }),
  Memoize: object('Keeps outputs for later calls with the same key.', {
    key: required(text, 'What has to be equal for the kept outputs to be used.', {
      example: "'{{inputs.parameters.commit}}'",
    }),
    cache: required(ref('Cache'), 'Where outputs are kept.'),
    maxAge: required(duration, 'How old outputs may be that are used again; empty for any age.', {
      example: '"24h"',
    }),
  }),
  Cache: object('Where outputs are kept.', {
    configMap: required(ref('CacheConfigMap'), 'ConfigMap that holds them; Argo makes it.'),
  }),
  CacheConfigMap: object('ConfigMap that holds outputs for later calls.', {
    name: field(text, 'Name of the ConfigMap with the kept outputs.'),
    key: field(text, 'Of no use: outputs are kept under the key of `memoize`.', {
      until: '4.0',
      deprecated: 'Nothing takes its place: the key of `memoize` is what counts.',
    }),
    optional: field(boolean, 'Of no use: Argo makes the ConfigMap.', {
      until: '4.0',
      deprecated: 'Nothing takes its place.',
    }),
  }),
  Metrics: object('Metrics that Argo gives to Prometheus.', {
    prometheus: required(list(ref('Prometheus')), 'The metrics, each with its kind and value.'),
  }),
  Prometheus: object(
    'A metric.',
    {
      name: required(text, 'Name of the metric; Prometheus sees it behind `argo_workflows_`.', {
        example: 'build_seconds',
      }),
      help: required(text, 'What the metric tells, in a few words for whoever reads it.'),
      labels: field(
        list(ref('MetricLabel')),
        'Labels of the metric; few values each, as every combination is a series.',
      ),
      when: field(
        textOf('condition'),
        'Condition that has to be true for the metric to be given.',
        { example: "'{{status}} == Failed'" },
      ),
      gauge: field(ref('Gauge'), 'A value that goes up and down.'),
      counter: field(ref('Counter'), 'A value that only grows.'),
      histogram: field(ref('Histogram'), 'How values are spread over ranges.'),
    },
    exactlyOne('gauge', 'counter', 'histogram'),
  ),
  MetricLabel: object('A label of a metric.', {
    key: required(text, 'Name of the label of the metric.'),
    value: required(text, 'Value of the label, usually a tag.'),
  }),
  Gauge: object('A value that goes up and down.', {
    value: required(text, 'The value, a number or a tag that gives one.', {
      example: "'{{duration}}'",
    }),
    realtime: required(boolean, 'Gives the value while the step runs, not only at its end.'),
    operation: field(
      usually({
        Set: 'The value is the new value.',
        Add: 'The value is added.',
        Sub: 'The value is subtracted.',
      }),
      'What is done with the value.',
      { since: '3.5', default: 'Set' },
    ),
  }),
  Counter: object('A value that only grows.', {
    value: required(text, 'What is added each time.', { example: "'1'" }),
  }),
  Histogram: object('How values are spread over ranges.', {
    value: required(text, 'The value that falls into one of the ranges.'),
    buckets: required(list(number), 'Upper ends of the ranges, smallest first.'),
  }),
}
