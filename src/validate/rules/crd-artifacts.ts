import type { Path } from '../../base/index.ts'
import type { ArtifactView, FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { hasFullDefinitions, numberOf, refusedByCluster } from '../definitions.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, StepRule } from '../scope.ts'

/** Where an artifact can be stored, in the order in which Argo looks: it takes the first that there is. */
const locations = [
  'artifactory',
  'azure',
  'gcs',
  'git',
  'hdfs',
  'http',
  'oss',
  'raw',
  's3',
  'plugin',
]

/** The most that the mode of a file can be: 0777. */
const MAX_MODE = 511

/** An artifact is stored at one place, and the mode of its file is one, by the definitions of Argo 4. */
export const checkTemplateArtifacts: OwnRule = ({ node, inputs, outputs }, reader, settings) => {
  if (!hasFullDefinitions(settings)) return []
  const archive = reader.field(node, 'archiveLocation')
  return [
    ...inArtifacts(inputs.artifacts, ['inputs', 'artifacts'], reader),
    ...inArtifacts(outputs.artifacts, ['outputs', 'artifacts'], reader),
    ...(archive === undefined ? [] : inPlace(archive, ['archiveLocation'], reader)),
  ]
}

/** The same of what a step gives. */
export const checkStepArtifacts: StepRule = ({ artifacts }, reader, settings) =>
  artifacts.length === 0 || !hasFullDefinitions(settings)
    ? []
    : inArtifacts(artifacts, ['arguments', 'artifacts'], reader)

/** The same of what a workflow is given. */
export const checkWorkflowArtifacts: DocumentRule = ({ manifest, reader, settings }) => {
  const { spec, specPath } = manifest
  if (!hasFullDefinitions(settings)) return []
  return inArtifacts(spec.artifacts, [...specPath, 'arguments', 'artifacts'], reader)
}

function inArtifacts(
  artifacts: readonly ArtifactView[],
  path: Path,
  reader: FieldReader,
): readonly Finding[] {
  return artifacts.flatMap(({ node }, index) => {
    const at = [...path, index]
    return [...inPlace(node, at, reader), ...inMode(node, at, reader)]
  })
}

function inPlace(node: YamlNode, path: Path, reader: FieldReader): readonly Finding[] {
  const keys = reader.keys(node)
  const [first, ...others] = locations.filter((key) => keys.includes(key))
  return others.map((key) => {
    const message = `This artifact has two places, ${String(first)} and ${key}. ${refusedByCluster} Keep one.`
    const fixes = [first ?? key, key].map((field) =>
      settingField(`Remove ${field}`, [...path, field], null),
    )
    return { code: 'crd-location', message, path: [...path, key], marks: 'key', fixes }
  })
}

function inMode(node: YamlNode, path: Path, reader: FieldReader): readonly Finding[] {
  const mode = numberOf(reader, node, 'mode')
  if (mode === undefined || (mode >= 0 && mode <= MAX_MODE)) return []
  const at = [...path, 'mode']
  // 755 and the like are meant as octal digits.
  const octal = /^[0-7]{3}$/.test(String(mode)) ? `0${String(mode)}` : undefined
  const advice = octal === undefined ? '' : ` Is ${octal} meant, in octal digits?`
  const message = `The mode ${String(mode)} is none that a file has, which is 0 to 0777. ${refusedByCluster}${advice}`
  const fixes =
    octal === undefined
      ? []
      : [
          settingField(
            `Write ${String(parseInt(octal, 8))}, which is ${octal}`,
            at,
            parseInt(octal, 8),
          ),
        ]
  return [{ code: 'crd-mode', message, path: at, fixes }]
}
