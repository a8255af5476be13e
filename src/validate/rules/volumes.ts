import type { Path } from '../../base/index.ts'
import type { FieldReader } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { settingField } from '../fix.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule } from '../scope.ts'
import { similarName } from '../similar.ts'

/**
 * What a container mounts must be a volume of its template or of the workflow, or Kubernetes refuses its pod. Only workflows are looked at: templates
 * of others mount what the workflow has that runs them. So may what patches pods.
 */
export const checkVolumes: DocumentRule = ({ manifest, reader }) => {
  const { kind, spec, specPath } = manifest
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  if (spec.workflowTemplateRef !== undefined || isPatched(spec.node, reader)) return []
  const defaults = reader.field(spec.node, 'templateDefaults')
  if (isPatched(defaults, reader)) return []
  const shared = [
    ...names(spec.node, 'volumes', reader),
    ...names(defaults, 'volumes', reader),
    ...reader
      .items(reader.field(spec.node, 'volumeClaimTemplates'))
      .map((claim) => reader.text(reader.field(claim, 'metadata'), 'name') ?? ''),
  ]
  return spec.templates.flatMap(({ node }, index): readonly Finding[] => {
    const mounts = mountsIn(node, reader)
    if (mounts.length === 0 || isPatched(node, reader)) return []
    const known = new Set([...shared, ...names(node, 'volumes', reader)])
    return mounts.flatMap(({ name, path }): readonly Finding[] => {
      if (name === '' || known.has(name) || [name, ...known].some((one) => one.includes('{{')))
        return []
      const at = [...specPath, 'templates', index, ...path, 'name']
      const similar = similarName(name, known)
      const meant = similar === undefined ? '' : ` Is ${similar} meant?`
      const message = `There is no volume ${name}, so Kubernetes refuses the pod.${meant} Declare it under \`volumes\` of the template or of the workflow.`
      const fixes = similar === undefined ? [] : [settingField(`Mount ${similar}`, at, similar)]
      return [{ code: 'volume-unknown', message, path: at, fixes }]
    })
  })
}

function isPatched(owner: YamlNode | undefined, reader: FieldReader): boolean {
  return reader.field(owner, 'podSpecPatch') !== undefined
}

function names(owner: YamlNode | undefined, key: string, reader: FieldReader): readonly string[] {
  return reader.items(reader.field(owner, key)).map((item) => reader.text(item, 'name') ?? '')
}

interface Mount {
  readonly name: string
  /** From the template. */
  readonly path: Path
}

/** What the containers of a template mount. */
function mountsIn(template: YamlNode, reader: FieldReader): readonly Mount[] {
  const single = (['container', 'script'] as const).flatMap((key) =>
    mountsOf(reader.field(template, key), [key], reader),
  )
  const set = reader.field(template, 'containerSet')
  const lists = [
    ...(['initContainers', 'sidecars'] as const).map((key) => ({
      list: reader.field(template, key),
      path: [key],
    })),
    { list: reader.field(set, 'containers'), path: ['containerSet', 'containers'] },
  ]
  const shared = mountsOf(set, ['containerSet'], reader)
  const listed = lists.flatMap(({ list, path }) =>
    reader.items(list).flatMap((item, index) => mountsOf(item, [...path, index], reader)),
  )
  return [...single, ...shared, ...listed]
}

function mountsOf(
  container: YamlNode | undefined,
  path: Path,
  reader: FieldReader,
): readonly Mount[] {
  return reader.items(reader.field(container, 'volumeMounts')).map((mount, index) => ({
    name: reader.text(mount, 'name') ?? '',
    path: [...path, 'volumeMounts', index],
  }))
}
