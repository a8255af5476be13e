import type { LaneView, StepView, TemplateView } from '../argo/index.ts'
import type { StepReference } from '../expression/index.ts'
import type { YamlNode } from '../yaml/index.ts'
import { mentionsOfField, mentionsOfStep } from './collect.ts'
import type { Mention } from './mention.ts'
import type { LocalStep } from './owner.ts'

/** What a step, or a field of a template, reads of one other step, or of the inputs around it. */
export interface Read {
  /** Name of the step; nothing for inputs and the workflow. */
  readonly step: string | undefined
  readonly scope: 'steps' | 'tasks' | undefined
  /** Names of what is read, each once. */
  readonly labels: readonly string[]
}

const reads = new WeakMap<YamlNode, readonly Read[]>()

/** What a step or task reads. Kept with its node. */
export function readsOfStep({ node }: StepView): readonly Read[] {
  const known = reads.get(node)
  if (known !== undefined) return known
  const made = readsIn(mentionsOfStep(node))
  reads.set(node, made)
  return made
}

/** What the outputs of a template read. */
export function readsOfOutputs({ node }: TemplateView): readonly Read[] {
  if (node.kind !== 'map') return none
  const outputs = node.entries.find(({ key }) => key.kind === 'scalar' && key.value === 'outputs')
  return outputs === undefined ? none : readsIn(mentionsOfField('outputs', outputs.value))
}

function readsIn(mentions: readonly Mention[]): readonly Read[] {
  const found = new Map<string, { read: Omit<Read, 'labels'>; labels: string[] }>()
  for (const { what, inlines } of mentions) {
    if (what.role !== 'data') continue
    const { reference } = what
    const isStep = reference.kind === 'step'
    // An input that a template given in place reads is mostly its own.
    const isInput = reference.kind === 'input' && inlines.length === 0
    if (!isStep && !isInput && reference.kind !== 'workflow-parameter') continue
    const label = isStep
      ? partLabel(reference.part)
      : `${isInput ? '' : 'workflow '}${reference.name.name}`
    const key = isStep ? `${reference.scope} ${reference.step.name}` : ''
    const read = isStep
      ? { step: reference.step.name, scope: reference.scope }
      : { step: undefined, scope: undefined }
    const entry = found.get(key) ?? { read, labels: [] }
    found.set(key, entry)
    if (!entry.labels.includes(label)) entry.labels.push(label)
  }
  if (found.size === 0) return none
  return [...found.values()].map(({ read, labels }) => ({ ...read, labels }))
}

const none: readonly Read[] = []

/** The steps and tasks that read one of a name, found lane by lane. */
export function readersOf(view: TemplateView, name: string): readonly LocalStep[] {
  const found: LocalStep[] = []
  for (const [lane, laneView] of view.lanes.entries()) {
    if (!namesReadIn(laneView).includes(name)) continue
    for (const [index, step] of laneView.steps.entries())
      if (readsStep(step, name)) found.push({ view: step, path: ['steps', lane, index], lane })
  }
  for (const [index, task] of view.tasks.entries())
    if (readsStep(task, name))
      found.push({ view: task, path: ['dag', 'tasks', index], lane: undefined })
  return found
}

function readsStep(step: StepView, name: string): boolean {
  return readsOfStep(step).some((read) => read.step === name)
}

const named = new WeakMap<LaneView, readonly string[]>()

/** The names of the steps that a lane reads. */
function namesReadIn(lane: LaneView): readonly string[] {
  const known = named.get(lane)
  if (known !== undefined) return known
  const names = lane.steps.flatMap((step) => readsOfStep(step).flatMap((read) => read.step ?? []))
  named.set(lane, names)
  return names
}

/** What of a step a reference asks for, in a word: the name of a parameter or artifact, `result`, `status`. */
export function partLabel(part: StepReference['part']): string {
  switch (part.kind) {
    case 'parameter':
    case 'artifact':
      return part.name.name
    case 'field':
      return part.field
    case 'unknown':
      return part.text === '' ? 'outputs' : part.text
    case 'result':
    case 'parameters':
      return part.kind
  }
}
