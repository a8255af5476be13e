import {
  calledTemplate,
  nodeAt,
  nodePlaceOf,
  scriptLanguage,
  templateOfPath,
  type ScriptLanguage,
  type ScriptView,
  type TemplateView,
} from '../../src/argo/index.ts'
import type { Address } from '../../src/yaml/index.ts'
import type { Scene } from '../store/index.ts'

/** The script that the script tab shows. */
export interface ScriptTarget {
  /** Of its template. */
  readonly index: number
  readonly name: string
  readonly template: TemplateView
  readonly script: ScriptView
  readonly source: string
  readonly language: ScriptLanguage
}

/**
 * The script that a selected step runs or that a selected template is, else that of the drawn template; nothing if none of them is a
 * script.
 */
export function scriptTarget(
  { manifest, document, templateIndex }: Scene,
  selected: readonly Address[],
): ScriptTarget | undefined {
  const { templates } = manifest.spec
  const indices = selected
    .filter((address) => address.document === document)
    .map(({ path }) => {
      const place = nodePlaceOf(manifest, path)
      if (place === undefined) return templateOfPath(manifest, path)
      const step = nodeAt(manifest, place)
      const called = step && calledTemplate(manifest, step)
      // An inline template is none of the list, and no command could find it.
      return called && templates.indexOf(called)
    })
  for (const index of [...indices, templateIndex]) {
    const found = index === undefined ? undefined : targetOf(templates[index], index)
    if (found !== undefined) return found
  }
  return undefined
}

function targetOf(template: TemplateView | undefined, index: number): ScriptTarget | undefined {
  const script = template?.script
  if (template === undefined || script === undefined) return undefined
  return {
    index,
    name: template.name ?? String(index),
    template,
    script,
    source: script.source ?? '',
    language: scriptLanguage(script),
  }
}

/** What was renamed, if that is all that happened to the names of templates. */
export function renamedTemplate(
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
): { readonly from: string; readonly to: string } | undefined {
  if (before.length !== after.length) return undefined
  const changed = before.flatMap((name, index) => (name === after[index] ? [] : [index]))
  const [index] = changed
  if (index === undefined || changed.length > 1) return undefined
  const [from, to] = [before[index], after[index]]
  if (from === undefined || to === undefined || before.includes(to) || after.includes(from)) {
    return undefined
  }
  return { from, to }
}
