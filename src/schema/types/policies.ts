import {
  boolean,
  field,
  list,
  number,
  object,
  ref,
  required,
  text,
  type TypeTable,
} from '../notation.ts'

/** TODO. */
export const policiesTypes: TypeTable = {
  Synchronization: object('', {
    mutexes: field(list(ref('Mutex')), ''),
    semaphores: field(list(ref('SemaphoreRef')), ''),
  }),
  Mutex: object('', {
    database: field(boolean, ''),
    name: field(text, ''),
    namespace: field(text, ''),
  }),
  SemaphoreRef: object('', {
    configMapKeyRef: field(ref('ConfigMapKeySelector'), ''),
    database: field(ref('SyncDatabaseRef'), ''),
    namespace: field(text, ''),
  }),
  SyncDatabaseRef: object('', {
    key: required(text, ''),
  }),
  Memoize: object('', {
    cache: required(ref('Cache'), ''),
    key: required(text, ''),
    maxAge: required(text, ''),
  }),
  Cache: object('', {
    configMap: required(ref('LocalObjectReference'), ''),
  }),
  Metrics: object('', {
    prometheus: required(list(ref('Prometheus')), ''),
  }),
  Prometheus: object('', {
    counter: field(ref('Counter'), ''),
    gauge: field(ref('Gauge'), ''),
    help: required(text, ''),
    histogram: field(ref('Histogram'), ''),
    labels: field(list(ref('MetricLabel')), ''),
    name: required(text, ''),
    when: field(text, ''),
  }),
  Counter: object('', {
    value: required(text, ''),
  }),
  Gauge: object('', {
    operation: field(text, ''),
    realtime: required(boolean, ''),
    value: required(text, ''),
  }),
  Histogram: object('', {
    buckets: required(list(number), ''),
    value: required(text, ''),
  }),
  MetricLabel: object('', {
    key: required(text, ''),
    value: required(text, ''),
  }),
}
