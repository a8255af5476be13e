import type { ArtifactView, ParameterView, StepView, TemplateView } from '../argo/index.ts'

/**
 * Names of the inputs that a template needs and a step does not give. A parameter is needed unless it has a default, a value or a
 * `valueFrom`; an artifact unless it is optional or says where it is stored (Argo's `ProcessArgs`).
 */
export function missingInputs(step: StepView, called: TemplateView | undefined): readonly string[] {
  if (called === undefined) return none
  const { parameters, artifacts } = neededInputs(called)
  if (parameters.length === 0 && artifacts.length === 0) return none
  const given = new Set(step.parameters.filter(hasValue).map(({ name }) => name))
  const givenArtifacts = new Set(step.artifacts.filter(hasSource).map(({ name }) => name))
  const missing = [
    ...parameters.filter((name) => !given.has(name)),
    ...artifacts.filter((name) => !givenArtifacts.has(name)),
  ]
  return missing.length === 0 ? none : missing
}

interface NeededInputs {
  readonly parameters: readonly string[]
  readonly artifacts: readonly string[]
}

const none: readonly string[] = []
const needs = new WeakMap<TemplateView, NeededInputs>()

/** What a template needs, worked out once for each template however many steps call it. */
function neededInputs(template: TemplateView): NeededInputs {
  const known = needs.get(template)
  if (known !== undefined) return known
  const needed = {
    parameters: names(template.inputs.parameters.filter((parameter) => !hasValue(parameter))),
    artifacts: names(
      template.inputs.artifacts.filter(({ optional, hasLocation }) => !optional && !hasLocation),
    ),
  }
  needs.set(template, needed)
  return needed
}

function hasValue({ value, default: fallback, hasValueFrom }: ParameterView): boolean {
  return value !== undefined || fallback !== undefined || hasValueFrom
}

function hasSource({ from, hasLocation, optional }: ArtifactView): boolean {
  return from !== undefined || hasLocation || optional
}

function names(ports: readonly { readonly name: string | undefined }[]): readonly string[] {
  return ports.flatMap(({ name }) => (name === undefined ? [] : [name]))
}
