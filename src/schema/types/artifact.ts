import type { Field, FieldGroup } from '../model.ts'
import { atMostOne, boolean, expression, field, path, ref, required, text } from '../notation.ts'

/** Where an artifact can be stored: of these an artifact has at most one. */
export const locationFields: Readonly<Record<string, Field>> = {
  s3: field(ref('S3Artifact'), 'An object in S3 or in a store that speaks its protocol.'),
  gcs: field(ref('GCSArtifact'), 'An object in Google Cloud Storage.'),
  azure: field(ref('AzureArtifact'), 'A blob in Azure Storage.'),
  oss: field(ref('OSSArtifact'), 'An object in Alibaba Cloud OSS.'),
  git: field(ref('GitArtifact'), 'A Git repository, cloned; for inputs only.'),
  http: field(ref('HTTPArtifact'), 'A file behind a URL, fetched or put there.'),
  raw: field(ref('RawArtifact'), 'A text written right here; for inputs only.'),
  artifactory: field(ref('ArtifactoryArtifact'), 'A file in Artifactory.'),
  hdfs: field(ref('HDFSArtifact'), 'A file in a Hadoop file system.'),
  plugin: field(ref('PluginArtifact'), 'A store that a plugin of the cluster reaches.', {
    since: '4.0',
  }),
}

/** Whether the logs are stored, which artifacts and locations both say. */
export const archiveLogs: Field = field(
  boolean,
  'Whether the logs of the container are stored at this place too.',
)

/** Everything that an artifact can say. */
export const artifactFields: Readonly<Record<string, Field>> = {
  name: required(text, 'Name of the artifact, once among those beside it.'),
  path: field(path, 'Where the file or folder is in the container.', {
    example: '/tmp/report.html',
  }),
  from: field(text, 'Tag of the artifact that is handed on.', {
    example: "'{{steps.build.outputs.artifacts.site}}'",
  }),
  fromExpression: field(
    expression,
    'Expression that picks the artifact to hand on; for outputs of templates.',
    {
      example:
        "steps.a.status == 'Succeeded' ? steps.a.outputs.artifacts.x : steps.b.outputs.artifacts.x",
    },
  ),
  subPath: field(text, 'Part of the artifact that is handed on with `from`.'),
  optional: field(boolean, 'Goes on without the artifact when it is not there.', {
    default: 'false',
  }),
  ...locationFields,
  archive: field(
    ref('ArchiveStrategy'),
    'How it is packed before it is stored; without it as a tar with gzip.',
  ),
  mode: field(
    { kind: 'integer', min: 0, max: 511 },
    'Permissions of the file in the container, as a decimal or, with a leading zero, an octal number.',
    { example: '0755' },
  ),
  recurseMode: field(boolean, 'Gives a whole folder the permissions, not only its top.', {
    default: 'false',
  }),
  globalName: field(
    text,
    'Name under which an output is known to the whole workflow, as `workflow.outputs.artifacts.…`.',
  ),
  archiveLogs,
  artifactGC: field(ref('ArtifactGC'), 'When this artifact is deleted from its store.'),
  deleted: field(boolean, 'Whether it was deleted already; Argo sets it.'),
}

/** Which fields of an artifact exclude each other. */
export const artifactGroups: readonly FieldGroup[] = [
  atMostOne('from', 'fromExpression', ...Object.keys(locationFields)),
]
