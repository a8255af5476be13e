import { hasFullDefinitions, refusedByCluster } from '../definitions.ts'
import { settingField } from '../fix.ts'
import type { OwnRule } from '../scope.ts'

/** What gets or deletes a resource needs no manifest, and Argo looks at none there; two are too many for the definitions of Argo 4. */
export const checkManifestOnce: OwnRule = ({ node }, reader, settings) => {
  const resource = reader.field(node, 'resource')
  const action = reader.text(resource, 'action')
  if (!hasFullDefinitions(settings) || (action !== 'get' && action !== 'delete')) return []
  const fields = ['manifest', 'manifestFrom'].filter(
    (key) => reader.field(resource, key) !== undefined,
  )
  if (fields.length < 2) return []
  const message = `This resource has both \`manifest\` and \`manifestFrom\`. ${refusedByCluster} Keep one.`
  const fixes = fields
    .toReversed()
    .map((key) => settingField(`Remove ${key}`, ['resource', key], null))
  return [
    { code: 'crd-manifest', message, path: ['resource', 'manifestFrom'], marks: 'key', fixes },
  ]
}
