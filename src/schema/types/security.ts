import {
  boolean,
  field,
  integer,
  list,
  object,
  ref,
  required,
  text,
  type TypeTable,
} from '../notation.ts'

/** TODO. */
export const securityTypes: TypeTable = {
  SecurityContext: object('', {
    allowPrivilegeEscalation: field(boolean, ''),
    appArmorProfile: field(ref('AppArmorProfile'), ''),
    capabilities: field(ref('Capabilities'), ''),
    privileged: field(boolean, ''),
    procMount: field(text, ''),
    readOnlyRootFilesystem: field(boolean, ''),
    runAsGroup: field(integer, ''),
    runAsNonRoot: field(boolean, ''),
    runAsUser: field(integer, ''),
    seLinuxOptions: field(ref('SELinuxOptions'), ''),
    seccompProfile: field(ref('SeccompProfile'), ''),
    windowsOptions: field(ref('WindowsSecurityContextOptions'), ''),
  }),
  PodSecurityContext: object('', {
    appArmorProfile: field(ref('AppArmorProfile'), ''),
    fsGroup: field(integer, ''),
    fsGroupChangePolicy: field(text, ''),
    runAsGroup: field(integer, ''),
    runAsNonRoot: field(boolean, ''),
    runAsUser: field(integer, ''),
    seLinuxChangePolicy: field(text, ''),
    seLinuxOptions: field(ref('SELinuxOptions'), ''),
    seccompProfile: field(ref('SeccompProfile'), ''),
    supplementalGroups: field(list(integer), ''),
    supplementalGroupsPolicy: field(text, ''),
    sysctls: field(list(ref('Sysctl')), ''),
    windowsOptions: field(ref('WindowsSecurityContextOptions'), ''),
  }),
  Capabilities: object('', {
    add: field(list(text), ''),
    drop: field(list(text), ''),
  }),
  SELinuxOptions: object('', {
    level: field(text, ''),
    role: field(text, ''),
    type: field(text, ''),
    user: field(text, ''),
  }),
  SeccompProfile: object('', {
    localhostProfile: field(text, ''),
    type: required(text, ''),
  }),
  AppArmorProfile: object('', {
    localhostProfile: field(text, ''),
    type: required(text, ''),
  }),
  WindowsSecurityContextOptions: object('', {
    gmsaCredentialSpec: field(text, ''),
    gmsaCredentialSpecName: field(text, ''),
    hostProcess: field(boolean, ''),
    runAsUserName: field(text, ''),
  }),
  Sysctl: object('', {
    name: required(text, ''),
    value: required(text, ''),
  }),
}
