import { assertNever } from '../../src/base/index.ts'
import {
  valuesInScope,
  type ManifestView,
  type ScopeSource,
  type ScopeValue,
  type NodePlace,
} from '../../src/argo/index.ts'
import type { Option } from '../ui/index.ts'
import { shorten } from './shorten.ts'

/** A reference as it is written. */
export function asTag(reference: string): string {
  return `{{${reference}}}`
}

/** Values in scope as choices under headings; the value of each is what is written. */
export function referenceOptions(
  values: readonly ScopeValue[],
  kind: ScopeValue['kind'],
): readonly Option[] {
  return values
    .filter((value) => value.kind === kind)
    .map(({ reference, source }) => ({
      value: asTag(reference),
      label: reference,
      group: groupOf(source),
    }))
}

/** More choices than this are not listed at once: of thousands of steps, those nearest come first. */
export const MOST_LISTED = 200

/** Outputs of so many steps are suggested while one types. */
const NEAR_STEPS = 40

/** The values in scope without the outputs of steps far away: what is suggested while one types, in a list of any length. */
export function nearbyValues(manifest: ManifestView, place: NodePlace): readonly ScopeValue[] {
  return valuesInScope(manifest, place, { mostSteps: NEAR_STEPS })
}

/** The choices for the left side of a condition: what earlier steps gave goes first. */
export function conditionOptions(values: readonly ScopeValue[]): readonly Option[] {
  const ofSteps = values.filter(({ source }) => source.kind === 'step')
  const others = values.filter(({ source }) => source.kind !== 'step')
  const near = ofSteps.slice(0, MOST_LISTED)
  return referenceOptions([...near, ...others.slice(0, MOST_LISTED)], 'parameter')
}

/** What a new condition asks for: the result of the newest step that has one, else whatever is nearest. */
export function firstLeftSide(values: readonly ScopeValue[]): string {
  const parameters = values.filter(({ kind }) => kind === 'parameter')
  const value =
    parameters.find(({ source, label }) => source.kind === 'step' && label === 'outputs.result') ??
    parameters.find(({ source }) => source.kind === 'step') ??
    parameters[0]
  return value === undefined ? '' : asTag(value.reference)
}

function groupOf(source: ScopeSource): string {
  switch (source.kind) {
    case 'item':
      return 'Loop'
    case 'inputs':
      return 'Inputs of this template'
    case 'own':
      return 'This template'
    case 'step':
      return `Step ${shorten(source.name, 40)}`
    case 'workflow':
      return 'Workflow'
    default:
      return assertNever(source)
  }
}
