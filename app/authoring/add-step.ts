import type { Result } from '../../src/base/index.ts'
import type { Edit, Refusal, TemplateKey } from '../../src/edit/index.ts'
import type { DropPlace } from '../../src/layout/index.ts'
import type { Designer, Scene } from '../store/index.ts'
import type { AddEntry } from './add-entries.ts'
import { execute } from './commands.ts'

/** What a new workflow calls its first template. */
const FIRST_TEMPLATE = 'steps'

/** The template that is drawn, as commands address it; where the file has none, the one that the first step makes. */
export function templateKey({ address, manifest }: Scene): TemplateKey {
  return address ?? manifest.spec.entrypoint ?? FIRST_TEMPLATE
}

/** Where a step goes that is added without saying where: into a new lane after the selection, else at the end. */
export function afterSelection(scene: Scene): DropPlace {
  const lanes = scene.selected.map(({ lane }) => lane)
  const end = scene.template?.lanes.length ?? 0
  return { newLane: lanes.length === 0 ? end : Math.max(...lanes) + 1 }
}

/** Adds a step to the template that is drawn. Refused, with a notice, when something of another type is drawn. */
export function addStep(
  designer: Designer,
  entry: AddEntry,
  to: DropPlace = afterSelection(designer.scene()),
): Result<Edit, Refusal> {
  const template = templateKey(designer.scene())
  return execute(designer.actions, 'addStep', { template, ...entry.args, to })
}
