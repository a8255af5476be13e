import type { Path } from '../base/index.ts'
import type { YamlDocument, YamlMap, YamlNode } from '../yaml/index.ts'

/**
 * Typed views of a manifest. They are read from the tree, never written to, and tolerant: what has the
 * wrong shape reads as absent here and is reported by `validate`. A view is memoised on its node, so
 * views of untouched nodes keep their identity across edits. Views hold no absolute path; lists in a view
 * stand 1:1 for the list in the text (malformed items included), so an index in one is an index in the other.
 */

export type ManifestKind =
  'Workflow' | 'WorkflowTemplate' | 'ClusterWorkflowTemplate' | 'CronWorkflow'

export interface ManifestView {
  readonly document: YamlDocument
  /** Any string; only `ManifestKind`s are drawn. */
  readonly kind: string | undefined
  readonly apiVersion: string | undefined
  readonly name: string | undefined
  readonly generateName: string | undefined
  readonly namespace: string | undefined
  /** Where the WorkflowSpec is: `['spec']`, or `['spec', 'workflowSpec']` for a CronWorkflow. */
  readonly specPath: Path
  readonly spec: SpecView
}

export interface SpecView {
  readonly node: YamlMap | undefined
  readonly entrypoint: string | undefined
  readonly onExit: string | undefined
  readonly workflowTemplateRef: string | undefined
  /** Whether that is a ClusterWorkflowTemplate. */
  readonly workflowTemplateScope: boolean
  /** `spec.arguments`. */
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
  readonly templates: readonly TemplateView[]
}

/** In the order in which Argo looks: the first of these keys that a template has is its type. */
export type TemplateType =
  | 'container'
  | 'containerSet'
  | 'steps'
  | 'script'
  | 'resource'
  | 'dag'
  | 'suspend'
  | 'data'
  | 'http'
  | 'plugin'

export interface TemplateView {
  readonly node: YamlNode
  readonly name: string | undefined
  /** Absent when the template has none of the type keys. */
  readonly type: TemplateType | undefined
  readonly inputs: PortsView
  readonly outputs: PortsView
  /** Lanes of a `steps` template; empty for other types. */
  readonly lanes: readonly LaneView[]
  /** Tasks of a `dag` template; empty for other types. */
  readonly tasks: readonly StepView[]
  /** Containers of a `containerSet` template; empty for other types. */
  readonly containers: readonly SetContainerView[]
  readonly script: ScriptView | undefined
  readonly container: ContainerView | undefined
}

export interface PortsView {
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
}

export interface ParameterView {
  readonly node: YamlNode
  readonly name: string | undefined
  /** Value as text: what Argo would substitute. Absent when there is none. */
  readonly value: string | undefined
  readonly default: string | undefined
  /** Whether there is a value, or else a default, of whatever shape: Argo makes text of lists and maps, too. */
  readonly isSet: 'value' | 'default' | undefined
  readonly enum: readonly string[]
  readonly description: string | undefined
  readonly hasValueFrom: boolean
  /** Whether that names a ConfigMap: the only source that stands for a value before a run. */
  readonly isFromConfigMap: boolean
}

export interface ArtifactView {
  readonly node: YamlNode
  readonly name: string | undefined
  readonly path: string | undefined
  readonly from: string | undefined
  readonly optional: boolean
  /** Whether a storage location (s3, raw, http, …) or key is given, with what Argo needs to find it. */
  readonly hasLocation: boolean
}

export interface ContainerView {
  readonly node: YamlNode
  readonly image: string | undefined
  readonly command: readonly string[]
  readonly args: readonly string[]
}

export interface ScriptView extends ContainerView {
  readonly source: string | undefined
}

/** One container of a `containerSet`. */
export interface SetContainerView extends ContainerView {
  readonly name: string | undefined
  /** Names of the containers that end before it starts. */
  readonly dependencies: readonly string[]
}

/** One group of a `steps` template: its steps start together. */
export interface LaneView {
  readonly node: YamlNode
  readonly steps: readonly StepView[]
}

/** A step of a lane, or a task of a dag. */
export interface StepView {
  readonly node: YamlNode
  readonly name: string | undefined
  /** Name of the template it calls. */
  readonly template: string | undefined
  readonly templateRef: TemplateRefView | undefined
  /** The template given in place, under `inline`. */
  readonly inline: TemplateView | undefined
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
  readonly when: string | undefined
  /** Which of the three loop fields the step has. */
  readonly loop: 'withItems' | 'withParam' | 'withSequence' | undefined
  /** Keys of map items under `withItems`, as in `{{item.key}}`; empty for scalar items and other loops. */
  readonly itemKeys: readonly string[]
  /** What may stand behind `item.`: keys of maps, and `[0]` and so on for items that are lists; of a `withParam` nobody knows. */
  readonly itemFields: readonly string[] | 'any'
  /**
   * Whether what it leaves behind is also known all together, as `outputs.parameters`: a `withItems` that is not empty, or a `withParam`. A
   * `withSequence` has that at run time, but Argo refuses a reference to it (`validateSteps`).
   */
  readonly collects: boolean
  readonly continuesOn: readonly ('failed' | 'error')[]
  readonly hooks: readonly string[]
  /** What those run. */
  readonly hookCalls: readonly HookView[]
  readonly onExit: string | undefined
  /** Of a dag task. */
  readonly depends: string | undefined
  readonly dependencies: readonly string[]
}

/** What runs at some moment of a step, a task or a workflow. */
export interface HookView {
  readonly node: YamlNode
  readonly name: string
  readonly template: string | undefined
  readonly templateRef: TemplateRefView | undefined
  readonly parameters: readonly ParameterView[]
  readonly artifacts: readonly ArtifactView[]
}

export interface TemplateRefView {
  readonly name: string | undefined
  readonly template: string | undefined
  readonly clusterScope: boolean
}
