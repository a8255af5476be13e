import {
  any,
  atMostOne,
  boolean,
  count,
  duration,
  exactlyOne,
  expression,
  field,
  intOrText,
  list,
  longCount,
  map,
  multiline,
  object,
  oneOf,
  ref,
  required,
  text,
  textOf,
  type TypeTable,
  usually,
} from '../notation.ts'
import { artifactFields, artifactGroups } from './artifact.ts'

/** Templates, and their types that run no container of their own. */
export const templateTypes: TypeTable = {
  Template: object(
    'Something that can be run: its one type says what, the rest says how.',
    {
      name: field(text, 'Name by which steps, tasks and hooks call the template.', {
        example: 'build',
      }),
      inputs: field(ref('Inputs'), 'Parameters and artifacts that the template needs.'),
      outputs: field(ref('Outputs'), 'Parameters and artifacts that the template gives back.'),
      steps: field(
        list(list(ref('WorkflowStep'))),
        'Lanes one after the other; the steps of a lane run side by side.',
      ),
      dag: field(
        ref('DAGTemplate'),
        'Tasks that run as soon as those that they depend on have ended.',
      ),
      container: field(ref('Container'), 'A container that runs once.'),
      script: field(ref('ScriptTemplate'), 'A program whose source is written here.'),
      containerSet: field(
        ref('ContainerSetTemplate'),
        'Several containers in one pod, each started when others have ended.',
      ),
      suspend: field(ref('SuspendTemplate'), 'Waits for somebody to resume, or for some time.'),
      resource: field(
        ref('ResourceTemplate'),
        'Makes, changes or deletes an object of Kubernetes.',
      ),
      http: field(ref('HTTP'), 'Sends a request without a pod of its own.'),
      data: field(ref('Data'), 'Lists what is in a store, and filters the list.'),
      plugin: field(
        { kind: 'map', of: any, keys: [], single: true },
        'What a plugin of the cluster is asked to do, under the plugin’s name.',
      ),
      retryStrategy: field(ref('RetryStrategy'), 'Whether and how often it is tried again.'),
      timeout: field(
        duration,
        'How long it may take, waiting for a node included; not for steps and dag.',
        { example: '30m' },
      ),
      pendingTimeout: field(
        duration,
        'How long its pod may wait to be started; not for steps and dag.',
        { since: '4.1' },
      ),
      activeDeadlineSeconds: field(
        intOrText,
        'Seconds that its pod may run; not for steps and dag.',
      ),
      parallelism: field(
        { kind: 'integer', size: 'int64', min: 1 },
        'How many of its steps or tasks may run at once; only for steps and dag.',
      ),
      failFast: field(
        boolean,
        'Starts nothing more once one of its steps has failed; only for steps and dag.',
        { default: 'false' },
      ),
      memoize: field(
        ref('Memoize'),
        'Keeps the outputs, so that a later call with the same key need not run.',
      ),
      synchronization: field(
        ref('Synchronization'),
        'Locks that the template holds while it runs.',
      ),
      metrics: field(ref('Metrics'), 'Metrics about each run of the template.'),
      daemon: field(
        boolean,
        'Counts as done once it is ready, and runs on until the steps around it have ended.',
        { default: 'false' },
      ),
      metadata: field(ref('Metadata'), 'Labels and annotations of its pod.'),
      annotations: field(
        map(text, {
          'workflows.argoproj.io/title': 'Title that Argo’s pages show in place of the name.',
          'workflows.argoproj.io/description': 'Description that Argo’s pages show, in Markdown.',
        }),
        'Notes for Argo’s pages, such as a title and a description.',
        { since: '3.7' },
      ),
      serviceAccountName: field(
        text,
        'Service account of its pod; without it that of the workflow.',
      ),
      automountServiceAccountToken: field(
        boolean,
        'Whether its pod gets the token of its service account.',
      ),
      executor: field(
        ref('ExecutorConfig'),
        'Settings of the container that Argo adds to its pod.',
      ),
      volumes: field(list(ref('Volume')), 'Volumes for its pod beside those of the workflow.'),
      initContainers: field(
        list(ref('UserContainer')),
        'Containers that have to end before the main one starts.',
      ),
      sidecars: field(
        list(ref('UserContainer')),
        'Containers that run beside the main one and are ended with it.',
      ),
      nodeSelector: field(map(text), 'Labels that a node must have for its pod to run there.'),
      affinity: field(
        ref('Affinity'),
        'Rules about which nodes and neighbours its pod wants or avoids.',
      ),
      tolerations: field(list(ref('Toleration')), 'Taints of nodes that its pod puts up with.'),
      schedulerName: field(text, 'Scheduler that places its pod, when it is not the usual one.'),
      priorityClassName: field(text, 'Priority class of its pod.'),
      priority: field(count, 'Priority of its pod as a number.', {
        until: '3.7',
        deprecated: 'Write `priorityClassName` instead.',
      }),
      podResources: field(
        ref('ResourceRequirements'),
        'Resources that the containers of its pod share; not for http and plugin.',
        { since: '4.1' },
      ),
      resourceClaims: field(
        list(ref('PodResourceClaim')),
        'Claims for devices that its pod may use.',
        { since: '4.1' },
      ),
      securityContext: field(
        ref('PodSecurityContext'),
        'Users, groups and kernel settings of its pod.',
      ),
      hostAliases: field(
        list(ref('HostAlias')),
        'Lines that are added to `/etc/hosts` of its pod.',
      ),
      podSpecPatch: field(
        textOf('yaml'),
        'A patch, as YAML or JSON text, that is merged into the spec of its pod.',
      ),
      archiveLocation: field(
        ref('ArtifactLocation'),
        'Where its logs and artifacts are stored in place of the artifact repository.',
      ),
    },
    exactlyOne(
      'steps',
      'dag',
      'container',
      'script',
      'containerSet',
      'suspend',
      'resource',
      'http',
      'data',
      'plugin',
    ),
  ),
  SuspendTemplate: object('Waits; without a duration until somebody resumes.', {
    duration: field(
      duration,
      'How long it waits before it goes on by itself; a bare number is in seconds.',
      { example: '"1h"' },
    ),
  }),
  ResourceTemplate: object(
    'Makes, changes or deletes an object of Kubernetes, and may wait for what becomes of it.',
    {
      action: required(
        oneOf({
          create: 'Makes the object.',
          apply: 'Makes the object, or brings it to what is written.',
          patch: 'Changes parts of the object.',
          replace: 'Puts another object in its place.',
          delete: 'Deletes the object.',
          get: 'Reads the object.',
        }),
        'What is done with the object.',
      ),
      manifest: field(textOf('yaml'), 'The object as YAML text; tags are filled in first.'),
      manifestFrom: field(ref('ManifestFrom'), 'Takes the object from an input artifact.'),
      successCondition: field(
        text,
        'Succeeds once these fields of the object have these values, as in a label selector.',
        { example: 'status.succeeded > 0' },
      ),
      failureCondition: field(
        text,
        'Fails once these fields of the object have these values, as in a label selector.',
        { example: 'status.failed > 3' },
      ),
      mergeStrategy: field(
        oneOf({
          strategic: 'As the type of the object defines it.',
          merge: 'As a JSON merge patch.',
          json: 'As a list of JSON patch operations.',
        }),
        'How a patch is merged; for `patch` only.',
        { default: 'strategic' },
      ),
      setOwnerReference: field(
        boolean,
        'Makes the workflow the owner, so that the object goes with it.',
        { default: 'false' },
      ),
      flags: field(list(text), 'Further flags for `kubectl`.', { example: '--validate=false' }),
    },
    atMostOne('manifest', 'manifestFrom'),
  ),
  ManifestFrom: object('Where an object is read from.', {
    artifact: required(ref('Artifact'), 'The input artifact that holds the object.'),
  }),
  HTTP: object(
    'A request; it succeeds with any answer of 200 to 299 unless a condition says otherwise.',
    {
      url: required(textOf('url'), 'Where the request goes.'),
      method: field(
        usually({
          GET: 'Reads.',
          POST: 'Makes something.',
          PUT: 'Puts something in place.',
          PATCH: 'Changes something.',
          DELETE: 'Deletes.',
          HEAD: 'Reads only the headers.',
          OPTIONS: 'Asks what is allowed.',
        }),
        'What the request does.',
        { default: 'GET' },
      ),
      headers: field(list(ref('HTTPHeader')), 'Headers of the request.'),
      body: field(multiline, 'What is sent with it.'),
      bodyFrom: field(ref('HTTPBodySource'), 'Sends bytes in place of a text.'),
      timeoutSeconds: field(longCount, 'Seconds to wait for the answer.', { default: '30' }),
      successCondition: field(
        expression,
        'Expression over the answer that decides whether it succeeded.',
        { example: 'response.statusCode == 201' },
      ),
      insecureSkipVerify: field(boolean, 'Does not check the certificate of the server.', {
        default: 'false',
      }),
    },
    atMostOne('body', 'bodyFrom'),
  ),
  HTTPBodySource: object('What a request sends.', {
    bytes: field(textOf('base64'), 'The bytes, in base64.'),
  }),
  HTTPHeader: object(
    'A header of a request.',
    {
      name: required(text, 'Name of the header.'),
      value: field(text, 'Value of the header.'),
      valueFrom: field(ref('HTTPHeaderSource'), 'Takes the value from a secret.'),
    },
    exactlyOne('value', 'valueFrom'),
  ),
  HTTPHeaderSource: object('Where the value of a header comes from.', {
    secretKeyRef: field(ref('SecretKeySelector'), 'Secret with the value of the header.'),
  }),
  Data: object('Lists what is in a store, and works on the list.', {
    source: required(ref('DataSource'), 'What is listed.'),
    transformation: required(
      list(ref('TransformationStep')),
      'Expressions that turn the list into the result, one after the other.',
    ),
  }),
  DataSource: object('What a data template lists.', {
    artifactPaths: field(
      ref('ArtifactPaths'),
      'Lists the files below a place in a store of artifacts.',
    ),
  }),
  ArtifactPaths: object(
    'A place in a store whose files are listed, described as an artifact.',
    artifactFields,
    ...artifactGroups,
  ),
  TransformationStep: object('One expression over a list.', {
    expression: required(expression, 'Expression in which `data` is the list so far.', {
      example: "filter(data, {# endsWith '.pdf'})",
    }),
  }),
}
