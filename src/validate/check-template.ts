import { commonItems, Recall, type Path } from '../base/index.ts'
import {
  stepGroups,
  type FieldReader,
  type StepGroup,
  type StepView,
  type TemplateView,
} from '../argo/index.ts'
import { checkEmptyInline } from './rules/empty-inline.ts'
import { bodyRules } from './body-rules.ts'
import { findingsBelow, type Finding } from './problem.ts'
import { checkImage } from './rules/missing-image.ts'
import { checkGivenArguments } from './rules/arguments.ts'
import { checkCalledTemplates, checkCallsSomething } from './rules/calls.ts'
import { checkDuplicateSteps } from './rules/duplicates.ts'
import { checkDag, checkTarget } from './rules/dag.ts'
import { checkDeadlines, checkGivenTimeout } from './rules/deadlines.ts'
import { checkTemplateConversions } from './rules/conversions.ts'
import { checkExpressionReferences } from './rules/expression-references.ts'
import { checkStepHookTemplates } from './rules/hook-templates.ts'
import { checkStepExpressions, checkTemplateExpressions } from './rules/expressions.ts'
import { checkGlobalNames } from './rules/global-names.ts'
import { checkImages } from './rules/images.ts'
import { checkEmptyLanes } from './rules/lanes.ts'
import { checkInlineLoops } from './rules/inline-loops.ts'
import { checkEarlyConditions } from './rules/early-conditions.ts'
import { checkLoopLists } from './rules/loop-lists.ts'
import { checkLoops } from './rules/loops.ts'
import { checkMadeDependencies } from './rules/made-dependencies.ts'
import { checkMadeNames } from './rules/made-names.ts'
import { checkStepHooks } from './rules/hooks.ts'
import { checkStepArguments } from './rules/missing-arguments.ts'
import { checkStepNames, checkTemplateName } from './rules/names.ts'
import { checkPython } from './rules/python.ts'
import { checkReferences } from './rules/references.ts'
import { checkScriptInjection } from './rules/script-injection.ts'
import { checkInputSecrets, checkStepSecrets } from './rules/secrets.ts'
import { checkStepShapes, checkTemplateShape } from './rules/shapes.ts'
import { checkSilentResults } from './rules/silent-results.ts'
import { checkSkippedOutputs } from './rules/skipped-outputs.ts'
import { checkUnsafeValues } from './rules/unsafe-values.ts'
import { checkGivenEnums } from './rules/input-enum.ts'
import { checkSurplusArguments } from './rules/surplus-arguments.ts'
import { checkStepArtifacts, checkTemplateArtifacts } from './rules/crd-artifacts.ts'
import { checkTemplateLimits } from './rules/crd-limits.ts'
import { checkManifestOnce } from './rules/crd-manifest.ts'
import { checkNamesWithTags } from './rules/crd-names.ts'
import { checkTemplateValues } from './rules/crd-values.ts'
import { checkHookArguments } from './rules/hook-arguments.ts'
import { checkRunDurations } from './rules/run-durations.ts'
import { checkRetryNumbers, checkSequenceNumbers } from './rules/run-numbers.ts'
import { checkItems } from './rules/items.ts'
import { checkTags } from './rules/tags.ts'
import { checkConditions } from './rules/when.ts'
import { changedNames, surroundingsInline, surroundingsOf } from './surroundings.ts'
import type {
  DocumentScope,
  OwnRule,
  PlacedRule,
  PlacedStepRule,
  StepRule,
  Surroundings,
  TextRule,
} from './scope.ts'
import type { TaggedText } from './tagged-text.ts'
import { mentionsAny, textsAround, textsUnder } from './texts.ts'

const ownRules: readonly OwnRule[] = [
  checkTemplateShape,
  checkTemplateName,
  ...bodyRules,
  checkPython,
  checkDag,
  checkDuplicateSteps,
  checkEmptyLanes,
  checkImages,
  checkInputSecrets,
  checkScriptInjection,
  checkTemplateConversions,
  checkTemplateExpressions,
  checkTemplateLimits,
  checkTemplateArtifacts,
  checkTemplateValues,
  checkManifestOnce,
  checkRunDurations,
  checkRetryNumbers,
]

const inlineRules: readonly OwnRule[] = [
  ...bodyRules,
  checkDag,
  checkDuplicateSteps,
  checkEmptyLanes,
]

const placedRules: readonly PlacedRule[] = [
  checkImage,
  checkTarget,
  checkDeadlines,
  checkGlobalNames,
]

const stepRules: readonly StepRule[] = [
  checkStepShapes,
  checkStepNames,
  checkCallsSomething,
  checkConditions,
  checkEarlyConditions,
  checkLoops,
  checkLoopLists,
  checkStepSecrets,
  checkStepHooks,
  checkStepExpressions,
  checkNamesWithTags,
  checkStepArtifacts,
  checkSequenceNumbers,
  checkItems,
]

const placedStepRules: readonly PlacedStepRule[] = [
  checkCalledTemplates,
  checkStepArguments,
  checkGivenArguments,
  checkGivenTimeout,
  checkMadeNames,
  checkMadeDependencies,
  checkStepHookTemplates,
  checkSkippedOutputs,
  checkInlineLoops,
  checkSurplusArguments,
  checkGivenEnums,
  checkUnsafeValues,
  checkHookArguments,
]

const textRules: readonly TextRule[] = [
  checkReferences,
  checkExpressionReferences,
  checkSilentResults,
  checkTags,
]

/** What was found in a template. Paths are the template's. */
export interface TemplateFindings {
  /** In none of its lanes or tasks alone. */
  readonly around: readonly Finding[]
  /** In each lane or task: the same list for as long as it and what it knows of the others stay the same. */
  readonly groups: readonly (readonly Finding[])[]
}

/** The same, with what it was found for. */
interface Checked {
  readonly around: Surroundings
  /** By rules that look at nothing else. */
  readonly own: readonly Finding[]
  readonly groups: readonly StepGroup[]
  readonly findings: TemplateFindings
}

const known = new WeakMap<TemplateView, Checked>()
const earlier = new Recall<StepGroup, Checked>()

/**
 * What rules find that look at a template, its steps and what is around them. What was found is kept: for a template that is the same in
 * the same surroundings, and for each lane, or task, of one that is not. Paths are the template's.
 */
export function checkTemplate(template: TemplateView, scope: DocumentScope): TemplateFindings {
  const groups = stepGroups(template)
  const kept = known.get(template)
  const before = kept ?? earlier.find(groups)
  const around = surroundingsOf(template, scope, before?.around)
  if (kept?.around === around) return kept.findings
  const isKept = kept?.around.settings === around.settings
  const own = isKept
    ? kept.own
    : ownRules.flatMap((rule) => rule(template, scope.reader, scope.settings))
  const changed = before && changedNames(before.around, around)
  const old = changed === undefined ? undefined : before
  const { start, end } = commonItems(old?.groups ?? [], groups)
  // What stands behind a lane that came or went has another path now.
  const behind = old?.groups.length === groups.length ? end : 0
  const check = (index: number): readonly Finding[] =>
    checkGroup(template, index, around, scope.reader)
  const found = (old?.findings.groups.slice(0, start) ?? []).concat(
    groups.slice(start, groups.length - behind).map((_, index) => check(start + index)),
    old?.findings.groups.slice(groups.length - behind) ?? [],
  )
  if (changed !== undefined && changed.size > 0) {
    // What was found may name what was meant, so that any change of names may change it.
    const isRenamed = before?.around.steps !== around.steps
    for (const [index, group] of groups.entries()) {
      const isKept = index < start || index >= groups.length - behind
      const isTouched = (isRenamed && found[index]?.length !== 0) || mentionsAny(group, changed)
      if (isKept && isTouched) found[index] = check(index)
    }
  }
  const texts = checkTexts(textsAround(template), undefined, around, undefined)
  const placed = placedRules.flatMap((rule) => rule(template, scope.reader, around))
  const findings = { around: [...own, ...placed, ...texts], groups: found }
  const checked = { around, own, groups, findings }
  known.set(template, checked)
  earlier.keep(groups, checked)
  return findings
}

const none: readonly Finding[] = []

function checkGroup(
  template: TemplateView,
  index: number,
  around: Surroundings,
  reader: FieldReader,
): readonly Finding[] {
  const group = stepGroups(template)[index]
  if (group === undefined) return none
  const findings = placedSteps(group, index).flatMap(([path, step]) => [
    ...findingsBelow(path, checkStep(step, around, reader)),
    ...findingsBelow(path, checkTexts(textsUnder(step.node), index, around, step)),
  ])
  return findings.length === 0 ? none : findings
}

function placedSteps(group: StepGroup, index: number): readonly (readonly [Path, StepView])[] {
  if (!('steps' in group)) return [[['dag', 'tasks', index], group]]
  return group.steps.map((step, place) => [['steps', index, place], step])
}

/** What is wrong with a step, its tags apart. Paths are the step's. */
function checkStep(step: StepView, around: Surroundings, reader: FieldReader): readonly Finding[] {
  return [
    ...stepRules.flatMap((rule) => rule(step, reader, around.settings)),
    ...placedStepRules.flatMap((rule) => rule(step, around, reader)),
    ...checkInline(step, around, reader),
  ]
}

/**
 * What is wrong with the template that a step has in place, and with the steps of that. All tags in it are looked at where the step is, for Argo
 * resolves them there.
 */
function checkInline(
  { inline }: StepView,
  around: Surroundings,
  reader: FieldReader,
): readonly Finding[] {
  if (inline === undefined || inline.node.kind !== 'map') return none
  const inner = surroundingsInline(inline, around)
  return findingsBelow(
    ['inline'],
    [
      ...inlineRules.flatMap((rule) => rule(inline, reader, around.settings)),
      ...checkEmptyInline(inline),
      ...placedRules.flatMap((rule) => rule(inline, reader, around)),
      ...stepGroups(inline).flatMap((group, index) =>
        placedSteps(group, index).flatMap(([path, step]) =>
          findingsBelow(path, checkStep(step, inner, reader)),
        ),
      ),
    ],
  )
}

function checkTexts(
  texts: readonly TaggedText[],
  group: number | undefined,
  around: Surroundings,
  step: StepView | undefined,
): readonly Finding[] {
  return texts.flatMap((text) => textRules.flatMap((rule) => rule(text, group, around, step)))
}
