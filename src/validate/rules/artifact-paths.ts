import { leafTypes, type ArtifactView } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'
import { leavesFolder } from './clean-path.ts'

/**
 * Where a template does something itself, each artifact has a path in its container; where it only calls others, none has.
 * (Argo: validateInputs, validateOutputs, `Artifact.CleanPath`.)
 */
export const checkArtifactPaths: OwnRule = ({ type, inputs, outputs }) => {
  if (type === undefined) return []
  const check = leafTypes.has(type) ? neededPath : needlessPath
  return [
    ...inputs.artifacts.flatMap((artifact, index) =>
      check(artifact, ['inputs', 'artifacts', index], type),
    ),
    ...outputs.artifacts.flatMap((artifact, index) =>
      check(artifact, ['outputs', 'artifacts', index], type),
    ),
  ]
}

function neededPath({ name = '', path = '' }: ArtifactView, at: Path): readonly Finding[] {
  if (path === '') {
    const message = `The artifact ${name} has no path. Write where it is in the container.`
    const suggested = `/tmp/${name}`
    const fixes =
      name === '' ? [] : [settingField(`Set the path ${suggested}`, [...at, 'path'], suggested)]
    return [{ code: 'artifact-path-missing', message, path: at, fixes }]
  }
  if (!leavesFolder(path)) return []
  const message = `The path ${path} leads out of its folder by way of \`..\`, which Argo does not permit. Write it without.`
  return [{ code: 'artifact-path-outside', message, path: [...at, 'path'] }]
}

function needlessPath(
  { name = '', path = '' }: ArtifactView,
  at: Path,
  type: string,
): readonly Finding[] {
  if (path === '') return []
  const message = `A ${type} template has no container, so its artifact ${name} can have no path. Remove it; the templates that are called have one.`
  const own = [...at, 'path']
  const fixes = [settingField('Remove the path', own, null)]
  return [{ code: 'field-misplaced', message, path: own, marks: 'key', fixes }]
}
