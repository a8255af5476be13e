import {
  calledTemplate,
  scriptLanguage,
  type ScriptLanguage,
  type ScriptView,
  type TemplateView,
} from '../../src/argo/index.ts'
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

/** The script of the template that a selected step calls, else that of the drawn template; nothing if neither is a script. */
export function scriptTarget(scene: Scene): ScriptTarget | undefined {
  const { manifest, selected } = scene
  const { templates } = manifest.spec
  const called = selected.flatMap(({ template, lane, step }) => {
    const view = templates[template]?.lanes[lane]?.steps[step]
    return (view && calledTemplate(manifest, view)) ?? []
  })
  for (const template of [...called, scene.template]) {
    // An inline template has no name by which a command could find it.
    const index = template === undefined ? -1 : templates.indexOf(template)
    const found = targetOf(templates[index], index)
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
