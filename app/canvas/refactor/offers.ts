import type { Result } from '../../../src/base/index.ts'
import {
  runRefactoring,
  unusedTemplates,
  type Edit,
  type RefactorCommandId,
  type Refusal,
  type StepKey,
} from '../../../src/edit/index.ts'
import { isTaskPlace } from '../../../src/argo/index.ts'
import { templateKey } from '../../authoring/index.ts'
import type { Designer, Scene } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'

/** A refactoring that menus and the list of commands offer. */
export interface Offer {
  readonly id: RefactorCommandId
  readonly label: string
  /** As `parseShortcut` of platform reads it. */
  readonly shortcut?: string
  /** What it is about. */
  readonly about: 'steps' | 'step' | 'template'
  /** Whether there is something to choose before it is done. */
  readonly asks?: boolean
  /** What it is given beside the template and the steps, to see whether it would act. */
  readonly trial?: Readonly<Record<string, unknown>>
  /** Whether it is shown at all; a script is never offered to become one. */
  readonly isShown: (scene: Scene) => boolean
}

/** What a dialog about a refactoring is given. */
export interface OfferDialogProps {
  readonly offer: Offer
  readonly onClose: () => void
}

const always = (): boolean => true
const typeIs = (type: string) => (scene: Scene) => scene.template?.type === type

export const offers: readonly Offer[] = [
  {
    id: 'extractTemplate',
    label: 'Extract into a template…',
    shortcut: 'Alt+Shift+E',
    about: 'steps',
    asks: true,
    isShown: (scene) => typeIs('steps')(scene) || typeIs('dag')(scene),
  },
  {
    id: 'inlineTemplate',
    label: 'Inline the template',
    shortcut: 'Alt+Shift+I',
    about: 'step',
    isShown: (scene) => selectedStep(scene)?.inline === undefined,
  },
  {
    id: 'nameInline',
    label: 'Give the inline template a name…',
    shortcut: 'Alt+Shift+N',
    about: 'step',
    asks: true,
    isShown: (scene) => selectedStep(scene)?.inline !== undefined,
  },
  {
    id: 'toParallel',
    label: 'Run at the same time',
    shortcut: 'Alt+Shift+P',
    about: 'steps',
    isShown: typeIs('steps'),
  },
  {
    id: 'toSequence',
    label: 'Run one after the other',
    shortcut: 'Alt+Shift+S',
    about: 'steps',
    isShown: typeIs('steps'),
  },
  {
    id: 'wrapInLoop',
    label: 'Loop…',
    shortcut: 'Alt+Shift+L',
    about: 'step',
    asks: true,
    trial: { withItems: [''], aggregates: true },
    isShown: always,
  },
  {
    id: 'wrapInRetry',
    label: 'Retry…',
    shortcut: 'Alt+Shift+R',
    about: 'step',
    asks: true,
    trial: { copy: true },
    isShown: always,
  },
  {
    id: 'stepsToDag',
    label: 'Turn the steps into a dag',
    about: 'template',
    isShown: typeIs('steps'),
  },
  {
    id: 'dagToSteps',
    label: 'Turn the dag into steps',
    about: 'template',
    isShown: typeIs('dag'),
  },
  {
    id: 'scriptToContainer',
    label: 'Turn the script into a container',
    about: 'template',
    isShown: typeIs('script'),
  },
  {
    id: 'containerToScript',
    label: 'Turn the container into a script',
    about: 'template',
    isShown: typeIs('container'),
  },
  {
    id: 'removeUnusedTemplates',
    label: 'Remove unused templates…',
    about: 'template',
    asks: true,
    isShown: always,
  },
]

/** The one step or task that is selected. */
export function selectedStep(scene: Scene) {
  const [place, more] = scene.selectedNodes
  if (place === undefined || more !== undefined) return undefined
  return isTaskPlace(place)
    ? scene.template?.tasks[place.task]
    : scene.template?.lanes[place.lane]?.steps[place.step]
}

/** The arguments of a refactoring for what is selected, or for the template that is drawn. */
export function argumentsOf({ id, about }: Offer, scene: Scene): Record<string, unknown> {
  if (id === 'removeUnusedTemplates')
    return { templates: unusedTemplates(scene.tree, scene.document).map(({ name }) => name) }
  const template = templateKey(scene)
  if (about === 'template') return { template }
  const keys = scene.selectedNodes.map((place): Exclude<StepKey, string> =>
    isTaskPlace(place) ? { task: place.task } : { lane: place.lane, index: place.step },
  )
  if (about === 'steps') return { template, steps: keys }
  return { template, ...(keys[0] ?? { step: '' }) }
}

const known = new WeakMap<Scene, Map<string, string | undefined>>()

/** Why a refactoring would not act now, in a sentence; nothing when it would. The same scene is asked once. */
export function reasonAgainst(offer: Offer, scene: Scene): string | undefined {
  const reasons = known.get(scene) ?? new Map<string, string | undefined>()
  known.set(scene, reasons)
  if (!reasons.has(offer.id)) reasons.set(offer.id, tried(offer, scene))
  return reasons.get(offer.id)
}

function tried(offer: Offer, scene: Scene): string | undefined {
  if (scene.lock !== undefined) return scene.lock
  const count = scene.selectedNodes.length
  if (offer.about !== 'template' && count === 0)
    return scene.template?.type === 'dag' ? 'No task is selected.' : 'No step is selected.'
  if (offer.about === 'step' && count > 1)
    return scene.template?.type === 'dag' ? 'Select one task alone.' : 'Select one step alone.'
  const result = tryOut(offer, scene, offer.trial ?? {})
  return result.ok ? undefined : result.error.message
}

/** What a refactoring would do with these arguments more; nothing is changed. */
export function tryOut(
  offer: Offer,
  scene: Scene,
  more: Readonly<Record<string, unknown>>,
): Result<Edit, Refusal> {
  const { tree, document } = scene
  return runRefactoring({ tree, document }, offer.id, { ...argumentsOf(offer, scene), ...more })
}

/** Does a refactoring as one step of the history; a refusal becomes a notice. */
export function refactor(
  designer: Designer,
  offer: Offer,
  more: Readonly<Record<string, unknown>> = {},
): boolean {
  const args = { ...argumentsOf(offer, designer.scene()), ...more }
  const done = designer.actions.execute(`command.${offer.id}`, (context) =>
    runRefactoring(context, offer.id, args),
  )
  canvasUi(designer).set({ wantsFocus: true })
  return done.ok
}

/** Begins a refactoring: asks what there is to choose, else does it. */
export function begin(designer: Designer, offer: Offer): void {
  if (offer.asks === true) canvasUi(designer).set({ refactoring: offer.id })
  else refactor(designer, offer)
}
