import { templateTypes, type ManifestKind, type TemplateType } from '../../src/argo/index.ts'
import { objectType } from '../../src/schema/index.ts'
import { formPlans } from './form/plans.ts'

/** How a field can be edited in the inspector: by a form made by hand, by a generated one, or as YAML. */
export type Coverage = 'form' | 'generated form' | 'YAML'

/** How the inspector shows a field of an object of the API. It is what the forms themselves go by. */
export function coverageOf(type: string, key: string): Coverage {
  const field = objectType(type)?.fields.get(key)
  if (field === undefined) return 'YAML'
  const { kind } = field.type
  if (kind === 'any' || (kind === 'map' && field.type.of.kind === 'any')) return 'YAML'
  return Object.hasOwn(formPlans[type]?.fields ?? {}, key) ? 'form' : 'generated form'
}

/** The keys that make a template what it is. */
export const typeKeys: ReadonlySet<string> = new Set(templateTypes)

/** What a type of template is called over its form, and the object that says what it runs; none where there is no form for it. */
export const typeForms: Readonly<
  Record<TemplateType, { readonly title: string; readonly object?: string }>
> = {
  container: { title: 'Container', object: 'Container' },
  containerSet: { title: 'Containers', object: 'ContainerSetTemplate' },
  steps: { title: 'Steps' },
  script: { title: 'Script', object: 'ScriptTemplate' },
  resource: { title: 'Resource', object: 'ResourceTemplate' },
  dag: { title: 'Graph', object: 'DAGTemplate' },
  suspend: { title: 'Suspend', object: 'SuspendTemplate' },
  data: { title: 'Data', object: 'Data' },
  http: { title: 'HTTP', object: 'HTTP' },
  plugin: { title: 'Plugin' },
}

/** Kinds as the form names them. */
export const kindLabels: Readonly<Record<ManifestKind, string>> = {
  Workflow: 'Workflow',
  WorkflowTemplate: 'Workflow template',
  ClusterWorkflowTemplate: 'Cluster workflow template',
  CronWorkflow: 'Cron workflow',
}
