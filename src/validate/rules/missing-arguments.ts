import {
  calledFacts,
  templateIndex,
  type CalledFacts,
  type FieldReader,
  type ManifestView,
  type PortsView,
  type StepView,
} from '../../argo/index.ts'
import type { FixMaker } from '../fix.ts'
import { addingArgument } from '../node-fixes.ts'
import type { Finding } from '../problem.ts'
import type { DocumentRule, DocumentScope, PlacedStepRule } from '../scope.ts'
import { hasOtherCase } from '../spelling.ts'
import { calledBy } from '../surroundings.ts'

/** An input that nobody gives a value. */
interface Missing {
  readonly name: string
  readonly kind: 'parameter' | 'artifact'
  /** Whether there is an argument, without a value that is known in time. */
  readonly isEmpty: boolean
}

/** A step must give every input that has no value of its own. (Argo: `was not supplied`.) */
export const checkStepArguments: PlacedStepRule = (step, around, reader) => {
  const called = calledBy(step, around)
  if (called === undefined || isSpeltOtherwise(step, reader)) return none
  const name = step.name ?? 'without a name'
  const calledName =
    step.inline?.name ?? step.templateRef?.template ?? step.template ?? 'its template'
  return missing(called, step).flatMap((input): Finding[] => {
    const { name: lacking, kind, isEmpty } = input
    // An argument without anything is spoken of where it stands.
    if (isEmpty && !given(step.parameters, lacking)?.hasValueFrom) return []
    return [
      {
        code: 'argument-missing',
        message: `The step ${name} does not give the ${kind} ${lacking}, which ${calledName} needs. Set it, or give the input a default.`,
        path: [],
        // Where an artifact comes from nobody can guess, and without that it is no argument.
        fixes: kind === 'artifact' ? [] : [addingArgument(lacking)],
      },
    ]
  })
}

/**
 * A workflow must give its entrypoint and its exit handler what they need. The entrypoint of a template of workflows gets it from whoever submits
 * it; the exit handler has only what the template itself says (Argo: `ValidateWorkflow`).
 */
export const checkWorkflowArguments: DocumentRule = (scope) => {
  const { manifest, run } = scope
  const { kind, spec } = manifest
  const isRun = kind === 'Workflow' || kind === 'CronWorkflow'
  const merged: PortsView =
    run === undefined
      ? spec
      : {
          parameters: [...spec.parameters, ...run.spec.parameters],
          artifacts: [...spec.artifacts, ...run.spec.artifacts],
        }
  return [
    ...(isRun ? roleFindings(scope, 'entrypoint', merged) : []),
    ...roleFindings(scope, 'onExit', spec),
  ]
}

function roleFindings(
  { manifest, run }: DocumentScope,
  role: 'entrypoint' | 'onExit',
  args: PortsView,
): readonly Finding[] {
  const { spec, specPath } = manifest
  const name = spec[role] ?? run?.spec[role]
  const start = factsOf(spec.workflowTemplateRef === undefined ? manifest : run, name)
  if (start === undefined) return []
  const word = role === 'entrypoint' ? 'entrypoint' : 'exit handler'
  return missing(start, args).map(({ name: lacking, kind, isEmpty }): Finding => ({
    code: 'argument-missing',
    message: isEmpty
      ? `The workflow has the ${kind} ${lacking} without a value, and its ${word} ${name ?? ''} needs one: a default of the input does not count then. Give it a value.`
      : `The workflow has no argument for the ${kind} ${lacking}, which its ${word} ${name ?? ''} needs. Add it to spec.arguments, or give the input a default.`,
    path: spec[role] === undefined ? [...specPath, 'workflowTemplateRef'] : [...specPath, role],
    ...(isEmpty ? {} : { fixes: addingToWorkflow(spec, specPath, lacking, kind) }),
  }))
}

function factsOf(
  manifest: ManifestView | undefined,
  name: string | undefined,
): CalledFacts | undefined {
  const index = manifest && templateIndex(manifest, name)
  const template = index === undefined ? undefined : manifest?.spec.templates[index]
  return template && calledFacts(template)
}

/** Adds a parameter with an empty value to the arguments of a workflow. */
function addingToWorkflow(
  { parameters }: ManifestView['spec'],
  specPath: ManifestView['specPath'],
  name: string,
  kind: Missing['kind'],
): readonly FixMaker[] {
  if (kind === 'artifact') return []
  return [
    () => ({
      title: `Add the parameter ${name} to the workflow`,
      command: 'setField',
      args: {
        path: [...specPath, 'arguments', 'parameters', parameters.length],
        value: { name, value: '' },
      },
      isSafe: false,
    }),
  ]
}

/** Below a step Argo takes fields in letters of any case, so that what seems to be missing may be there. */
function isSpeltOtherwise({ node, parameters, artifacts }: StepView, reader: FieldReader): boolean {
  return (
    hasOtherCase(reader, node, ['arguments']) ||
    hasOtherCase(reader, reader.field(node, 'arguments'), ['parameters', 'artifacts']) ||
    [...parameters, ...artifacts].some((port) => hasOtherCase(reader, port.node, ['name', 'value']))
  )
}

const none: readonly Finding[] = []

/** An argument takes the place of all that the input has itself, even where it has no value (Argo: `overwriteWithArguments`). */
function missing(called: CalledFacts, args: PortsView): readonly Missing[] {
  const parameters = called.declared.flatMap((name): Missing[] => {
    const argument = given(args.parameters, name)
    if (argument === undefined)
      return called.parameters.includes(name) ? [{ name, kind: 'parameter', isEmpty: false }] : []
    const isKnown = argument.isSet === 'value' || argument.isFromConfigMap
    return isKnown ? [] : [{ name, kind: 'parameter', isEmpty: true }]
  })
  const artifacts = called.artifacts
    .filter((name) => given(args.artifacts, name) === undefined)
    .map((name): Missing => ({ name, kind: 'artifact', isEmpty: false }))
  return parameters.length + artifacts.length === 0 ? [] : [...parameters, ...artifacts]
}

function given<T extends { readonly name: string | undefined }>(
  list: readonly T[],
  name: string,
): T | undefined {
  return list.find((argument) => argument.name === name)
}
