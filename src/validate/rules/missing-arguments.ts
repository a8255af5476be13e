import type { ArtifactView, ParameterView, TemplateView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import { stepsOf, type DocumentRule, type TemplateRule } from '../scope.ts'

/** What is given to a template. */
interface Given {
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
}

/** A step must give every input that has no value of its own. (Argo: `was not supplied`.) */
export const checkStepArguments: TemplateRule = (template, { templates }) =>
  stepsOf(template).flatMap(({ step, path }): Finding[] => {
    if (step.templateRef !== undefined) return []
    const called = step.inline ?? templates.get(step.template ?? '')
    if (called === undefined) return []
    return missing(called, step).map((input) => ({
      code: 'argument-missing',
      message: `The step ${step.name ?? 'without a name'} does not give the ${input}, which ${nameOf(called)} needs. Set it, or give the input a default.`,
      path,
    }))
  })

/** A workflow must give its entrypoint what that needs. A template of workflows gets it from whoever submits it. */
export const checkWorkflowArguments: DocumentRule = ({ manifest, templates }) => {
  const { kind, spec, specPath } = manifest
  const start = templates.get(spec.entrypoint ?? '')
  if (start === undefined || spec.workflowTemplateRef !== undefined) return []
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  return missing(start, spec).map((input): Finding => ({
    code: 'argument-missing',
    message: `The workflow has no argument for the ${input}, which its entrypoint ${nameOf(start)} needs. Add it to spec.arguments, or give the input a default.`,
    path: [...specPath, 'entrypoint'],
  }))
}

function missing({ inputs }: TemplateView, given: Given): string[] {
  const parameters = inputs.parameters.filter(
    ({ name, value, default: own, hasValueFrom }) =>
      name !== undefined &&
      value === undefined &&
      own === undefined &&
      !hasValueFrom &&
      !given.parameters.some((argument) => argument.name === name),
  )
  const artifacts = inputs.artifacts.filter(
    ({ name, optional, hasLocation }) =>
      name !== undefined &&
      !optional &&
      !hasLocation &&
      !given.artifacts.some((argument) => argument.name === name),
  )
  return [
    ...parameters.map(({ name }) => `parameter ${name ?? ''}`),
    ...artifacts.map(({ name }) => `artifact ${name ?? ''}`),
  ]
}

function nameOf({ name }: TemplateView): string {
  return name ?? 'its template'
}
