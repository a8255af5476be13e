import {
  atMostOne,
  boolean,
  count,
  field,
  list,
  multiline,
  object,
  path,
  ref,
  required,
  text,
  textOf,
  type TypeTable,
  usually,
} from '../notation.ts'
import { archiveLogs, locationFields } from './artifact.ts'

const url = textOf('url')

/** Stores of artifacts and how they are reached. */
export const storageTypes: TypeTable = {
  ArtifactLocation: object(
    'Where the artifacts of a template are stored, when they do not say it themselves.',
    { archiveLogs, ...locationFields },
    atMostOne(...Object.keys(locationFields)),
  ),
  S3Artifact: object('An object in S3 or in a store that speaks its protocol.', {
    key: field(text, 'Name of the object in the bucket.', {
      example: 'reports/{{workflow.name}}.tgz',
    }),
    bucket: field(text, 'The bucket; without it that of the artifact repository.'),
    endpoint: field(text, 'Host and port of the store.', { example: 's3.amazonaws.com' }),
    region: field(text, 'Region of the bucket.'),
    insecure: field(boolean, 'Connects without TLS.', { default: 'false' }),
    accessKeySecret: field(ref('SecretKeySelector'), 'Secret with the access key for S3.'),
    secretKeySecret: field(ref('SecretKeySelector'), 'Secret with the secret key for S3.'),
    sessionTokenSecret: field(
      ref('SecretKeySelector'),
      'Secret with the token of a temporary session.',
      { since: '3.6' },
    ),
    useSDKCreds: field(
      boolean,
      'Finds credentials in the environment of the pod, as the AWS library does.',
      { default: 'false' },
    ),
    roleARN: field(text, 'Role that is assumed before the bucket is used.'),
    caSecret: field(
      ref('SecretKeySelector'),
      'Secret with the certificates that vouch for the store.',
    ),
    addressingStyle: field(
      usually({
        path: 'The bucket is in the path of the URL.',
        'virtual-hosted': 'The bucket is in the name of the host.',
      }),
      'Where the bucket stands in the URL.',
      { since: '4.1' },
    ),
    createBucketIfNotPresent: field(
      ref('CreateS3BucketOptions'),
      'Makes the bucket first if it is missing.',
    ),
    encryptionOptions: field(ref('S3EncryptionOptions'), 'How the store encrypts the object.'),
  }),
  S3EncryptionOptions: object('How the store encrypts an object.', {
    enableEncryption: field(boolean, 'Encrypts on the side of the store.', { default: 'false' }),
    kmsKeyId: field(text, 'Key of the key service that is used; without it the store’s own.'),
    kmsEncryptionContext: field(
      textOf('json'),
      'Context for the key service, as a JSON object of texts.',
    ),
    serverSideCustomerKeySecret: field(
      ref('SecretKeySelector'),
      'Secret with a key of your own; not together with the key service.',
    ),
  }),
  CreateS3BucketOptions: object('How a missing bucket is made.', {
    objectLocking: field(
      boolean,
      'Makes the bucket so that objects can be locked against changes.',
    ),
  }),
  GCSArtifact: object('An object in Google Cloud Storage.', {
    key: required(text, 'Name of the object in the bucket of Google.'),
    bucket: field(text, 'The bucket of Google; without it that of the artifact repository.'),
    serviceAccountKeySecret: field(
      ref('SecretKeySelector'),
      'Secret with the key file of a service account of Google.',
    ),
  }),
  OSSArtifact: object('An object in Alibaba Cloud OSS.', {
    key: required(text, 'Name of the object in the bucket of OSS.'),
    bucket: field(text, 'The bucket of OSS; without it that of the artifact repository.'),
    endpoint: field(text, 'Host of OSS, which names the region.'),
    accessKeySecret: field(ref('SecretKeySelector'), 'Secret with the access key for OSS.'),
    secretKeySecret: field(ref('SecretKeySelector'), 'Secret with the secret key for OSS.'),
    securityToken: field(text, 'Token of a temporary session in OSS.'),
    useSDKCreds: field(
      boolean,
      'Finds credentials in the environment of the pod, as the library of OSS does.',
      { default: 'false' },
    ),
    createBucketIfNotPresent: field(boolean, 'Makes the bucket of OSS first if it is missing.'),
    lifecycleRule: field(
      ref('OSSLifecycleRule'),
      'When the object moves to cheaper storage or goes.',
    ),
  }),
  OSSLifecycleRule: object('What becomes of an object with time.', {
    markInfrequentAccessAfterDays: field(
      count,
      'Days after which it moves to storage for rare use.',
    ),
    markDeletionAfterDays: field(count, 'Days after which it goes.'),
  }),
  AzureArtifact: object('A blob in Azure Storage.', {
    blob: required(text, 'Name of the blob in its container.'),
    container: required(text, 'The container, which other stores call a bucket.'),
    endpoint: required(url, 'URL of the storage account.', {
      example: 'https://account.blob.core.windows.net',
    }),
    accountKeySecret: field(
      ref('SecretKeySelector'),
      'Secret with the key of the storage account.',
    ),
    useSDKCreds: field(
      boolean,
      'Finds credentials in the environment of the pod, as the library of Azure does.',
      { default: 'false' },
    ),
  }),
  GitArtifact: object('A Git repository that is cloned into the container.', {
    repo: required(url, 'Address of the repository.', {
      example: 'https://github.com/org/project.git',
    }),
    revision: field(
      text,
      'Branch, tag or commit that is checked out; without it the default branch.',
    ),
    branch: field(text, 'The one branch that is fetched, together with `singleBranch`.'),
    singleBranch: field(boolean, 'Fetches only the named branch.', { default: 'false' }),
    depth: field(
      { kind: 'integer', size: 'uint64', min: 0 },
      'How many commits back are fetched; without it all.',
    ),
    fetch: field(list(text), 'Further references that are fetched, as `refs/pull/1/head`.'),
    disableSubmodules: field(boolean, 'Leaves submodules out.', { default: 'false' }),
    usernameSecret: field(ref('SecretKeySelector'), 'Secret with the user for the repository.'),
    passwordSecret: field(
      ref('SecretKeySelector'),
      'Secret with the password or token for the repository.',
    ),
    sshPrivateKeySecret: field(ref('SecretKeySelector'), 'Secret with the private key for SSH.'),
    insecureIgnoreHostKey: field(boolean, 'Does not check the key of the SSH host.', {
      default: 'false',
    }),
    insecureSkipTLS: field(boolean, 'Does not check the certificate of the Git server.', {
      since: '3.6',
      default: 'false',
    }),
  }),
  HTTPArtifact: object('A file behind a URL.', {
    url: required(url, 'Address that an input is fetched from, or an output is put to.'),
    headers: field(list(ref('Header')), 'Headers that are sent with the request.'),
    auth: field(ref('HTTPAuth'), 'How the request proves who it is.'),
    saveStreamViaFile: field(
      boolean,
      'Keeps an upload on disk first, so that its length is known.',
      { since: '4.1', default: 'false' },
    ),
  }),
  HTTPAuth: object('How a request proves who it is.', {
    basicAuth: field(ref('BasicAuth'), 'With user and password.'),
    oauth2: field(ref('OAuth2Auth'), 'With a token that is asked for first.'),
    clientCert: field(ref('ClientCertAuth'), 'With a certificate of the client.'),
  }),
  BasicAuth: object('User and password for a request.', {
    usernameSecret: field(ref('SecretKeySelector'), 'Secret with the user for the request.'),
    passwordSecret: field(ref('SecretKeySelector'), 'Secret with the password for the request.'),
  }),
  ClientCertAuth: object('A certificate that the client shows.', {
    clientCertSecret: field(ref('SecretKeySelector'), 'Secret with the certificate.'),
    clientKeySecret: field(
      ref('SecretKeySelector'),
      'Secret with the private key of the certificate.',
    ),
  }),
  OAuth2Auth: object('How a token is asked for.', {
    clientIDSecret: field(ref('SecretKeySelector'), 'Secret with the id of the client.'),
    clientSecretSecret: field(ref('SecretKeySelector'), 'Secret with the client’s secret.'),
    tokenURLSecret: field(ref('SecretKeySelector'), 'Secret with the URL that gives tokens.'),
    scopes: field(list(text), 'What the token is asked to allow.'),
    endpointParams: field(
      list(ref('OAuth2EndpointParam')),
      'Further parameters for the URL that gives tokens.',
    ),
  }),
  OAuth2EndpointParam: object('A parameter that goes with the wish for a token.', {
    key: required(text, 'Name of the parameter for the token.'),
    value: field(text, 'Value of the parameter for the token.'),
  }),
  Header: object('A header of a request for an artifact.', {
    name: required(text, 'Name of the header sent for the artifact.'),
    value: required(text, 'Value of the header sent for the artifact.'),
  }),
  ArtifactoryArtifact: object('A file in Artifactory.', {
    url: required(url, 'Address of the file in Artifactory.'),
    usernameSecret: field(ref('SecretKeySelector'), 'Secret with the user of Artifactory.'),
    passwordSecret: field(
      ref('SecretKeySelector'),
      'Secret with the password or token of Artifactory.',
    ),
  }),
  HDFSArtifact: object('A file in a Hadoop file system.', {
    path: required(path, 'Absolute path of the file in the file system.'),
    addresses: field(list(text), 'Name nodes, each with its port.'),
    hdfsUser: field(text, 'User of the file system; not together with Kerberos.'),
    force: field(boolean, 'Overwrites a file that is there already.', { default: 'false' }),
    krbRealm: field(text, 'Kerberos realm; needed with a keytab.'),
    krbUsername: field(text, 'Kerberos user; needed with a keytab.'),
    krbKeytabSecret: field(
      ref('SecretKeySelector'),
      'Secret with the keytab; not together with a credential cache.',
    ),
    krbCCacheSecret: field(
      ref('SecretKeySelector'),
      'Secret with a Kerberos credential cache; not together with a keytab.',
    ),
    krbConfigConfigMap: field(
      ref('ConfigMapKeySelector'),
      'ConfigMap with the configuration of Kerberos.',
    ),
    krbServicePrincipalName: field(text, 'Principal of the file system’s service.'),
    dataTransferProtection: field(
      usually({
        authentication: 'Both sides are known to each other.',
        integrity: 'And nothing is changed on the way.',
        privacy: 'And nobody else can read it.',
      }),
      'How transfers are protected, as the file system is set up.',
      { since: '3.6' },
    ),
  }),
  RawArtifact: object('A text that becomes a file.', {
    data: required(multiline, 'What is in the file.'),
  }),
  PluginArtifact: object('A store that a plugin of the cluster reaches.', {
    name: field(text, 'Which plugin; it has to be set up in the controller.'),
    key: required(text, 'Name of the object, as the plugin understands it.'),
    configuration: field(multiline, 'Settings for the plugin, in its own format.'),
    connectionTimeoutSeconds: field(count, 'Seconds to wait for the plugin to answer.'),
  }),
}
