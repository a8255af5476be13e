import type { Field } from '../model.ts'
import {
  any,
  atMostOne,
  boolean,
  count,
  exactlyOne,
  field,
  integer,
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
import { accessModes, pullPolicies } from './enums.ts'

const mode = { kind: 'integer', min: 0, max: 511 } as const
const keys = list(ref('KeyToPath'))

/** What many volumes can say. */
const readOnly = field(boolean, 'Whether the volume can only be read.', { default: 'false' })
const fsType = field(text, 'File system of the volume, as `ext4`.')
const secretRef = field(ref('LocalObjectReference'), 'Secret with the credentials for the volume.')
const defaultMode = field(
  mode,
  'Permissions of files that do not say them, as a decimal or, with a leading zero, an octal number.',
  { default: '0644' },
)

const claimResources = map(quantity, { storage: 'Bytes; `10Gi` is usual.' })

/** Kinds of volumes that Kubernetes has given up, or is about to. */
const gone = { deprecated: 'Use a claim or a `csi` volume instead.' }

const sources: Readonly<Record<string, Field>> = {
  emptyDir: field(
    ref('EmptyDirVolumeSource'),
    'An empty folder that lives as long as the pod; `{}` will do.',
  ),
  configMap: field(ref('ConfigMapVolumeSource'), 'Entries of a ConfigMap as files.'),
  secret: field(ref('SecretVolumeSource'), 'Entries of a Secret as files.'),
  persistentVolumeClaim: field(
    ref('PersistentVolumeClaimVolumeSource'),
    'Storage that a claim has found already.',
  ),
  ephemeral: field(
    ref('EphemeralVolumeSource'),
    'A claim that is made with the pod and goes with it.',
  ),
  projected: field(ref('ProjectedVolumeSource'), 'Several sources in one folder.'),
  downwardAPI: field(ref('DownwardAPIVolumeSource'), 'Facts about the pod as files.'),
  hostPath: field(ref('HostPathVolumeSource'), 'A file or folder of the node.'),
  nfs: field(ref('NFSVolumeSource'), 'A folder of an NFS server.'),
  csi: field(ref('CSIVolumeSource'), 'A volume of a storage driver that lives as long as the pod.'),
  image: field(ref('ImageVolumeSource'), 'The files of an image.', { since: '3.6' }),
  iscsi: field(ref('ISCSIVolumeSource'), 'A disk behind iSCSI.'),
  fc: field(ref('FCVolumeSource'), 'A disk behind Fibre Channel.'),
  azureDisk: field(ref('AzureDiskVolumeSource'), 'A disk of Azure.', gone),
  azureFile: field(ref('AzureFileVolumeSource'), 'A file share of Azure.', gone),
  awsElasticBlockStore: field(ref('AWSElasticBlockStoreVolumeSource'), 'A disk of AWS.', gone),
  gcePersistentDisk: field(ref('GCEPersistentDiskVolumeSource'), 'A disk of Google.', gone),
  vsphereVolume: field(ref('VsphereVirtualDiskVolumeSource'), 'A disk of vSphere.', gone),
  cinder: field(ref('CinderVolumeSource'), 'A disk of OpenStack.', gone),
  portworxVolume: field(ref('PortworxVolumeSource'), 'A volume of Portworx.', gone),
  cephfs: field(ref('CephFSVolumeSource'), 'A folder of CephFS.', gone),
  rbd: field(ref('RBDVolumeSource'), 'A block device of Ceph.', gone),
  glusterfs: field(ref('GlusterfsVolumeSource'), 'A volume of GlusterFS.', gone),
  flexVolume: field(ref('FlexVolumeSource'), 'A volume of an old kind of driver.', gone),
  flocker: field(ref('FlockerVolumeSource'), 'A data set of Flocker.', gone),
  quobyte: field(ref('QuobyteVolumeSource'), 'A volume of Quobyte.', gone),
  photonPersistentDisk: field(ref('PhotonPersistentDiskVolumeSource'), 'A disk of Photon.', gone),
  scaleIO: field(ref('ScaleIOVolumeSource'), 'A volume of ScaleIO.', gone),
  storageos: field(ref('StorageOSVolumeSource'), 'A volume of StorageOS.', gone),
  gitRepo: field(ref('GitRepoVolumeSource'), 'A clone of a Git repository.', {
    deprecated: 'Use an input artifact with `git` instead.',
  }),
}

const projections: Readonly<Record<string, Field>> = {
  configMap: field(ref('ConfigMapProjection'), 'Entries of a ConfigMap among the sources.'),
  secret: field(ref('SecretProjection'), 'Entries of a Secret among the sources.'),
  downwardAPI: field(ref('DownwardAPIProjection'), 'Facts about the pod among the sources.'),
  serviceAccountToken: field(
    ref('ServiceAccountTokenProjection'),
    'A token of the service account.',
  ),
  clusterTrustBundle: field(
    ref('ClusterTrustBundleProjection'),
    'Certificates that the cluster trusts.',
    { since: '3.6' },
  ),
  podCertificate: field(
    ref('PodCertificateProjection'),
    'A key and certificate made for the pod.',
    { since: '4.1' },
  ),
}

/** Volumes and claims. */
export const volumesTypes: TypeTable = {
  Volume: object(
    'A volume, by its name and the one place where it comes from.',
    { name: required(text, 'Name by which containers mount the volume.'), ...sources },
    atMostOne(...Object.keys(sources)),
  ),
  KeyToPath: object('An entry and the file that it becomes.', {
    key: required(text, 'The entry.'),
    path: required(path, 'The file, from the top of the volume.'),
    mode: field(mode, 'Permissions of the file.'),
  }),
  EmptyDirVolumeSource: object('An empty folder that lives as long as the pod.', {
    medium: field(
      usually({ Memory: 'In memory, which counts as the container’s.' }),
      'Where the folder is; without it on the disk of the node.',
    ),
    sizeLimit: field(quantity, 'How much may be in it before the pod is evicted.'),
  }),
  ConfigMapVolumeSource: object('Entries of a ConfigMap as files.', {
    name: field(text, 'Name of the ConfigMap whose entries are files.'),
    items: field(
      keys,
      'Which entries of the ConfigMap become which files; without it all under their own names.',
    ),
    defaultMode,
    optional: field(boolean, 'Starts though the ConfigMap of the volume is missing.', {
      default: 'false',
    }),
  }),
  SecretVolumeSource: object('Entries of a Secret as files.', {
    secretName: field(text, 'Name of the Secret whose entries are files.'),
    items: field(
      keys,
      'Which entries of the Secret become which files; without it all under their own names.',
    ),
    defaultMode,
    optional: field(boolean, 'Starts though the Secret of the volume is missing.', {
      default: 'false',
    }),
  }),
  PersistentVolumeClaimVolumeSource: object('Storage that a claim has found already.', {
    claimName: required(text, 'Name of the claim that is there.'),
    readOnly,
  }),
  EphemeralVolumeSource: object('A claim that lives as long as the pod.', {
    volumeClaimTemplate: field(
      ref('PersistentVolumeClaimTemplate'),
      'From what the claim is made.',
    ),
  }),
  PersistentVolumeClaimTemplate: object('From what a claim is made.', {
    metadata: field(ref('ObjectMeta'), 'Labels and annotations of the claim that is made.'),
    spec: required(ref('PersistentVolumeClaimSpec'), 'What storage is asked for with the pod.'),
  }),
  PersistentVolumeClaim: object('A wish for storage, made for each run.', {
    metadata: field(
      ref('ObjectMeta'),
      'Name by which containers mount the claim, with labels and annotations.',
    ),
    spec: field(ref('PersistentVolumeClaimSpec'), 'What storage is asked for.'),
    apiVersion: field(text, 'Version of the API of claims, which Argo knows.', { default: 'v1' }),
    kind: field(text, 'Kind of the object, which Argo knows.', {
      default: 'PersistentVolumeClaim',
    }),
    status: field(map(any), 'What was found for the claim; the cluster writes it.'),
  }),
  PersistentVolumeClaimSpec: object('What storage is asked for.', {
    accessModes: field(list(accessModes), 'How the volume has to be usable.'),
    resources: field(ref('VolumeResourceRequirements'), 'How much storage is asked for.'),
    storageClassName: field(
      text,
      'Storage class; without it the default one, with an empty text none.',
    ),
    volumeMode: field(
      oneOf({ Filesystem: 'With a file system.', Block: 'As a raw device.' }),
      'How the volume appears.',
      { default: 'Filesystem' },
    ),
    selector: field(ref('LabelSelector'), 'Which volumes will do, by their labels.'),
    volumeName: field(text, 'The one volume that is wanted.'),
    volumeAttributesClassName: field(
      text,
      'Class of attributes that the driver sets on the volume.',
      { since: '3.6' },
    ),
    dataSource: field(
      ref('TypedLocalObjectReference'),
      'Snapshot or claim whose content the volume begins with.',
    ),
    dataSourceRef: field(
      ref('TypedObjectReference'),
      'As `dataSource`, also from another namespace.',
    ),
  }),
  VolumeResourceRequirements: object('How much storage is asked for.', {
    requests: field(claimResources, 'What is needed at least.'),
    limits: field(claimResources, 'What is taken at most.'),
  }),
  TypedLocalObjectReference: object('An object of the same namespace, by kind and name.', {
    apiGroup: field(text, 'API group of the source; none for the core of Kubernetes.'),
    kind: required(text, 'Kind of the source.'),
    name: required(text, 'Name of the source.'),
  }),
  TypedObjectReference: object('An object by kind, name and namespace.', {
    apiGroup: field(
      text,
      'API group of the object with the data; none for the core of Kubernetes.',
    ),
    kind: required(text, 'Kind of the object with the data.'),
    name: required(text, 'Name of the object with the data.'),
    namespace: field(text, 'Namespace of the object with the data; without it that of the claim.'),
  }),
  ProjectedVolumeSource: object('Several sources in one folder.', {
    sources: field(list(ref('VolumeProjection')), 'The sources, each of one kind.'),
    defaultMode,
  }),
  VolumeProjection: object(
    'One source of a projected volume.',
    projections,
    exactlyOne(...Object.keys(projections)),
  ),
  ConfigMapProjection: object('Entries of a ConfigMap within a projected volume.', {
    name: field(text, 'Name of the ConfigMap that is projected.'),
    items: field(keys, 'Which entries of the projected ConfigMap become which files.'),
    optional: field(boolean, 'Starts though the projected ConfigMap is missing.', {
      default: 'false',
    }),
  }),
  SecretProjection: object('Entries of a Secret within a projected volume.', {
    name: field(text, 'Name of the Secret that is projected.'),
    items: field(keys, 'Which entries of the projected Secret become which files.'),
    optional: field(boolean, 'Starts though the projected Secret is missing.', {
      default: 'false',
    }),
  }),
  DownwardAPIVolumeSource: object('Facts about the pod as files.', {
    items: field(list(ref('DownwardAPIVolumeFile')), 'The files, each with its fact.'),
    defaultMode,
  }),
  DownwardAPIProjection: object('Facts about the pod within a projected volume.', {
    items: field(list(ref('DownwardAPIVolumeFile')), 'The projected files, each with its fact.'),
  }),
  DownwardAPIVolumeFile: object(
    'A file with a fact about the pod.',
    {
      path: required(path, 'The file with the fact, from the top of the volume.'),
      fieldRef: field(ref('ObjectFieldSelector'), 'A fact that the pod states of itself.'),
      resourceFieldRef: field(ref('ResourceFieldSelector'), 'A limit or request of a container.'),
      mode: field(mode, 'Permissions of the file with the fact.'),
    },
    exactlyOne('fieldRef', 'resourceFieldRef'),
  ),
  ServiceAccountTokenProjection: object(
    'A token of the service account within a projected volume.',
    {
      path: required(path, 'The file with the token.'),
      audience: field(text, 'Who is to accept the token; without it the API server.'),
      expirationSeconds: field(
        longCount,
        'Seconds for which the token counts; it is renewed in time.',
        { default: '3600' },
      ),
    },
  ),
  ClusterTrustBundleProjection: object(
    'Certificates that the cluster trusts, within a projected volume.',
    {
      path: required(path, 'The file with the certificates.'),
      name: field(text, 'Name of the one bundle; not together with a signer.'),
      signerName: field(text, 'Signer whose bundles are taken.'),
      labelSelector: field(
        ref('LabelSelector'),
        'Which bundles of the signer are taken, by their labels.',
      ),
      optional: field(boolean, 'Starts though there is no such bundle.'),
    },
    atMostOne('name', 'signerName'),
  ),
  PodCertificateProjection: object('A key and certificate made for the pod.', {
    signerName: required(text, 'Who signs the certificate.'),
    keyType: required(
      usually({
        RSA3072: 'RSA of 3072 bits.',
        RSA4096: 'RSA of 4096 bits.',
        ECDSAP256: 'The curve P-256.',
        ECDSAP384: 'The curve P-384.',
        ECDSAP521: 'The curve P-521.',
        ED25519: 'The curve Ed25519.',
      }),
      'Kind of the key.',
    ),
    credentialBundlePath: field(path, 'The file with key and certificates together.'),
    keyPath: field(path, 'The file with the key alone.'),
    certificateChainPath: field(path, 'The file with the certificates alone.'),
    maxExpirationSeconds: field(count, 'Seconds for which the certificate counts at most.', {
      default: '86400',
    }),
    userAnnotations: field(map(text), 'Notes for the signer.'),
  }),
  HostPathVolumeSource: object('A file or folder of the node.', {
    path: required(path, 'Where it is on the node.'),
    type: field(
      oneOf({
        Directory: 'A folder that is there.',
        DirectoryOrCreate: 'A folder, made if it is missing.',
        File: 'A file that is there.',
        FileOrCreate: 'A file, made if it is missing.',
        Socket: 'A socket.',
        CharDevice: 'A character device.',
        BlockDevice: 'A block device.',
      }),
      'What has to be there; without it that is not checked.',
    ),
  }),
  NFSVolumeSource: object('A folder of an NFS server.', {
    server: required(text, 'The server.'),
    path: required(path, 'The folder that it exports.'),
    readOnly,
  }),
  CSIVolumeSource: object('A volume of a storage driver.', {
    driver: required(text, 'Name of the storage driver.'),
    volumeAttributes: field(map(text), 'Settings that the storage driver understands.'),
    nodePublishSecretRef: secretRef,
    fsType,
    readOnly,
  }),
  ImageVolumeSource: object('The files of an image.', {
    reference: field(text, 'The image whose files appear.'),
    pullPolicy: field(pullPolicies, 'Whether the registry is asked for the image.'),
  }),
  ISCSIVolumeSource: object('A disk behind iSCSI.', {
    targetPortal: required(text, 'Address of the target, with its port.'),
    iqn: required(text, 'Qualified name of the target.'),
    lun: required(integer, 'Number of the disk at the target.'),
    portals: field(list(text), 'Further addresses of the target.'),
    initiatorName: field(text, 'Name under which the node connects.'),
    iscsiInterface: field(text, 'Interface through which the node connects.', {
      default: 'default',
    }),
    chapAuthDiscovery: field(boolean, 'Proves who it is when it looks for targets.'),
    chapAuthSession: field(boolean, 'Proves who it is when it connects.'),
    secretRef,
    fsType,
    readOnly,
  }),
  FCVolumeSource: object('A disk behind Fibre Channel.', {
    targetWWNs: field(list(text), 'World wide names of the target.'),
    lun: field(integer, 'Number of the disk behind Fibre Channel.'),
    wwids: field(list(text), 'World wide identities of the disk, in place of names and number.'),
    fsType,
    readOnly,
  }),
  AzureDiskVolumeSource: object('A disk of Azure.', {
    diskName: required(text, 'Name of the disk of Azure.'),
    diskURI: required(text, 'Address of the disk of Azure.'),
    kind: field(
      usually({
        Shared: 'In a shared account.',
        Dedicated: 'In an account of its own.',
        Managed: 'Managed by Azure.',
      }),
      'How the disk of Azure is kept.',
    ),
    cachingMode: field(
      usually({
        None: 'Nothing is cached.',
        ReadOnly: 'Reads are cached.',
        ReadWrite: 'Reads and writes are cached.',
      }),
      'What the node caches.',
    ),
    fsType,
    readOnly,
  }),
  AzureFileVolumeSource: object('A file share of Azure.', {
    shareName: required(text, 'Name of the file share.'),
    secretName: required(text, 'Name of the Secret with account and key.'),
    readOnly,
  }),
  AWSElasticBlockStoreVolumeSource: object('A disk of AWS.', {
    volumeID: required(text, 'Identity of the disk of AWS.'),
    partition: field(integer, 'Partition of the disk of AWS; without it the whole.'),
    fsType,
    readOnly,
  }),
  GCEPersistentDiskVolumeSource: object('A disk of Google.', {
    pdName: required(text, 'Name of the disk of Google.'),
    partition: field(integer, 'Partition of the disk of Google; without it the whole.'),
    fsType,
    readOnly,
  }),
  VsphereVirtualDiskVolumeSource: object('A disk of vSphere.', {
    volumePath: required(text, 'Path of the disk in vSphere.'),
    storagePolicyName: field(text, 'Name of the storage policy.'),
    storagePolicyID: field(text, 'Identity of the storage policy.'),
    fsType,
  }),
  CinderVolumeSource: object('A disk of OpenStack.', {
    volumeID: required(text, 'Identity of the disk of OpenStack.'),
    secretRef,
    fsType,
    readOnly,
  }),
  PortworxVolumeSource: object('A volume of Portworx.', {
    volumeID: required(text, 'Identity of the volume of Portworx.'),
    fsType,
    readOnly,
  }),
  CephFSVolumeSource: object('A folder of CephFS.', {
    monitors: required(list(text), 'Monitors of CephFS, each with its port.'),
    path: field(path, 'Folder that is mounted; without it the top.'),
    user: field(text, 'User of CephFS.'),
    secretFile: field(path, 'File of the node with the key of that user.'),
    secretRef,
    readOnly,
  }),
  RBDVolumeSource: object('A block device of Ceph.', {
    monitors: required(list(text), 'Monitors of Ceph, each with its port.'),
    image: required(text, 'Name of the device in its pool.'),
    pool: field(text, 'Pool with the device.', { default: 'rbd' }),
    user: field(text, 'User of Ceph.'),
    keyring: field(path, 'File of the node with the keys of Ceph.'),
    secretRef,
    fsType,
    readOnly,
  }),
  GlusterfsVolumeSource: object('A volume of GlusterFS.', {
    endpoints: required(text, 'Name of the endpoints that lead to GlusterFS.'),
    path: required(text, 'Name of the volume of GlusterFS.'),
    readOnly,
  }),
  FlexVolumeSource: object('A volume of an old kind of driver.', {
    driver: required(text, 'Name of the old driver.'),
    options: field(map(text), 'Options that the old driver understands.'),
    secretRef,
    fsType,
    readOnly,
  }),
  FlockerVolumeSource: object('A data set of Flocker.', {
    datasetUUID: field(text, 'Identity of the data set.'),
    datasetName: field(text, 'Name of the data set, which the identity has replaced.'),
  }),
  QuobyteVolumeSource: object('A volume of Quobyte.', {
    registry: required(text, 'Registries of Quobyte, each with its port.'),
    volume: required(text, 'Name of the volume of Quobyte.'),
    tenant: field(text, 'Tenant that owns the volume of Quobyte.'),
    user: field(text, 'User under which the volume of Quobyte is mounted.'),
    group: field(text, 'Group under which the volume of Quobyte is mounted.'),
    readOnly,
  }),
  PhotonPersistentDiskVolumeSource: object('A disk of Photon.', {
    pdID: required(text, 'Identity of the disk of Photon.'),
    fsType,
  }),
  ScaleIOVolumeSource: object('A volume of ScaleIO.', {
    gateway: required(text, 'Address of the gateway.'),
    system: required(text, 'Name of the system.'),
    secretRef: required(ref('LocalObjectReference'), 'Secret with user and password of ScaleIO.'),
    volumeName: field(text, 'Name of the volume of ScaleIO.'),
    protectionDomain: field(text, 'Name of the protection domain.'),
    storagePool: field(text, 'Pool of the protection domain.'),
    storageMode: field(
      usually({
        ThinProvisioned: 'Space is taken as it is used.',
        ThickProvisioned: 'Space is taken at once.',
      }),
      'When space is taken.',
      { default: 'ThinProvisioned' },
    ),
    sslEnabled: field(boolean, 'Talks to the gateway with TLS.', { default: 'false' }),
    fsType,
    readOnly,
  }),
  StorageOSVolumeSource: object('A volume of StorageOS.', {
    volumeName: field(text, 'Name of the volume of StorageOS.'),
    volumeNamespace: field(text, 'Namespace of StorageOS with the volume.'),
    secretRef,
    fsType,
    readOnly,
  }),
  GitRepoVolumeSource: object('A clone of a Git repository as a volume.', {
    repository: required(text, 'Address of the cloned repository.'),
    revision: field(text, 'Commit that is checked out in the volume.'),
    directory: field(path, 'Folder of the volume for the clone.'),
  }),
}
