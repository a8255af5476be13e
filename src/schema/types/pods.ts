import { field, integer, list, object, ref, required, text, type TypeTable } from '../notation.ts'

/** TODO. */
export const podsTypes: TypeTable = {
  Affinity: object('', {
    nodeAffinity: field(ref('NodeAffinity'), ''),
    podAffinity: field(ref('PodAffinity'), ''),
    podAntiAffinity: field(ref('PodAntiAffinity'), ''),
  }),
  NodeAffinity: object('', {
    preferredDuringSchedulingIgnoredDuringExecution: field(
      list(ref('PreferredSchedulingTerm')),
      '',
    ),
    requiredDuringSchedulingIgnoredDuringExecution: field(ref('NodeSelector'), ''),
  }),
  NodeSelector: object('', {
    nodeSelectorTerms: required(list(ref('NodeSelectorTerm')), ''),
  }),
  NodeSelectorTerm: object('', {
    matchExpressions: field(list(ref('NodeSelectorRequirement')), ''),
    matchFields: field(list(ref('NodeSelectorRequirement')), ''),
  }),
  NodeSelectorRequirement: object('', {
    key: required(text, ''),
    operator: required(text, ''),
    values: field(list(text), ''),
  }),
  PreferredSchedulingTerm: object('', {
    preference: required(ref('NodeSelectorTerm'), ''),
    weight: required(integer, ''),
  }),
  PodAffinity: object('', {
    preferredDuringSchedulingIgnoredDuringExecution: field(
      list(ref('WeightedPodAffinityTerm')),
      '',
    ),
    requiredDuringSchedulingIgnoredDuringExecution: field(list(ref('PodAffinityTerm')), ''),
  }),
  PodAntiAffinity: object('', {
    preferredDuringSchedulingIgnoredDuringExecution: field(
      list(ref('WeightedPodAffinityTerm')),
      '',
    ),
    requiredDuringSchedulingIgnoredDuringExecution: field(list(ref('PodAffinityTerm')), ''),
  }),
  PodAffinityTerm: object('', {
    labelSelector: field(ref('LabelSelector'), ''),
    matchLabelKeys: field(list(text), ''),
    mismatchLabelKeys: field(list(text), ''),
    namespaceSelector: field(ref('LabelSelector'), ''),
    namespaces: field(list(text), ''),
    topologyKey: required(text, ''),
  }),
  WeightedPodAffinityTerm: object('', {
    podAffinityTerm: required(ref('PodAffinityTerm'), ''),
    weight: required(integer, ''),
  }),
  Toleration: object('', {
    effect: field(text, ''),
    key: field(text, ''),
    operator: field(text, ''),
    tolerationSeconds: field(integer, ''),
    value: field(text, ''),
  }),
  HostAlias: object('', {
    hostnames: field(list(text), ''),
    ip: required(text, ''),
  }),
  PodDNSConfig: object('', {
    nameservers: field(list(text), ''),
    options: field(list(ref('PodDNSConfigOption')), ''),
    searches: field(list(text), ''),
  }),
  PodDNSConfigOption: object('', {
    name: field(text, ''),
    value: field(text, ''),
  }),
  PodResourceClaim: object('', {
    name: required(text, ''),
    resourceClaimName: field(text, ''),
    resourceClaimTemplateName: field(text, ''),
  }),
}
