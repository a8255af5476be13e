import type { Field, FieldType } from '../model.ts'
import {
  exactlyOne,
  field,
  list,
  long,
  object,
  oneOf,
  ref,
  required,
  text,
  type TypeTable,
} from '../notation.ts'
import { nodeOperators } from './enums.ts'

const weight: FieldType = { kind: 'integer', min: 1, max: 100 }
const podTerms: Readonly<Record<string, Field>> = {
  requiredDuringSchedulingIgnoredDuringExecution: field(
    list(ref('PodAffinityTerm')),
    'Neighbours that must be there, or must not, or the pod waits.',
  ),
  preferredDuringSchedulingIgnoredDuringExecution: field(
    list(ref('WeightedPodAffinityTerm')),
    'Neighbours that count for a node, or against it.',
  ),
}

/** Where pods run, and how they look up names. */
export const podsTypes: TypeTable = {
  Affinity: object('Which nodes and neighbours a pod wants or avoids.', {
    nodeAffinity: field(ref('NodeAffinity'), 'Which nodes it wants.'),
    podAffinity: field(ref('PodAffinity'), 'Near which pods it wants to be.'),
    podAntiAffinity: field(ref('PodAntiAffinity'), 'Which pods it keeps away from.'),
  }),
  NodeAffinity: object('Which nodes a pod wants.', {
    requiredDuringSchedulingIgnoredDuringExecution: field(
      ref('NodeSelector'),
      'What a node must be, or the pod waits.',
    ),
    preferredDuringSchedulingIgnoredDuringExecution: field(
      list(ref('PreferredSchedulingTerm')),
      'What counts for a node, with how much.',
    ),
  }),
  NodeSelector: object('Conditions of which a node has to meet one.', {
    nodeSelectorTerms: required(
      list(ref('NodeSelectorTerm')),
      'Sets of conditions; one whole set has to hold.',
    ),
  }),
  NodeSelectorTerm: object('Conditions that a node has to meet all.', {
    matchExpressions: field(
      list(ref('NodeSelectorRequirement')),
      'Conditions about labels of the node.',
    ),
    matchFields: field(
      list(ref('NodeSelectorRequirement')),
      'Conditions about fields of the node, as its name.',
    ),
  }),
  NodeSelectorRequirement: object('A condition about a node.', {
    key: required(text, 'Label or field of the node.', { example: 'kubernetes.io/arch' }),
    operator: required(nodeOperators, 'How it is compared.'),
    values: field(list(text), 'Values to compare with; none for `Exists` and `DoesNotExist`.'),
  }),
  PreferredSchedulingTerm: object('What counts for a node, with how much.', {
    weight: required(weight, 'How much it counts, from 1 to 100.'),
    preference: required(ref('NodeSelectorTerm'), 'The conditions that count.'),
  }),
  PodAffinity: object('Near which pods a pod wants to be.', podTerms),
  PodAntiAffinity: object('Which pods a pod keeps away from.', podTerms),
  PodAffinityTerm: object('Which pods are meant, and what near is.', {
    topologyKey: required(text, 'Label of nodes whose value says what is near: equal values are.', {
      example: 'kubernetes.io/hostname',
    }),
    labelSelector: field(ref('LabelSelector'), 'Which pods, by their labels.'),
    namespaces: field(
      list(text),
      'Namespaces of those pods; without it and the next that of the pod itself.',
    ),
    namespaceSelector: field(ref('LabelSelector'), 'Namespaces of those pods, by their labels.'),
    matchLabelKeys: field(list(text), 'Labels in which those pods must equal this one.', {
      since: '3.6',
    }),
    mismatchLabelKeys: field(list(text), 'Labels in which those pods must differ from this one.', {
      since: '3.6',
    }),
  }),
  WeightedPodAffinityTerm: object('Neighbours that count, with how much.', {
    weight: required(weight, 'How much the neighbours count, from 1 to 100.'),
    podAffinityTerm: required(ref('PodAffinityTerm'), 'The neighbours that count.'),
  }),
  Toleration: object('A taint of nodes that a pod puts up with.', {
    key: field(text, 'Key of the taint; without it, and with `Exists`, every taint.'),
    operator: field(
      oneOf({ Equal: 'Key and value are equal.', Exists: 'The key is there, whatever its value.' }),
      'How the taint is compared.',
      { default: 'Equal' },
    ),
    value: field(text, 'Value of the taint; none with `Exists`.'),
    effect: field(
      oneOf({
        NoSchedule: 'No new pods.',
        PreferNoSchedule: 'New pods only if need be.',
        NoExecute: 'No pods at all.',
      }),
      'What the taint does; without it, whatever it does.',
    ),
    tolerationSeconds: field(
      long,
      'Seconds for which it stays in spite of `NoExecute`; without it for ever.',
    ),
  }),
  HostAlias: object('A line of `/etc/hosts`.', {
    ip: required(text, 'The address.'),
    hostnames: field(list(text), 'Names for the address.'),
  }),
  PodDNSConfig: object('How a pod looks up names, beside its policy.', {
    nameservers: field(list(text), 'Addresses of name servers.'),
    searches: field(list(text), 'Domains in which short names are looked for.'),
    options: field(list(ref('PodDNSConfigOption')), 'Options of the resolver.'),
  }),
  PodDNSConfigOption: object('An option of the resolver.', {
    name: field(text, 'Name of the option.', { example: 'ndots' }),
    value: field(text, 'Value of the option, as text.'),
  }),
  PodResourceClaim: object(
    'A claim for devices.',
    {
      name: required(text, 'Name by which containers refer to the claim.'),
      resourceClaimName: field(text, 'A claim that is there already.'),
      resourceClaimTemplateName: field(text, 'A template from which a claim is made for the pod.'),
    },
    exactlyOne('resourceClaimName', 'resourceClaimTemplateName'),
  ),
}
