import {
  freeName,
  type ArtifactView,
  type ParameterView,
  type PortsView,
} from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'

/** No two parameters, and no two artifacts, of the inputs or outputs of a template may have one name. */
export const checkDuplicatePorts: OwnRule = ({ inputs, outputs }) => [
  ...duplicatePorts(inputs, ['inputs']),
  ...duplicatePorts(outputs, ['outputs']),
]

/** Findings about parameters and artifacts that have the name of one before them. (Argo: validateWorkflowFieldNames.) */
function duplicatePorts({ parameters, artifacts }: PortsView, path: Path): readonly Finding[] {
  return [
    ...duplicates(parameters, 'parameter', [...path, 'parameters']),
    ...duplicates(artifacts, 'artifact', [...path, 'artifacts']),
  ]
}

function duplicates(
  ports: readonly (ParameterView | ArtifactView)[],
  what: string,
  path: Path,
): readonly Finding[] {
  if (ports.length < 2) return []
  const seen = new Set<string>()
  const all = new Set(ports.flatMap(({ name }) => name ?? []))
  return ports.flatMap(({ name }, index): Finding[] => {
    if (name === undefined || name === '') return []
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const message = `There is another ${what} ${name} in this list. Give this one a name of its own, or remove it.`
    const free = freeName(name, all)
    const at = [...path, index, 'name']
    const fixes = [settingField(`Rename it to ${free}`, at, free)]
    return [{ code: 'port-duplicate', message, path: at, fixes }]
  })
}
