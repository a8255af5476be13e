import type { FieldReader, ManifestView, TemplateType } from '../argo/index.ts'

type Types = ReadonlySet<TemplateType>

/** One object for each case, so that surroundings can be compared by it. */
const cases: Readonly<Record<'none' | 'container' | 'script' | 'both', Types>> = {
  none: new Set(),
  container: new Set(['container']),
  script: new Set(['script']),
  both: new Set(['container', 'script']),
}

/** The types of templates for which `templateDefaults` has an image; the same object for the same types. */
export function defaultImages({ spec }: ManifestView, reader: FieldReader): Types {
  const defaults = reader.field(spec.node, 'templateDefaults')
  if (defaults === undefined) return cases.none
  const has = (type: TemplateType): boolean =>
    (reader.text(reader.field(defaults, type), 'image') ?? '') !== ''
  if (has('container')) return has('script') ? cases.both : cases.container
  return has('script') ? cases.script : cases.none
}
