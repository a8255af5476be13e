import type { Field } from '../model.ts'
import {
  boolean,
  field,
  intOrText,
  list,
  object,
  oneOf,
  path,
  ref,
  required,
  text,
  textOf,
  duration,
  type TypeTable,
  usually,
} from '../notation.ts'
import { pullPolicies } from './enums.ts'

const image = textOf('image')

/** What each container can say beside its name and image. */
const parts: Readonly<Record<string, Field>> = {
  imagePullPolicy: field(
    pullPolicies,
    'Whether the node asks the registry for the image; without it `Always` for `latest` and `IfNotPresent` for other tags.',
  ),
  command: field(
    list(text),
    'Program to run; without it the one of the image, which the controller may have to look up.',
    { example: '[python, main.py]' },
  ),
  args: field(list(text), 'Arguments of the program; with a command they come after it.'),
  workingDir: field(path, 'Folder in which the program starts; without it that of the image.'),
  env: field(list(ref('EnvVar')), 'Environment variables.'),
  envFrom: field(
    list(ref('EnvFromSource')),
    'Takes all entries of a ConfigMap or Secret as environment variables.',
  ),
  resources: field(
    ref('ResourceRequirements'),
    'Processor time and memory that it needs, and that it may use.',
  ),
  volumeMounts: field(list(ref('VolumeMount')), 'Volumes and where they appear in the container.'),
  volumeDevices: field(list(ref('VolumeDevice')), 'Volumes that appear as raw devices.'),
  ports: field(list(ref('ContainerPort')), 'Ports that it listens on; mostly a note for readers.'),
  securityContext: field(
    ref('SecurityContext'),
    'User, capabilities and other rights of the container.',
  ),
  readinessProbe: field(
    ref('Probe'),
    'How it is found out whether it is ready; a daemon counts as done then.',
  ),
  livenessProbe: field(
    ref('Probe'),
    'How it is found out whether it still works; it is ended when it does not.',
  ),
  startupProbe: field(
    ref('Probe'),
    'How it is found out whether it has started; the other probes wait for that.',
  ),
  lifecycle: field(ref('Lifecycle'), 'What happens right after its start and before its end.'),
  stdin: field(boolean, 'Keeps its standard input open.', { default: 'false' }),
  stdinOnce: field(boolean, 'Closes standard input when the first client leaves it.', {
    default: 'false',
  }),
  tty: field(boolean, 'Gives it a terminal; needs `stdin`.', { default: 'false' }),
  terminationMessagePath: field(path, 'File in which it can leave a last message.', {
    default: '/dev/termination-log',
  }),
  terminationMessagePolicy: field(
    oneOf({
      File: 'What is in the file.',
      FallbackToLogsOnError: 'The end of the logs, if it failed and the file is empty.',
    }),
    'Where its last message is taken from.',
    { default: 'File' },
  ),
  resizePolicy: field(
    list(ref('ContainerResizePolicy')),
    'Whether it restarts when its resources are changed while it runs.',
    { since: '3.6' },
  ),
  restartPolicy: field(
    usually({
      Always: 'It runs beside the others and is started again when it ends.',
      OnFailure: 'It is started again when it fails.',
      Never: 'It is not started again.',
    }),
    'Whether it is started again; among init containers `Always` makes it a sidecar.',
    { since: '3.6' },
  ),
  restartPolicyRules: field(
    list(ref('ContainerRestartRule')),
    'What happens for certain exit codes; needs a restart policy.',
    { since: '4.1' },
  ),
}

const anyImage = field(image, 'Image that the container runs.', { example: 'python:3.12-slim' })
const neededImage = required(
  image,
  'Image that has to be there unless `templateDefaults` gives it.',
  { example: 'alpine:3.20' },
)

/** Containers in all their roles. */
export const containersTypes: TypeTable = {
  Container: object('A container that runs a program of its image.', {
    name: field(text, 'Name of the container; Argo calls it `main` whatever stands here.'),
    image: neededImage,
    ...parts,
  }),
  ScriptTemplate: object('A container that runs a program whose source is written here.', {
    name: field(text, 'Name of the script’s container, which Argo does not need.'),
    image: neededImage,
    source: required(textOf('script'), 'The program; it is handed to the command as a file.'),
    ...parts,
  }),
  UserContainer: object('A container that runs before or beside the main one.', {
    name: required(
      text,
      'Name of the container, once in its pod; `wait` and `supervisor` are taken.',
    ),
    image: anyImage,
    mirrorVolumeMounts: field(
      boolean,
      'Mounts everything that the main container mounts, artifacts included.',
      { default: 'false' },
    ),
    ...parts,
  }),
  ContainerNode: object('A container of a set.', {
    name: required(
      text,
      'Name of the container, once in its set; outputs come from the one called `main`.',
    ),
    image: anyImage,
    dependencies: field(
      list(textOf('task')),
      'Containers of the set that must have succeeded before this one starts.',
    ),
    ...parts,
  }),
  ContainerSetTemplate: object(
    'Several containers in one pod, started in order of their dependencies.',
    {
      containers: required(
        list(ref('ContainerNode')),
        'The containers; one called `main` is needed for artifacts and outputs.',
      ),
      volumeMounts: field(
        list(ref('VolumeMount')),
        'Volumes that all containers of the set mount.',
      ),
      retryStrategy: field(
        ref('ContainerSetRetryStrategy'),
        'How often a container of the set is tried again within its pod.',
      ),
    },
  ),
  ContainerSetRetryStrategy: object('How often a container is tried again within its pod.', {
    retries: required(intOrText, 'How many more times are tried after the first one.'),
    duration: field(duration, 'How long to wait between attempts; without it not at all.'),
  }),
}
