import type { Field } from '../model.ts'
import {
  boolean,
  field,
  list,
  longCount,
  object,
  oneOf,
  path,
  ref,
  required,
  text,
  type TypeTable,
  usually,
} from '../notation.ts'
import { profileTypes } from './enums.ts'

/** What pods and containers can both say; a container’s own counts more. */
const both: Readonly<Record<string, Field>> = {
  runAsUser: field(
    longCount,
    'Number of the user under which programs run; without it that of the image.',
  ),
  runAsGroup: field(longCount, 'Number of the group under which programs run.'),
  runAsNonRoot: field(boolean, 'Refuses to start under user 0.'),
  seccompProfile: field(ref('SeccompProfile'), 'Which calls to the kernel are allowed.'),
  appArmorProfile: field(ref('AppArmorProfile'), 'Which AppArmor profile limits it.', {
    since: '3.6',
  }),
  seLinuxOptions: field(ref('SELinuxOptions'), 'Labels for SELinux.'),
  windowsOptions: field(ref('WindowsSecurityContextOptions'), 'What only counts on Windows.'),
}

/** Users, rights and limits of pods and containers. */
export const securityTypes: TypeTable = {
  SecurityContext: object('User, capabilities and other rights of a container.', {
    ...both,
    privileged: field(boolean, 'Gives it nearly all rights on the node.', { default: 'false' }),
    allowPrivilegeEscalation: field(
      boolean,
      'Whether a program may get more rights than the one that started it.',
      { default: 'true' },
    ),
    readOnlyRootFilesystem: field(boolean, 'Lets nothing be written outside of volumes.', {
      default: 'false',
    }),
    capabilities: field(ref('Capabilities'), 'Single rights of root that are given or taken away.'),
    procMount: field(
      usually({ Default: 'With parts of it hidden.', Unmasked: 'All of it.' }),
      'How much of `/proc` is seen.',
      { default: 'Default' },
    ),
  }),
  PodSecurityContext: object('Users, groups and kernel settings of all containers of a pod.', {
    ...both,
    fsGroup: field(longCount, 'Group that owns the volumes of the pod.'),
    fsGroupChangePolicy: field(
      oneOf({
        Always: 'Every time.',
        OnRootMismatch: 'Only if the top of the volume has another owner, which is faster.',
      }),
      'When the owner of the files of a volume is changed.',
      { default: 'Always' },
    ),
    supplementalGroups: field(list(longCount), 'Further groups of the programs.'),
    supplementalGroupsPolicy: field(
      oneOf({ Merge: 'Those of the image count too.', Strict: 'Only those named here.' }),
      'Whether groups from the image count.',
      { since: '3.6', default: 'Merge' },
    ),
    sysctls: field(list(ref('Sysctl')), 'Settings of the kernel for the pod.'),
    seLinuxChangePolicy: field(
      oneOf({ MountOption: 'At once, when the volume is mounted.', Recursive: 'File by file.' }),
      'How files of volumes get their SELinux label.',
      { since: '3.6', default: 'MountOption' },
    ),
  }),
  Capabilities: object('Single rights of root.', {
    add: field(list(text), 'Rights that are given.', { example: '[NET_ADMIN]' }),
    drop: field(list(text), 'Rights that are taken away.', { example: '[ALL]' }),
  }),
  SELinuxOptions: object('Labels for SELinux.', {
    user: field(text, 'User of the label.'),
    role: field(text, 'Role of the label.'),
    type: field(text, 'Type of the label.'),
    level: field(text, 'Level of the label.', { example: 's0:c123,c456' }),
  }),
  SeccompProfile: object('Which calls to the kernel are allowed.', {
    type: required(profileTypes, 'Where the list of allowed calls comes from.'),
    localhostProfile: field(path, 'File of the node with the list; for `Localhost` only.'),
  }),
  AppArmorProfile: object('Which AppArmor profile limits a container.', {
    type: required(profileTypes, 'Where the AppArmor profile comes from.'),
    localhostProfile: field(
      text,
      'Name of the profile that the node has loaded; for `Localhost` only.',
    ),
  }),
  WindowsSecurityContextOptions: object('What only counts on Windows.', {
    runAsUserName: field(text, 'User under which programs run on Windows.'),
    gmsaCredentialSpecName: field(text, 'Name of the managed account’s credentials.'),
    gmsaCredentialSpec: field(text, 'The managed account’s credentials themselves.'),
    hostProcess: field(
      boolean,
      'Runs as a process of the node; all containers of the pod must agree.',
    ),
  }),
  Sysctl: object('A setting of the kernel.', {
    name: required(text, 'Name of the setting.', { example: 'net.core.somaxconn' }),
    value: required(text, 'Value of the setting, as text.'),
  }),
}
