import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, OwnRule } from '../scope.ts'

/** Pods of a workflow may ask for cpu, memory and huge pages as a whole, and for no claims. (Argo: validatePodResources.) */
export const checkWorkflowPodResources: DocumentRule = ({ manifest, reader }) =>
  unknownResources(reader, manifest.spec.node, manifest.specPath)

/** So may those of a template. */
export const checkPodResources: OwnRule = ({ node }, reader) => unknownResources(reader, node, [])

function unknownResources(
  reader: FieldReader,
  owner: YamlNode | undefined,
  path: Path,
): readonly Finding[] {
  const resources = reader.field(owner, 'podResources')
  if (resources === undefined) return []
  const own = [...path, 'podResources']
  const claims = reader.items(reader.field(resources, 'claims'))
  const inLists = ['limits', 'requests'].flatMap((list) =>
    reader
      .keys(reader.field(resources, list))
      .filter((name) => name !== 'cpu' && name !== 'memory' && !name.startsWith('hugepages-'))
      .map((name) => {
        const message = `A pod as a whole cannot ask for ${name}, only for cpu, memory and hugepages-*. Ask for it in the container that needs it.`
        return wrong(message, [...own, list, name], name)
      }),
  )
  if (claims.length === 0) return inLists
  const message = 'A pod as a whole cannot use claims. Name them in the container that needs them.'
  return [wrong(message, [...own, 'claims'], 'claims'), ...inLists]
}

function wrong(message: string, path: Path, what: string): Finding {
  const fixes = [settingField(`Remove ${what}`, path, null)]
  return { code: 'pod-resource-unknown', message, path, marks: 'key', fixes }
}
