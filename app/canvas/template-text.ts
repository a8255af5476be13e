import { refusalOf } from '../../src/edit/index.ts'
import { templatePath, type TemplateAddress } from '../../src/argo/index.ts'
import { err, ok, type TextRange } from '../../src/base/index.ts'
import { locate, setSource, sourceOf } from '../../src/yaml/index.ts'
import type { Designer, Scene } from '../store/index.ts'

export interface TemplateText {
  readonly range: TextRange
  /** As written, but moved to the left edge. */
  readonly source: string
  /** Whether it is short enough to be edited in one field. */
  readonly isShort: boolean
}

const MOST_LINES = 400

/** The text of a template of the scene; nothing for one that is an alias of another. */
export function templateText(scene: Scene, template: TemplateAddress): TemplateText | undefined {
  const address = addressOf(scene, template)
  const found = locate(scene.tree, address)
  const source = sourceOf(scene.tree, address)
  if (found === undefined || source === undefined) return undefined
  return {
    range: { from: found.start, to: found.end },
    source,
    isShort: source.split('\n').length <= MOST_LINES,
  }
}

/** The first lines of a long text. */
export function beginningOf(source: string): string {
  return [...source.split('\n').slice(0, MOST_LINES), '…'].join('\n')
}

/** Puts YAML as it was typed in place of a template. Gives what was refused, in words. */
export function writeTemplate(
  designer: Designer,
  template: TemplateAddress,
  source: string,
): string | undefined {
  const scene = designer.scene()
  const planned = setSource(scene.tree, addressOf(scene, template), source)
  if (!planned.ok) return refusalOf(planned.error).message
  const result = designer.actions.execute('command.setTemplate', ({ tree, document }) => {
    const { path } = addressOf(scene, template)
    const plan = setSource(tree, { document, path }, source)
    return plan.ok ? ok({ changes: plan.value }) : err(refusalOf(plan.error))
  })
  return result.ok ? undefined : result.error.message
}

function addressOf(
  { document, manifest }: Scene,
  template: TemplateAddress,
): { document: number; path: ReturnType<typeof templatePath> } {
  return { document, path: templatePath(manifest, template) }
}
