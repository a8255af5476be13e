import { templateAt, templateIndex, type TemplateAddress } from '../../src/argo/index.ts'
import { err, type Result } from '../../src/base/index.ts'
import type { Edit, Refusal, TemplateKey } from '../../src/edit/index.ts'
import type { DropPlace } from '../../src/layout/index.ts'
import type { JsonValue } from '../../src/yaml/index.ts'
import type { Designer, Scene } from '../store/index.ts'
import type { AddEntry } from './add-entries.ts'
import { execute } from './commands.ts'

/** What a new workflow calls its first template. */
const FIRST_TEMPLATE = 'steps'

/** The template that is drawn, as commands address it; where the file has none, the one that the first step makes. */
export function templateKey({ address, manifest }: Scene): TemplateKey {
  return address ?? manifest.spec.entrypoint ?? FIRST_TEMPLATE
}

/** Where a step goes that is added without saying where: into a new lane after the selection, else at the end. Of a graph, after what is selected. */
export function afterSelection(scene: Scene): DropPlace {
  if (scene.template?.type === 'dag')
    return { after: scene.selectedTasks.map(({ task }) => task), before: [] }
  if (scene.template?.type === 'containerSet')
    return { after: scene.selectedContainers.map(({ container }) => container), before: [] }
  const lanes = scene.selected.map(({ lane }) => lane)
  const end = scene.template?.lanes.length ?? 0
  return { newLane: lanes.length === 0 ? end : Math.max(...lanes) + 1 }
}

/** Adds a step to the template that is drawn, or to another one. Refused, with a notice, when that is of a type that cannot take it. */
export function addStep(
  designer: Designer,
  entry: AddEntry,
  to: DropPlace = afterSelection(designer.scene()),
  owner: TemplateAddress | undefined = designer.scene().address,
): Result<Edit, Refusal> {
  const scene = designer.scene()
  const template = owner ?? templateKey(scene)
  const type = owner === undefined ? undefined : templateAt(scene.manifest, owner)?.type
  if (!('after' in to)) return execute(designer.actions, 'addStep', { template, ...entry.args, to })
  if (type !== 'containerSet') {
    const { step, newTemplate } = entry.args
    const args = { ...(newTemplate && { newTemplate }), ...(step && { task: step }) }
    return execute(designer.actions, 'addTask', { template, ...args, ...to })
  }
  const container = containerOf(entry, scene)
  if (container !== undefined)
    return execute(designer.actions, 'addContainer', { template, container, ...to })
  const text = 'A container set holds containers only. Add a container, or a template that is one.'
  designer.actions.notify({ tone: 'warning', text })
  return err({ message: text })
}

/** What of an entry can be a container of a set: a new container, or the image and command of a template that is one. */
function containerOf(
  { id, args }: AddEntry,
  { manifest }: Scene,
): Readonly<Record<string, JsonValue>> | undefined {
  if (id === 'new:container') return { name: 'container' }
  const called: unknown = args.step?.['template']
  const index = templateIndex(manifest, typeof called === 'string' ? called : undefined)
  const template = index === undefined ? undefined : manifest.spec.templates[index]
  const view = template?.container
  if (view?.image === undefined) return undefined
  return {
    name: template?.name?.toLowerCase() ?? 'container',
    image: view.image,
    ...(view.command.length > 0 && { command: view.command }),
    ...(view.args.length > 0 && { args: view.args }),
  }
}
