import { commonItems, Recall, type Path } from '../base/index.ts'
import {
  callableTemplates,
  stepGroups,
  stepNames,
  stepsIn,
  type FieldReader,
  type StepGroup,
  type TemplateView,
} from '../argo/index.ts'
import { findingsBelow, type Finding } from './problem.ts'
import { checkCalledTemplates, checkCallsSomething } from './rules/calls.ts'
import { checkContainerSet } from './rules/container-set.ts'
import { checkDag } from './rules/dag.ts'
import { checkInputReferences } from './rules/input-references.ts'
import { checkStepArguments } from './rules/missing-arguments.ts'
import { checkPortNames, checkStepNames, checkTemplateName } from './rules/names.ts'
import { checkPython } from './rules/python.ts'
import { checkStepShapes, checkTemplateShape } from './rules/shapes.ts'
import { checkStepReferences } from './rules/step-references.ts'
import { checkTaskReferences } from './rules/task-references.ts'
import { checkTags } from './rules/tags.ts'
import { checkTemplateTypes } from './rules/template-types.ts'
import { checkConditions } from './rules/when.ts'
import type {
  DocumentScope,
  OwnRule,
  PlacedStepRule,
  StepRule,
  Surroundings,
  TextRule,
} from './scope.ts'
import type { TaggedText } from './tagged-text.ts'
import { textsAround, textsUnder } from './texts.ts'

const ownRules: readonly OwnRule[] = [
  checkTemplateShape,
  checkTemplateName,
  checkTemplateTypes,
  checkPortNames,
  checkPython,
  checkDag,
  checkTaskReferences,
  checkContainerSet,
]

const stepRules: readonly StepRule[] = [
  checkStepShapes,
  checkStepNames,
  checkCallsSomething,
  checkConditions,
]

const placedStepRules: readonly PlacedStepRule[] = [checkCalledTemplates, checkStepArguments]

const textRules: readonly TextRule[] = [checkStepReferences, checkInputReferences, checkTags]

/** What was found in a template. Paths are the template's. */
interface Checked {
  readonly around: Surroundings
  /** By rules that look at nothing else. */
  readonly own: readonly Finding[]
  readonly groups: readonly StepGroup[]
  /** In each lane or task. */
  readonly found: readonly (readonly Finding[])[]
  readonly all: readonly Finding[]
}

const known = new WeakMap<TemplateView, Checked>()
const earlier = new Recall<StepGroup, Checked>()

/**
 * What rules find that look at a template, its steps and what is around them. What was found is kept: for a template that is the same in
 * the same surroundings, and for each lane, or task, of one that is not. Paths are the template's.
 */
export function checkTemplate(template: TemplateView, scope: DocumentScope): readonly Finding[] {
  const groups = stepGroups(template)
  const kept = known.get(template)
  const before = kept ?? earlier.find(groups)
  const around = surroundingsOf(template, scope, before?.around)
  if (kept?.around === around) return kept.all
  const isKept = kept?.around.settings === around.settings
  const own = isKept
    ? kept.own
    : ownRules.flatMap((rule) => rule(template, scope.reader, scope.settings))
  const old = before?.around === around ? before : undefined
  const { start, end } = commonItems(old?.groups ?? [], groups)
  // What stands behind a lane that came or went has another path now.
  const behind = old?.groups.length === groups.length ? end : 0
  const found = (old?.found.slice(0, start) ?? []).concat(
    groups
      .slice(start, groups.length - behind)
      .map((_, index) => checkGroup(template, start + index, around, scope.reader)),
    old?.found.slice(groups.length - behind) ?? [],
  )
  const texts = checkTexts(textsAround(template), undefined, around)
  const checked = { around, own, groups, found, all: [...own, ...texts, ...found.flat()] }
  known.set(template, checked)
  earlier.keep(groups, checked)
  return checked.all
}

const none: readonly Finding[] = []

/** What steps know of what is around them; the object of before the edit if that still says the same. */
function surroundingsOf(
  template: TemplateView,
  { manifest, settings }: DocumentScope,
  before: Surroundings | undefined,
): Surroundings {
  const { name, type, inputs } = template
  const steps = stepNames(template)
  const templates = callableTemplates(manifest)
  const hasOthers = manifest.spec.workflowTemplateRef !== undefined
  const declared = new Set([
    ...inputs.parameters.map((parameter) => `parameter ${parameter.name ?? ''}`),
    ...inputs.artifacts.map((artifact) => `artifact ${artifact.name ?? ''}`),
  ])
  const isSame =
    before !== undefined &&
    before.settings === settings &&
    before.name === name &&
    before.type === type &&
    before.steps === steps &&
    before.templates === templates &&
    before.hasOthers === hasOthers &&
    before.inputs.size === declared.size &&
    [...declared].every((input) => before.inputs.has(input))
  return isSame ? before : { name, type, inputs: declared, steps, templates, hasOthers, settings }
}

function checkGroup(
  template: TemplateView,
  index: number,
  around: Surroundings,
  reader: FieldReader,
): readonly Finding[] {
  const group = stepGroups(template)[index]
  if (group === undefined) return none
  const isLane = 'steps' in group
  const path: Path = isLane ? ['steps', index] : ['dag', 'tasks', index]
  const findings = stepsIn(group).flatMap((step, place) => {
    const own = isLane ? [...path, place] : path
    return [
      ...stepRules.flatMap((rule) => findingsBelow(own, rule(step, reader, around.settings))),
      ...placedStepRules.flatMap((rule) => findingsBelow(own, rule(step, around))),
      ...findingsBelow(own, checkTexts(textsUnder(step.node), index, around)),
    ]
  })
  return findings.length === 0 ? none : findings
}

function checkTexts(
  texts: readonly TaggedText[],
  group: number | undefined,
  around: Surroundings,
): readonly Finding[] {
  return texts.flatMap((text) => textRules.flatMap((rule) => rule(text, group, around)))
}
