import {
  any,
  boolean,
  field,
  list,
  long,
  map,
  object,
  ref,
  required,
  text,
  textOf,
  type TypeTable,
} from '../notation.ts'
import { labelOperators } from './enums.ts'

/** What every object of Kubernetes has. */
export const metaTypes: TypeTable = {
  ObjectMeta: object('Name, namespace, labels and annotations of an object.', {
    name: field(text, 'Name of the object, once in its namespace.', { example: 'nightly-report' }),
    generateName: field(
      text,
      'Beginning of a name that Kubernetes completes, so that each run gets its own.',
      { example: 'nightly-report-' },
    ),
    namespace: field(
      text,
      'Namespace in which the object lives; without it where it is submitted.',
    ),
    labels: field(map(text), 'Short facts by which objects are found.'),
    annotations: field(
      map(text, {
        'workflows.argoproj.io/title': 'Title that Argo’s pages show in place of the name.',
        'workflows.argoproj.io/description': 'Description that Argo’s pages show, in Markdown.',
      }),
      'Longer notes that nobody searches by.',
    ),
    finalizers: field(
      list(text),
      'Names of cleanups that hold the object back from being deleted until they are done.',
    ),
    ownerReferences: field(list(ref('OwnerReference')), 'Objects with which this one is deleted.'),
    creationTimestamp: field(textOf('time'), 'When the object was made; the cluster writes it.'),
    deletionTimestamp: field(textOf('time'), 'When the object is to go; the cluster writes it.'),
    deletionGracePeriodSeconds: field(
      long,
      'Seconds that the object may take to end; the cluster writes it.',
    ),
    generation: field(long, 'Number of the current wish; the cluster counts it.'),
    resourceVersion: field(text, 'Version that the cluster compares to notice competing changes.'),
    uid: field(text, 'Identity that the cluster gave the object.'),
    selfLink: field(text, 'Address of the object in old clusters.', {
      deprecated: 'Leave it out: nothing reads it.',
    }),
    managedFields: field(
      list(ref('ManagedFieldsEntry')),
      'Who set which field; the cluster keeps these notes.',
    ),
  }),
  OwnerReference: object('An object with which another one is deleted.', {
    apiVersion: required(text, 'API version of the owner.'),
    kind: required(text, 'Kind of the owner.'),
    name: required(text, 'Name of the owner.'),
    uid: required(text, 'Identity of the owner in the cluster.'),
    controller: field(boolean, 'Whether the owner is the one that manages the object.'),
    blockOwnerDeletion: field(
      boolean,
      'Whether the owner waits with its own end for this object to go.',
    ),
  }),
  ManagedFieldsEntry: object('Which fields somebody set, as the cluster notes it.', {
    manager: field(text, 'Program that set the fields.'),
    operation: field(text, 'Whether it applied or updated.'),
    apiVersion: field(text, 'API version of the fields.'),
    time: field(textOf('time'), 'When they were set.'),
    fieldsType: field(text, 'Format of the list below.'),
    fieldsV1: field(any, 'The fields as a tree of keys.'),
    subresource: field(text, 'Part of the object that was written, as its status.'),
  }),
  Metadata: object('Labels and annotations of pods.', {
    labels: field(map(text), 'Labels that the pods get.'),
    annotations: field(map(text), 'Annotations that the pods get.'),
  }),
  LabelSelector: object('Which objects are meant, by their labels; all conditions must hold.', {
    matchLabels: field(map(text), 'Labels that have to be there with exactly these values.'),
    matchExpressions: field(
      list(ref('LabelSelectorRequirement')),
      'Conditions about labels beyond equal values.',
    ),
  }),
  LabelSelectorRequirement: object('A condition about one label.', {
    key: required(text, 'The label.'),
    operator: required(labelOperators, 'How the label is compared.'),
    values: field(list(text), 'Values for `In` and `NotIn`; none for the other operators.'),
  }),
}
