import {
  isManifestKind,
  resolveTemplateRef,
  type ManifestView,
  type ParameterView,
} from '../../src/argo/index.ts'
import { LineIndex } from '../../src/base/index.ts'
import type { RunOptions } from '../../src/simulate/index.ts'
import type { Scene } from '../store/index.ts'
import { configValueOf } from './config-values.ts'

/** The parameters that a workflow is given when it is submitted; those of the manifest that it runs, if it runs another. */
export function runParameters({
  manifest,
  sources,
}: Pick<Scene, 'manifest' | 'sources'>): readonly ParameterView[] {
  const { parameters, workflowTemplateRef, workflowTemplateScope } = manifest.spec
  const names = new Set(parameters.map(({ name }) => name))
  const found =
    workflowTemplateRef === undefined
      ? undefined
      : resolveTemplateRef(
          sources,
          { name: workflowTemplateRef, clusterScope: workflowTemplateScope },
          manifest.namespace,
        )
  const others = found?.status === 'found' ? found.manifest.spec.parameters : []
  return [...parameters, ...others.filter(({ name }) => !names.has(name))].filter(
    ({ name }) => name !== undefined && name !== '',
  )
}

/** Names of the parameters that have no value in the manifest, none in a ConfigMap of the files, and none of those given. */
export function missingParameters(
  parameters: readonly ParameterView[],
  given: Readonly<Record<string, string>>,
  configMaps: NonNullable<RunOptions['configMaps']>,
): readonly string[] {
  return parameters.flatMap((parameter) => {
    const { name, isSet, hasValueFrom } = parameter
    if (name === undefined || isSet !== undefined || Object.hasOwn(given, name)) return []
    const kept = configValueOf(parameter, configMaps)
    return kept === undefined
      ? hasValueFrom
        ? []
        : [name]
      : kept.value === undefined
        ? [name]
        : []
  })
}

/** Of remembered values those that the workflow still has parameters for. */
export function valuesFor(
  parameters: readonly ParameterView[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const names = new Set(parameters.map(({ name }) => name))
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)))
}

/** Why the drawn document cannot be run; nothing if it can. */
export function unrunnable(
  { manifest, isStale, problems, tree }: Scene,
  text: string,
): string | undefined {
  const problem = problems.find(({ severity }) => severity === 'error')
  if (isStale && problem !== undefined) {
    const { line } = new LineIndex(text).at(problem.range.from)
    return `The YAML does not parse, so there is nothing to run. Line ${String(line)}: ${problem.message} Mend it, or undo, and run again.`
  }
  if (tree.text.trim() === '')
    return 'The file is empty. Open an example or add a step, and run again.'
  return isManifestKind(manifest.kind) ? undefined : notOfArgo(manifest)
}

function notOfArgo({ kind }: ManifestView): string {
  return `This document is of kind ${kind ?? 'none'}, which Argo does not run. Show a Workflow, WorkflowTemplate, ClusterWorkflowTemplate or CronWorkflow, and run again.`
}
