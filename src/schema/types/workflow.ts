import {
  any,
  atMostOne,
  boolean,
  count,
  duration,
  expression,
  field,
  integer,
  intOrText,
  list,
  longCount,
  map,
  object,
  oneOf,
  ref,
  required,
  template,
  text,
  textOf,
  type TypeTable,
  usually,
} from '../notation.ts'
import { artifactGcStrategies } from './enums.ts'

/** Kinds with their spec: everything about a workflow as a whole. */
export const workflowTypes: TypeTable = {
  Workflow: object('One run: it starts as soon as the cluster has it.', {
    apiVersion: required(
      oneOf({ 'argoproj.io/v1alpha1': 'The one version of the API.' }),
      'Version of the API that the manifest is written for.',
    ),
    kind: required(
      oneOf({ Workflow: 'A run.' }),
      'What the manifest describes; here a single run.',
    ),
    metadata: required(ref('ObjectMeta'), 'Name, labels and annotations of the run.'),
    spec: required(ref('WorkflowSpec'), 'What is to run, and how.'),
    status: field(map(any), 'How far the run is; Argo writes it, so leave it out of a manifest.'),
  }),
  WorkflowTemplate: object(
    'A library of templates in one namespace, which workflows refer to or start from.',
    {
      apiVersion: required(
        oneOf({ 'argoproj.io/v1alpha1': 'The one version of the API.' }),
        'Version of the API that the library is written for.',
      ),
      kind: required(
        oneOf({ WorkflowTemplate: 'A library for one namespace.' }),
        'What the manifest describes; here a library of templates.',
      ),
      metadata: required(
        ref('ObjectMeta'),
        'Name of the library, by which `templateRef` finds it, with labels and annotations.',
      ),
      spec: required(
        ref('WorkflowSpec'),
        'The templates, and defaults for workflows that start from them.',
      ),
    },
  ),
  ClusterWorkflowTemplate: object(
    'A library of templates that every namespace of the cluster can use.',
    {
      apiVersion: required(
        oneOf({ 'argoproj.io/v1alpha1': 'The one version of the API.' }),
        'Version of the API that this library is written for.',
      ),
      kind: required(
        oneOf({ ClusterWorkflowTemplate: 'A library for the whole cluster.' }),
        'What the manifest describes; here a library for all namespaces.',
      ),
      metadata: required(
        ref('ObjectMeta'),
        'Name of the library for the whole cluster; it has no namespace.',
      ),
      spec: required(
        ref('WorkflowSpec'),
        'The templates that all namespaces share, and defaults for what starts from them.',
      ),
    },
  ),
  WorkflowSpec: object(
    'What a workflow runs, and the rules that hold for all of it.',
    {
      entrypoint: field(
        template,
        'Template with which the workflow starts; only libraries can do without.',
        { example: 'main' },
      ),
      arguments: field(
        ref('Arguments'),
        'Parameters and artifacts of the whole workflow, given when it is submitted.',
      ),
      templates: field(list(ref('Template')), 'All templates of the workflow, in any order.'),
      workflowTemplateRef: field(
        ref('WorkflowTemplateRef'),
        'Takes the whole spec from a library instead of listing templates here.',
      ),
      templateDefaults: field(
        ref('Template'),
        'Fields that every template gets which does not set them itself.',
      ),
      onExit: field(template, 'Template that runs at the end, however the workflow went.'),
      hooks: field(
        map(ref('LifecycleHook'), {
          exit: 'Runs at the end, however the workflow went.',
          running: 'Runs when its expression becomes true while the workflow goes on.',
        }),
        'Templates that run at certain moments; all but `exit` need an expression.',
      ),
      activeDeadlineSeconds: field(
        longCount,
        'Seconds that the whole workflow may take before Argo ends it as failed.',
      ),
      parallelism: field(
        { kind: 'integer', size: 'int64', min: 1 },
        'How many pods of this workflow may run at once; without it there is no limit.',
      ),
      retryStrategy: field(
        ref('RetryStrategy'),
        'How templates are tried again that have no strategy of their own.',
      ),
      synchronization: field(
        ref('Synchronization'),
        'Locks that the workflow holds from its start to its end.',
      ),
      priority: field(integer, 'Rank among waiting workflows: higher ones start first.', {
        default: '0',
      }),
      suspend: field(boolean, 'Begins no new step until somebody resumes the workflow.', {
        default: 'false',
      }),
      shutdown: field(
        oneOf({
          Stop: 'Ends the steps, then runs exit handlers.',
          Terminate: 'Ends everything at once, without exit handlers.',
        }),
        'Asks a running workflow to end; it is not for manifests at rest.',
      ),
      ttlStrategy: field(
        ref('TTLStrategy'),
        'When a finished workflow is deleted from the cluster.',
      ),
      podGC: field(ref('PodGC'), 'When finished pods are deleted.'),
      artifactGC: field(
        ref('WorkflowLevelArtifactGC'),
        'When stored artifacts are deleted, unless an artifact says otherwise.',
        { since: '3.5' },
      ),
      artifactRepositoryRef: field(
        ref('ArtifactRepositoryRef'),
        'Which artifact repository is used in place of the default one.',
      ),
      archiveLogs: field(boolean, 'Stores the logs of all containers as artifacts.'),
      metrics: field(ref('Metrics'), 'Metrics about the workflow as a whole.'),
      serviceAccountName: field(text, 'Service account under which all pods run.', {
        default: 'default',
      }),
      automountServiceAccountToken: field(
        boolean,
        'Whether pods get the token of their service account; without it, `executor.serviceAccountName` is needed.',
        { default: 'true' },
      ),
      executor: field(
        ref('ExecutorConfig'),
        'Settings of the container that Argo adds to each pod.',
      ),
      workflowMetadata: field(
        ref('WorkflowMetadata'),
        'Labels and annotations that a workflow gets which starts from this library.',
      ),
      podMetadata: field(ref('Metadata'), 'Labels and annotations of every pod.'),
      volumes: field(list(ref('Volume')), 'Volumes that the containers of any template can mount.'),
      volumeClaimTemplates: field(
        list(ref('PersistentVolumeClaim')),
        'Claims that are made for each run and can be mounted by their name.',
      ),
      volumeClaimGC: field(ref('VolumeClaimGC'), 'When the claims made for a run are deleted.'),
      imagePullSecrets: field(
        list(ref('LocalObjectReference')),
        'Secrets with the credentials for private image registries.',
      ),
      nodeSelector: field(
        map(text),
        'Labels that a node must have for pods to run there; a template’s own count more.',
      ),
      affinity: field(
        ref('Affinity'),
        'Rules about which nodes and neighbours pods want or avoid.',
      ),
      tolerations: field(list(ref('Toleration')), 'Taints of nodes that pods put up with.'),
      schedulerName: field(text, 'Scheduler that places the pods, when it is not the usual one.'),
      podPriorityClassName: field(
        text,
        'Priority class of all pods, by which the cluster evicts and places them.',
      ),
      podPriority: field(integer, 'Priority of all pods as a number.', {
        until: '3.7',
        deprecated: 'Write `podPriorityClassName` instead.',
      }),
      podResources: field(
        ref('ResourceRequirements'),
        'Resources that the containers of each pod share.',
        { since: '4.1' },
      ),
      resourceClaims: field(
        list(ref('PodResourceClaim')),
        'Claims for devices that every pod may use.',
        { since: '4.1' },
      ),
      podDisruptionBudget: field(
        ref('PodDisruptionBudgetSpec'),
        'Keeps the cluster from evicting pods while the workflow runs.',
      ),
      podSpecPatch: field(
        textOf('yaml'),
        'A patch, as YAML or JSON text, that is merged into the spec of every pod.',
      ),
      securityContext: field(
        ref('PodSecurityContext'),
        'Users, groups and kernel settings of all pods.',
      ),
      hostNetwork: field(boolean, 'Gives pods the network of their node instead of their own.', {
        default: 'false',
      }),
      hostAliases: field(
        list(ref('HostAlias')),
        'Lines that are added to `/etc/hosts` of every pod.',
      ),
      dnsPolicy: field(
        oneOf({
          ClusterFirst: 'Cluster names first, then those of the node.',
          ClusterFirstWithHostNet: 'As `ClusterFirst`, for pods on the network of their node.',
          Default: 'As the node does it.',
          None: 'Only what `dnsConfig` says.',
        }),
        'How pods look up names.',
        { default: 'ClusterFirst' },
      ),
      dnsConfig: field(
        ref('PodDNSConfig'),
        'Name servers and search domains beside those of the policy.',
      ),
      executorPlugins: field(
        list(ref('ExecutorPlugin')),
        'Plugins that run in the agent of this workflow; the controller has to allow them.',
        { since: '4.1' },
      ),
    },
    atMostOne('templates', 'workflowTemplateRef'),
  ),
  WorkflowMetadata: object('Labels and annotations for workflows that start from a library.', {
    labels: field(map(text), 'Labels that each started workflow gets.'),
    annotations: field(map(text), 'Annotations that each started workflow gets.'),
    labelsFrom: field(
      map(ref('LabelValueFrom')),
      'Labels whose value is computed when the workflow starts.',
    ),
  }),
  LabelValueFrom: object('Where the value of a label comes from.', {
    expression: required(
      expression,
      'Expression over the workflow that gives the value of the label.',
      { example: 'workflow.parameters.team' },
    ),
  }),
  WorkflowTemplateRef: object('The library that a workflow starts from.', {
    name: field(text, 'Name of the WorkflowTemplate, or of the ClusterWorkflowTemplate.'),
    clusterScope: field(
      boolean,
      'Looks for a ClusterWorkflowTemplate instead of one in the namespace.',
      { default: 'false' },
    ),
  }),
  TTLStrategy: object('For how many seconds a finished workflow is kept.', {
    secondsAfterCompletion: field(
      count,
      'Seconds after the end, however it ended, when the two below do not say it.',
    ),
    secondsAfterSuccess: field(count, 'Seconds after the end of a workflow that succeeded.'),
    secondsAfterFailure: field(count, 'Seconds after the end of a workflow that failed.'),
  }),
  PodGC: object('When finished pods are deleted.', {
    strategy: field(
      oneOf({
        OnPodCompletion: 'As soon as a pod has ended.',
        OnPodSuccess: 'As soon as a pod has succeeded.',
        OnWorkflowCompletion: 'When the workflow has ended.',
        OnWorkflowSuccess: 'When the workflow has succeeded.',
      }),
      'What has to have happened before pods go; without it they stay.',
    ),
    labelSelector: field(ref('LabelSelector'), 'Only pods with these labels go.'),
    deleteDelayDuration: field(duration, 'How long after that moment pods are kept.', {
      since: '3.5',
      default: '5s',
    }),
  }),
  VolumeClaimGC: object('When claims made for a run are deleted.', {
    strategy: field(
      oneOf({
        OnWorkflowCompletion: 'When the run has ended.',
        OnWorkflowSuccess: 'Only when it succeeded, so that a failed run can be looked into.',
      }),
      'How the run must have ended before its claims go.',
      { default: 'OnWorkflowSuccess' },
    ),
  }),
  WorkflowLevelArtifactGC: object(
    'When artifacts of a workflow are deleted from their store, and by which pods.',
    {
      strategy: field(
        artifactGcStrategies,
        'When artifacts go that have no strategy of their own.',
        { default: 'Never' },
      ),
      serviceAccountName: field(text, 'Service account of the pods that delete artifacts.'),
      podMetadata: field(
        ref('Metadata'),
        'Labels and annotations of the pods that delete artifacts.',
      ),
      podSpecPatch: field(
        textOf('yaml'),
        'A patch, as YAML or JSON text, for the spec of the pods that delete artifacts.',
      ),
      forceFinalizerRemoval: field(
        boolean,
        'Lets the workflow be deleted even when deleting its artifacts failed.',
        { default: 'false' },
      ),
    },
  ),
  ExecutorConfig: object('Settings of the container that Argo adds to each pod.', {
    serviceAccountName: field(
      text,
      'Service account that the added container uses in place of the pod’s.',
    ),
  }),
  ExecutorPlugin: object('A plugin that runs as a sidecar of the workflow’s agent.', {
    metadata: required(ref('ObjectMeta'), 'Name of the plugin, by which templates call it.'),
    spec: required(ref('ExecutorPluginSpec'), 'How the plugin runs.'),
  }),
  ExecutorPluginSpec: object('How a plugin runs.', {
    sidecar: required(ref('ExecutorPluginSidecar'), 'The container that serves the plugin.'),
  }),
  ExecutorPluginSidecar: object('The container of a plugin.', {
    container: required(
      ref('Container'),
      'Image, port and resources of the plugin; one port is needed.',
    ),
    automountServiceAccountToken: field(
      boolean,
      'Whether the plugin gets the token of a service account named for it.',
      { default: 'false' },
    ),
  }),
  PodDisruptionBudgetSpec: object(
    'How many pods of a workflow the cluster may evict.',
    {
      minAvailable: field(intOrText, 'Pods that must keep running, as a number or a percentage.', {
        example: '100%',
      }),
      maxUnavailable: field(
        intOrText,
        'Pods that may be gone at a time, as a number or a percentage.',
      ),
      selector: field(
        ref('LabelSelector'),
        'Pods that are meant; Argo fills in those of this workflow.',
      ),
      unhealthyPodEvictionPolicy: field(
        usually({
          IfHealthyBudget: 'Pods that are not ready may go only while enough are ready.',
          AlwaysAllow: 'Pods that are not ready may always go.',
        }),
        'What counts for pods that run but are not ready.',
        { since: '3.6', default: 'IfHealthyBudget' },
      ),
    },
    atMostOne('minAvailable', 'maxUnavailable'),
  ),
  ArtifactRepositoryRef: object('Which entry of a ConfigMap describes the artifact repository.', {
    configMap: field(text, 'Name of the ConfigMap.', { default: 'artifact-repositories' }),
    key: field(
      text,
      'Entry of the ConfigMap; without it the one that is annotated as the default.',
    ),
  }),
}
