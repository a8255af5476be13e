import { err, ok, type Result } from '../base/index.ts'
import {
  stepPath,
  templateIndex,
  type ManifestView,
  type StepPlace,
  type StepView,
  type TemplateView,
} from '../argo/index.ts'
import type { Refusal } from './command.ts'

/** A template by its name, or by its index in `templates` where names do not tell. */
export type TemplateKey = string | number

/** A step of a template by its name, or by its place where names do not tell. */
export type StepKey = string | { readonly lane: number; readonly index: number }

/** A step by the names of its template and itself, or by its place in the template. */
export type StepAddress =
  | { readonly template: TemplateKey; readonly step: string }
  | { readonly template: TemplateKey; readonly lane: number; readonly index: number }

/** Where steps go: into a lane before the step that is at `index` now (at its end without), or into a new lane before `newLane`. */
export type Destination =
  { readonly lane: number; readonly index?: number | undefined } | { readonly newLane: number }

/** Index of the template of a key. Refused when there is none, with the names that there are. */
export function findTemplate(manifest: ManifestView, key: TemplateKey): Result<number, Refusal> {
  const { templates } = manifest.spec
  const index =
    typeof key === 'string'
      ? templateIndex(manifest, key)
      : templates[key] === undefined
        ? undefined
        : key
  if (index !== undefined) return ok(index)
  const named = typeof key === 'string' ? key : `number ${String(key + 1)}`
  return err({ message: `There is no template ${named}. ${listed('The file has', templates)}` })
}

/** Index of a template that has lanes, or may have: of type `steps`, or of no type yet. */
export function findStepsTemplate(
  manifest: ManifestView,
  key: TemplateKey,
): Result<number, Refusal> {
  const found = findTemplate(manifest, key)
  if (!found.ok) return found
  const template = manifest.spec.templates[found.value]
  const type = template?.type
  if (type === undefined || type === 'steps') return found
  return err({
    message: `The template ${nameOf(template, found.value)} is a ${type} template, and only steps templates have lanes.`,
  })
}

/** The step of an address. Refused when there is none, with the names that there are. */
export function findStepAt(
  manifest: ManifestView,
  address: StepAddress,
): Result<StepPlace, Refusal> {
  const key = 'step' in address ? address.step : { lane: address.lane, index: address.index }
  const template = findStepsTemplate(manifest, address.template)
  return template.ok ? findStepIn(manifest, template.value, key) : template
}

/** The step of a key in a template. */
export function findStepIn(
  manifest: ManifestView,
  template: number,
  key: StepKey,
): Result<StepPlace, Refusal> {
  const lanes = manifest.spec.templates[template]?.lanes ?? []
  const name = nameOf(manifest.spec.templates[template], template)
  if (typeof key !== 'string') {
    const place = { template, lane: key.lane, step: key.index }
    if (lanes[key.lane]?.steps[key.index] !== undefined) return ok(place)
    return err({
      message: `The template ${name} has no step ${String(key.index + 1)} in lane ${String(key.lane + 1)}.`,
    })
  }
  for (const [lane, { steps }] of lanes.entries()) {
    const step = steps.findIndex((candidate) => candidate.name === key)
    if (step >= 0) return ok({ template, lane, step })
  }
  const steps = lanes.flatMap((lane) => lane.steps)
  return err({ message: `The template ${name} has no step ${key}. ${listed('It has', steps)}` })
}

/** The steps of keys in a template, each once, in the order of the lanes. */
export function findSteps(
  manifest: ManifestView,
  template: TemplateKey,
  keys: readonly StepKey[],
): Result<readonly StepPlace[], Refusal> {
  const index = findStepsTemplate(manifest, template)
  if (!index.ok) return index
  const places: StepPlace[] = []
  for (const key of keys) {
    const place = findStepIn(manifest, index.value, key)
    if (!place.ok) return place
    const { lane, step } = place.value
    if (!places.some((other) => other.lane === lane && other.step === step))
      places.push(place.value)
  }
  if (places.length === 0) return err({ message: 'No step is given.' })
  return ok(places.sort((a, b) => a.lane - b.lane || a.step - b.step))
}

/** The view of a step at a place. */
export function stepAt(manifest: ManifestView, place: StepPlace): StepView | undefined {
  return manifest.spec.templates[place.template]?.lanes[place.lane]?.steps[place.step]
}

/** The path of a step at a place. */
export function pathOf(
  manifest: ManifestView,
  { template, lane, step }: StepPlace,
): readonly (string | number)[] {
  return stepPath(manifest, template, lane, step)
}

/** The names of all steps of a template. */
export function stepNames(template: TemplateView | undefined): Set<string> {
  const names = template?.lanes.flatMap(({ steps }) => steps.flatMap(({ name }) => name ?? []))
  return new Set(names)
}

/** The names of all templates. */
export function templateNames(manifest: ManifestView): Set<string> {
  return new Set(manifest.spec.templates.flatMap(({ name }) => name ?? []))
}

/** A template's name for messages. */
export function nameOf(template: TemplateView | undefined, index: number): string {
  return template?.name ?? `number ${String(index + 1)}`
}

const MAX_LISTED = 12

function listed(start: string, items: readonly { readonly name: string | undefined }[]): string {
  const names = items.flatMap(({ name }) => name ?? [])
  if (names.length === 0) return `${start} none.`
  const more = names.length > MAX_LISTED ? ` and ${String(names.length - MAX_LISTED)} more` : ''
  return `${start} ${names.slice(0, MAX_LISTED).join(', ')}${more}.`
}
