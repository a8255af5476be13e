import {
  atMostOne,
  boolean,
  count,
  exactlyOne,
  field,
  integer,
  intOrText,
  list,
  longCount,
  map,
  object,
  oneOf,
  path,
  quantity,
  ref,
  required,
  text,
  type TypeTable,
  usually,
} from '../notation.ts'
import type { FieldType } from '../model.ts'
import { protocols } from './enums.ts'

const port: FieldType = { kind: 'integer', min: 1, max: 65535 }
const atLeastOne: FieldType = { kind: 'integer', min: 1 }
const resources = map(quantity, {
  cpu: 'Processors; `500m` is half of one.',
  memory: 'Bytes; `64Mi` and `1Gi` are usual.',
  'ephemeral-storage': 'Bytes on the disk of the node.',
  'nvidia.com/gpu': 'Graphics processors of that make.',
})

/** What containers are made of. */
export const containerPartsTypes: TypeTable = {
  EnvVar: object(
    'An environment variable.',
    {
      name: required(text, 'Name of the variable.', { example: 'LOG_LEVEL' }),
      value: field(
        text,
        'Value of the variable; quote numbers and booleans, as only text is taken.',
      ),
      valueFrom: field(ref('EnvVarSource'), 'Takes the value of the variable from elsewhere.'),
    },
    atMostOne('value', 'valueFrom'),
  ),
  EnvVarSource: object(
    'Where the value of a variable comes from.',
    {
      secretKeyRef: field(ref('SecretKeySelector'), 'Entry of a Secret.'),
      configMapKeyRef: field(ref('ConfigMapKeySelector'), 'Entry of a ConfigMap.'),
      fieldRef: field(ref('ObjectFieldSelector'), 'A fact about the pod, as its name or address.'),
      resourceFieldRef: field(
        ref('ResourceFieldSelector'),
        'How much of a resource a container has.',
      ),
      fileKeyRef: field(
        ref('FileKeySelector'),
        'A variable in a file that another container wrote to a volume.',
        { since: '4.1' },
      ),
    },
    exactlyOne('secretKeyRef', 'configMapKeyRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'),
  ),
  EnvFromSource: object(
    'A ConfigMap or Secret whose entries become variables.',
    {
      configMapRef: field(
        ref('ConfigMapEnvSource'),
        'The ConfigMap whose entries become variables.',
      ),
      secretRef: field(ref('SecretEnvSource'), 'The Secret whose entries become variables.'),
      prefix: field(text, 'Text in front of the name of each variable.'),
    },
    exactlyOne('configMapRef', 'secretRef'),
  ),
  ConfigMapEnvSource: object('A ConfigMap whose entries become variables.', {
    name: field(text, 'Name of the ConfigMap with the variables.'),
    optional: field(boolean, 'Goes on without the variables when the ConfigMap is missing.'),
  }),
  SecretEnvSource: object('A Secret whose entries become variables.', {
    name: field(text, 'Name of the Secret with the variables.'),
    optional: field(boolean, 'Goes on without the variables when the Secret is missing.'),
  }),
  FileKeySelector: object('A variable in a file on a volume.', {
    volumeName: required(text, 'Volume with the file.'),
    path: required(path, 'The file, from the top of its volume.'),
    key: required(text, 'Name of the variable in the file.'),
    optional: field(boolean, 'Goes on without the variable when the file does not have it.'),
  }),
  ObjectFieldSelector: object('A fact about the pod.', {
    fieldPath: required(
      usually({
        'metadata.name': 'Name of the pod.',
        'metadata.namespace': 'Namespace of the pod.',
        'metadata.uid': 'Identity of the pod.',
        'spec.nodeName': 'Node of the pod.',
        'spec.serviceAccountName': 'Service account of the pod.',
        'status.hostIP': 'Address of the node.',
        'status.podIP': 'Address of the pod.',
      }),
      'Which field of the pod.',
    ),
    apiVersion: field(text, 'Version of the API in which the field is named.', { default: 'v1' }),
  }),
  ResourceFieldSelector: object('How much of a resource a container has.', {
    resource: required(
      usually({
        'limits.cpu': 'Processors it may use.',
        'limits.memory': 'Memory it may use.',
        'requests.cpu': 'Processors it needs.',
        'requests.memory': 'Memory it needs.',
      }),
      'Which limit or request.',
    ),
    containerName: field(text, 'Which container; needed in a volume.'),
    divisor: field(quantity, 'Unit in which the amount is given.', { default: '1' }),
  }),
  ContainerPort: object('A port of a container.', {
    containerPort: required(port, 'Number of the port.'),
    name: field(text, 'Name by which probes and services can call the port.'),
    protocol: field(protocols, 'Protocol of the port.', { default: 'TCP' }),
    hostPort: field(port, 'Port of the node that leads to it.'),
    hostIP: field(text, 'Address of the node at which that port listens.'),
  }),
  VolumeMount: object(
    'A volume and where it appears in the container.',
    {
      name: required(text, 'Name of the volume or claim.'),
      mountPath: required(path, 'Folder of the container in which the volume appears.', {
        example: '/data',
      }),
      readOnly: field(boolean, 'Whether the container can only read it.', { default: 'false' }),
      subPath: field(path, 'Folder of the volume that appears in place of all of it.'),
      subPathExpr: field(text, 'As `subPath`, with `$(NAME)` of environment variables filled in.'),
      mountPropagation: field(
        oneOf({
          None: 'Later mounts stay on their side.',
          HostToContainer: 'The container sees later mounts of the node.',
          Bidirectional: 'Both see later mounts of the other.',
        }),
        'Who sees what is mounted below it later.',
        { default: 'None' },
      ),
      recursiveReadOnly: field(
        oneOf({
          Disabled: 'Only the volume itself.',
          IfPossible: 'With what is mounted below it, where the node can do that.',
          Enabled: 'With what is mounted below it, or not at all.',
        }),
        'Whether read-only includes what is mounted below it.',
        { since: '3.6', default: 'Disabled' },
      ),
    },
    atMostOne('subPath', 'subPathExpr'),
  ),
  VolumeDevice: object('A volume that appears as a raw device.', {
    name: required(text, 'Name of the claim.'),
    devicePath: required(path, 'Where the device appears in the container.'),
  }),
  ResourceRequirements: object('Processor time, memory and other things that are counted.', {
    requests: field(resources, 'What is set aside; a node must have so much free.'),
    limits: field(resources, 'What may be used at most; beyond its memory a container is ended.'),
    claims: field(list(ref('ResourceClaim')), 'Device claims of the pod that the container uses.', {
      since: '3.6',
    }),
  }),
  ResourceClaim: object('A device claim of the pod.', {
    name: required(text, 'Name of the claim in `resourceClaims`.'),
    request: field(text, 'Which of the requests of the claim; without it all.'),
  }),
  Lifecycle: object('What happens right after the start and before the end of a container.', {
    postStart: field(
      ref('LifecycleHandler'),
      'Runs right after the start; the container is ended when it fails.',
    ),
    preStop: field(ref('LifecycleHandler'), 'Runs before the container is ended by the cluster.'),
    stopSignal: field(text, 'Signal that ends the container.', {
      since: '3.7',
      default: 'SIGTERM',
    }),
  }),
  LifecycleHandler: object(
    'One thing that is done.',
    {
      exec: field(ref('ExecAction'), 'Runs a command.'),
      httpGet: field(ref('HTTPGetAction'), 'Sends a request.'),
      sleep: field(ref('SleepAction'), 'Waits for some seconds.', { since: '3.6' }),
      tcpSocket: field(ref('TCPSocketAction'), 'Kept for old manifests, where it always fails.', {
        deprecated: 'Use `httpGet` or `exec`.',
      }),
    },
    exactlyOne('exec', 'httpGet', 'sleep', 'tcpSocket'),
  ),
  ExecAction: object('A command in the container.', {
    command: field(
      list(text),
      'Program and arguments, without a shell; 0 means that it went well.',
    ),
  }),
  HTTPGetAction: object('A request to the container.', {
    path: field(text, 'Path of the request.', { default: '/' }),
    port: required(intOrText, 'Port that is asked, by its number or name.'),
    scheme: field(
      oneOf({ HTTP: 'In the clear.', HTTPS: 'With TLS, whose certificate is not checked.' }),
      'How it connects.',
      { default: 'HTTP' },
    ),
    host: field(text, 'Host to ask; without it the pod.'),
    httpHeaders: field(list(ref('HTTPGetHeader')), 'Headers that the request carries.'),
  }),
  HTTPGetHeader: object('A header of a request to a container.', {
    name: required(text, 'Name of the header for the container.'),
    value: required(text, 'Value of the header for the container.'),
  }),
  TCPSocketAction: object('A connection to the container.', {
    port: required(intOrText, 'Port that is tried, by its number or name.'),
    host: field(text, 'Host to connect to; without it the pod.'),
  }),
  GRPCAction: object('A health request over gRPC.', {
    port: required(port, 'Number of the port that speaks gRPC.'),
    service: field(text, 'Service whose health is asked for.'),
  }),
  SleepAction: object('A wait.', {
    seconds: required(longCount, 'Seconds to wait.'),
  }),
  Probe: object(
    'How it is found out how a container is doing.',
    {
      exec: field(ref('ExecAction'), 'Well if a command ends with 0.'),
      httpGet: field(ref('HTTPGetAction'), 'Well if a request is answered with 200 to 399.'),
      tcpSocket: field(ref('TCPSocketAction'), 'Well if a connection can be made.'),
      grpc: field(ref('GRPCAction'), 'Well if a health request over gRPC says so.'),
      initialDelaySeconds: field(count, 'Seconds after the start before it is first asked.', {
        default: '0',
      }),
      periodSeconds: field(atLeastOne, 'Seconds from one time to the next.', { default: '10' }),
      timeoutSeconds: field(atLeastOne, 'Seconds after which no answer counts as a bad one.', {
        default: '1',
      }),
      successThreshold: field(atLeastOne, 'How many good answers in a row make it well again.', {
        default: '1',
      }),
      failureThreshold: field(atLeastOne, 'How many bad answers in a row make it ill.', {
        default: '3',
      }),
      terminationGracePeriodSeconds: field(
        { kind: 'integer', size: 'int64', min: 1 },
        'Seconds that it has to end by itself when it is ill.',
      ),
    },
    exactlyOne('exec', 'httpGet', 'tcpSocket', 'grpc'),
  ),
  ContainerResizePolicy: object(
    'What happens when a resource is changed while the container runs.',
    {
      resourceName: required(
        usually({ cpu: 'Processors.', memory: 'Memory.' }),
        'The resource that is changed.',
      ),
      restartPolicy: required(
        oneOf({ NotRequired: 'It goes on.', RestartContainer: 'It is started again.' }),
        'Whether the container goes on.',
      ),
    },
  ),
  ContainerRestartRule: object('What happens for certain exit codes.', {
    action: required(usually({ Restart: 'The container is started again.' }), 'What is done then.'),
    exitCodes: field(ref('ContainerRestartRuleOnExitCodes'), 'For which exit codes.'),
  }),
  ContainerRestartRuleOnExitCodes: object('Exit codes for which a rule counts.', {
    operator: required(
      oneOf({ In: 'One of the codes.', NotIn: 'None of the codes.' }),
      'Whether the codes are those meant or all others.',
    ),
    values: field(list(integer), 'The codes, up to 255 of them.'),
  }),
  SecretKeySelector: object('An entry of a Secret.', {
    name: field(text, 'Name of the Secret.'),
    key: required(text, 'Entry of the Secret.'),
    optional: field(boolean, 'Goes on when the Secret or its entry is missing.', {
      default: 'false',
    }),
  }),
  ConfigMapKeySelector: object('An entry of a ConfigMap.', {
    name: field(text, 'Name of the ConfigMap with the entry.'),
    key: required(text, 'Entry of the ConfigMap that is read.'),
    optional: field(boolean, 'Goes on when the ConfigMap or its entry is missing.', {
      default: 'false',
    }),
  }),
  LocalObjectReference: object('An object of the same namespace, by its name.', {
    name: field(text, 'Name of the object that is referred to.'),
  }),
}
