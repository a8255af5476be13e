import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/**
 * Input artifacts in git or hdfs, and an archive location, must say all that is needed to find them; Argo looks at no other storage.
 * (Argo: validateArtifactLocation.)
 */
export const checkStorage: OwnRule = ({ node, inputs }, reader) => [
  ...inputs.artifacts.flatMap((artifact, index) =>
    checkLocation(reader, artifact.node, ['inputs', 'artifacts', index]),
  ),
  ...checkLocation(reader, reader.field(node, 'archiveLocation'), ['archiveLocation']),
]

function checkLocation(
  reader: FieldReader,
  owner: YamlNode | undefined,
  path: Path,
): readonly Finding[] {
  const git = reader.field(owner, 'git')
  const hdfs = reader.field(owner, 'hdfs')
  const inGit = git?.kind === 'map' && isEmpty(reader, git, 'repo')
  return [
    ...(inGit
      ? [lacking([...path, 'git'], 'A git artifact needs `repo`, the address to clone.')]
      : []),
    ...(hdfs?.kind === 'map' ? hdfsProblems(reader, hdfs) : []).map((message) =>
      lacking([...path, 'hdfs'], message),
    ),
  ]
}

function hdfsProblems(reader: FieldReader, hdfs: YamlNode): readonly string[] {
  const path = reader.text(hdfs, 'path') ?? ''
  const has = (field: string): boolean => reader.field(hdfs, field) !== undefined
  const problems: string[] = []
  if (reader.items(reader.field(hdfs, 'addresses')).length === 0)
    problems.push('An hdfs artifact needs `addresses`, a list of name nodes.')
  if (!path.startsWith('/')) problems.push('An hdfs artifact needs a `path`, which begins with /.')
  if (isEmpty(reader, hdfs, 'hdfsUser') && !has('krbCCacheSecret') && !has('krbKeytabSecret'))
    problems.push(
      'An hdfs artifact needs `hdfsUser`, `krbCCacheSecret` or `krbKeytabSecret`, one of the three.',
    )
  const needed = [
    ...(has('krbKeytabSecret') ? ['krbUsername', 'krbRealm'] : []),
    ...(has('krbKeytabSecret') || has('krbCCacheSecret') ? ['krbServicePrincipalName'] : []),
  ].filter((field) => isEmpty(reader, hdfs, field))
  const config = has('krbKeytabSecret') || has('krbCCacheSecret') ? 'krbConfigConfigMap' : undefined
  const lack = config === undefined || has(config) ? needed : [...needed, config]
  if (lack.length > 0)
    problems.push(
      `With Kerberos, an hdfs artifact needs ${lack.map((field) => `\`${field}\``).join(', ')} too.`,
    )
  return problems
}

function isEmpty(reader: FieldReader, owner: YamlNode, field: string): boolean {
  return (reader.text(owner, field) ?? '') === ''
}

function lacking(path: Path, message: string): Finding {
  return {
    code: 'storage-incomplete',
    message: `${message} Add what is missing.`,
    path,
    marks: 'key',
  }
}
