import {
  calledFacts,
  type ArtifactView,
  type CalledFacts,
  type ParameterView,
} from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, PlacedStepRule } from '../scope.ts'

/** What is given to a template. */
interface Given {
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
}

/** A step must give every input that has no value of its own. (Argo: `was not supplied`.) */
export const checkStepArguments: PlacedStepRule = (step, { templates }) => {
  const { inline, templateRef, name = 'without a name' } = step
  if (templateRef !== undefined) return []
  const called = inline === undefined ? templates.get(step.template ?? '') : calledFacts(inline)
  const calledName = (inline === undefined ? step.template : inline.name) ?? 'its template'
  if (called === undefined) return []
  return missing(called, step).map((input) => ({
    code: 'argument-missing',
    message: `The step ${name} does not give the ${input}, which ${calledName} needs. Set it, or give the input a default.`,
    path: [],
  }))
}

/** A workflow must give its entrypoint what that needs. A template of workflows gets it from whoever submits it. */
export const checkWorkflowArguments: DocumentRule = ({ manifest, templates }) => {
  const { kind, spec, specPath } = manifest
  const start = templates.get(spec.entrypoint ?? '')
  if (start === undefined || spec.workflowTemplateRef !== undefined) return []
  if (kind !== 'Workflow' && kind !== 'CronWorkflow') return []
  return missing(calledFacts(start), spec).map((input): Finding => ({
    code: 'argument-missing',
    message: `The workflow has no argument for the ${input}, which its entrypoint ${start.name ?? ''} needs. Add it to spec.arguments, or give the input a default.`,
    path: [...specPath, 'entrypoint'],
  }))
}

function missing({ parameters, artifacts }: CalledFacts, given: Given): string[] {
  const lacks = (given: readonly { readonly name: string | undefined }[], name: string): boolean =>
    !given.some((argument) => argument.name === name)
  return [
    ...parameters
      .filter((name) => lacks(given.parameters, name))
      .map((name) => `parameter ${name}`),
    ...artifacts.filter((name) => lacks(given.artifacts, name)).map((name) => `artifact ${name}`),
  ]
}
