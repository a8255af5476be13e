import {
  boolean,
  field,
  intOrText,
  integer,
  list,
  map,
  object,
  quantity,
  ref,
  required,
  text,
  type TypeTable,
} from '../notation.ts'

/** TODO. */
export const containerPartsTypes: TypeTable = {
  EnvVar: object('', {
    name: required(text, ''),
    value: field(text, ''),
    valueFrom: field(ref('EnvVarSource'), ''),
  }),
  EnvVarSource: object('', {
    configMapKeyRef: field(ref('ConfigMapKeySelector'), ''),
    fieldRef: field(ref('ObjectFieldSelector'), ''),
    fileKeyRef: field(ref('FileKeySelector'), ''),
    resourceFieldRef: field(ref('ResourceFieldSelector'), ''),
    secretKeyRef: field(ref('SecretKeySelector'), ''),
  }),
  EnvFromSource: object('', {
    configMapRef: field(ref('ConfigMapEnvSource'), ''),
    prefix: field(text, ''),
    secretRef: field(ref('SecretEnvSource'), ''),
  }),
  ConfigMapEnvSource: object('', {
    name: field(text, ''),
    optional: field(boolean, ''),
  }),
  SecretEnvSource: object('', {
    name: field(text, ''),
    optional: field(boolean, ''),
  }),
  FileKeySelector: object('', {
    key: required(text, ''),
    optional: field(boolean, ''),
    path: required(text, ''),
    volumeName: required(text, ''),
  }),
  ObjectFieldSelector: object('', {
    apiVersion: field(text, ''),
    fieldPath: required(text, ''),
  }),
  ResourceFieldSelector: object('', {
    containerName: field(text, ''),
    divisor: field(quantity, ''),
    resource: required(text, ''),
  }),
  ContainerPort: object('', {
    containerPort: required(integer, ''),
    hostIP: field(text, ''),
    hostPort: field(integer, ''),
    name: field(text, ''),
    protocol: field(text, ''),
  }),
  VolumeMount: object('', {
    mountPath: required(text, ''),
    mountPropagation: field(text, ''),
    name: required(text, ''),
    readOnly: field(boolean, ''),
    recursiveReadOnly: field(text, ''),
    subPath: field(text, ''),
    subPathExpr: field(text, ''),
  }),
  VolumeDevice: object('', {
    devicePath: required(text, ''),
    name: required(text, ''),
  }),
  ResourceRequirements: object('', {
    claims: field(list(ref('ResourceClaim')), ''),
    limits: field(map(quantity), ''),
    requests: field(map(quantity), ''),
  }),
  ResourceClaim: object('', {
    name: required(text, ''),
    request: field(text, ''),
  }),
  Lifecycle: object('', {
    postStart: field(ref('LifecycleHandler'), ''),
    preStop: field(ref('LifecycleHandler'), ''),
    stopSignal: field(text, ''),
  }),
  LifecycleHandler: object('', {
    exec: field(ref('ExecAction'), ''),
    httpGet: field(ref('HTTPGetAction'), ''),
    sleep: field(ref('SleepAction'), ''),
    tcpSocket: field(ref('TCPSocketAction'), ''),
  }),
  ExecAction: object('', {
    command: field(list(text), ''),
  }),
  HTTPGetAction: object('', {
    host: field(text, ''),
    httpHeaders: field(list(ref('HTTPGetHeader')), ''),
    path: field(text, ''),
    port: required(intOrText, ''),
    scheme: field(text, ''),
  }),
  HTTPGetHeader: object('', {
    name: required(text, ''),
    value: required(text, ''),
  }),
  TCPSocketAction: object('', {
    host: field(text, ''),
    port: required(intOrText, ''),
  }),
  GRPCAction: object('', {
    port: required(integer, ''),
    service: field(text, ''),
  }),
  SleepAction: object('', {
    seconds: required(integer, ''),
  }),
  Probe: object('', {
    exec: field(ref('ExecAction'), ''),
    failureThreshold: field(integer, ''),
    grpc: field(ref('GRPCAction'), ''),
    httpGet: field(ref('HTTPGetAction'), ''),
    initialDelaySeconds: field(integer, ''),
    periodSeconds: field(integer, ''),
    successThreshold: field(integer, ''),
    tcpSocket: field(ref('TCPSocketAction'), ''),
    terminationGracePeriodSeconds: field(integer, ''),
    timeoutSeconds: field(integer, ''),
  }),
  ContainerResizePolicy: object('', {
    resourceName: required(text, ''),
    restartPolicy: required(text, ''),
  }),
  ContainerRestartRule: object('', {
    action: required(text, ''),
    exitCodes: field(ref('ContainerRestartRuleOnExitCodes'), ''),
  }),
  ContainerRestartRuleOnExitCodes: object('', {
    operator: required(text, ''),
    values: field(list(integer), ''),
  }),
  SecretKeySelector: object('', {
    key: required(text, ''),
    name: field(text, ''),
    optional: field(boolean, ''),
  }),
  ConfigMapKeySelector: object('', {
    key: required(text, ''),
    name: field(text, ''),
    optional: field(boolean, ''),
  }),
  LocalObjectReference: object('', {
    name: field(text, ''),
  }),
}
