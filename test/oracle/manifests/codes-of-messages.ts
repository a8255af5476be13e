import type { ProblemCode } from '../../../src/validate/index.ts'

/*
 * Which of our codes say what a message of Argo's says; any of them is right. The first entry that fits a message counts. A rule that
 * gets a code of its own gets its code into the entry of its message here, or an entry.
 */
const table: readonly (readonly [RegExp, readonly ProblemCode[]])[] = [
  [
    /^nothing to judge: /,
    [
      'yaml-syntax',
      'yaml-unknown-alias',
      'yaml-duplicate-key',
      'yaml-tab',
      'key-unreadable',
      'number-endless',
    ],
  ],
  // What cannot be decoded at all. Then Argo reads none of the files.
  [/cannot unmarshal (array|object) into Go struct field .*ParallelSteps/, ['shape', 'lanes-flat']],
  [/cannot unmarshal number \S+ into/, ['number-range']],
  [
    /cannot unmarshal/,
    ['shape', 'text-unquoted', 'lanes-flat', 'value-type', 'document-not-a-map'],
  ],
  [/json: unknown field/, ['field-unknown', 'field-removed']],
  [/quantities must match|unable to parse (numeric|quantity)/, ['value-unreadable', 'shape']],
  [/parsing time|illegal base64/, ['value-unreadable']],
  [/Object 'Kind' is missing/, ['api-version']],
  [/has invalid duration format in timeout$/, ['timeout-unreadable']],
  [/invalid (duration|quantity)/, ['value-unreadable', 'shape']],
  [/expected exactly one key/, ['plugin-keys', 'shape']],
  [/(error converting|yaml: )/, ['yaml-syntax', 'yaml-unknown-alias']],
  [
    /strict decoding error: .*unknown field/s,
    ['field-unknown', 'field-removed', 'yaml-duplicate-key', 'shape'],
  ],
  [/strict decoding error/, ['yaml-duplicate-key', 'field-unknown']],
  [/already set in map|duplicate field/, ['yaml-duplicate-key']],

  // Objects.
  [/name ".*" must not be more than \d+ characters long/, ['object-name-long']],
  [/^(cannot validate Workflow: )?Templates is invalid field in spec/, ['templates-beside-ref']],
  [/ Expression required$/, ['hook-expression-missing']],
  [
    /podGC\.strategy unknown strategy|is not a valid (concurrencyPolicy|RetryPolicy)$/,
    ['value-unknown'],
  ],
  [/podGC\.labelSelector invalid: /, ['selector-unreadable']],
  [/podResources(: ".*" is not a valid|\.claims is not supported)/, ['pod-resource-unknown']],
  [/spec\.executorPlugins: /, ['executor-plugin-incomplete']],
  [/startingDeadlineSeconds must be positive$/, ['number-out-of-range']],

  // Templates.
  // Nothing at all has no name, either.
  [/\.name is required$/, ['name-missing', 'shape']],
  [/initContainers must all have container name$/, ['name-missing']],
  [/(container|script)\.image may not be empty$/, ['image-missing']],
  [/arguments\.(parameters|artifacts)\[\d+\]\.name '.*' is not unique$/, ['argument-duplicate']],
  [/(parameters|artifacts) ?\[\d+\]\.name '.*' is not unique$/, ['port-duplicate']],
  [/did not specify a path$/, ['artifact-path-missing']],
  [/attempted to use a path containing '\.\.'/, ['artifact-path-outside']],
  [/\.path only valid in container\/script templates$/, ['field-misplaced']],
  [/\.from not valid in inputs$/, ['input-from']],
  [
    /(git|hdfs)\.\S+ (is|are) required|hdfs\.path must be|hdfs.*(is|are) required/,
    ['storage-incomplete'],
  ],
  [/template doesn't support (timeout|pendingTimeout) field$/, ['field-misplaced']],
  [/is only valid for (leaf|steps and dag) templates$/, ['field-misplaced']],
  [/(podResources|resourceClaims) is not supported for /, ['field-misplaced']],
  [/activeDeadlineSeconds must be a positive integer/, ['number-out-of-range']],
  [/already mounted in /, ['mount-duplicate']],
  [/is a reserved Argo container name$/, ['reserved-name']],
  [/resource\.action must be one of: /, ['value-unknown']],
  [/either .*\.resource\.manifest or .* must be specified$/, ['resource-manifest-missing']],
  [/shouldn't have both `manifest` and `manifestFrom`/, ['resource-manifest-twice']],
  [/refer to a non-exist artifact$/, ['resource-artifact-unknown']],
  [/resource\.manifest must be a valid yaml$/, ['resource-manifest-unreadable']],
  [
    /has both valueFrom and value specified|multiple valueFrom types specified/,
    ['output-sources-several'],
  ],
  [
    /does not have valueFrom or value specified$|valueFrom type unspecified/,
    ['output-source-missing'],
  ],
  [
    /\S+ ?\.?(path|jqFilter or jsonPath|parameter or expression) must be specified for \S+ templates$/,
    ['output-source-other'],
  ],
  [/globalName: Parameter\/Artifact name must /, ['name-invalid']],
  [/metric name '.*' is invalid|metric label '.*' is invalid/, ['name-invalid', 'name-missing']],
  [
    /must contain a help string|error: missing (gauge|counter|histogram)\.value/,
    ['metric-incomplete'],
  ],
  [/metrics cannot be used in real-time$/, ['metric-realtime']],

  // Names.
  [/templates\[\d+\]\.name '.*' is not unique$/, ['template-duplicate']],
  [/(steps|tasks)\[\d+\]\.name '.*' is not unique$/, ['step-duplicate']],
  [/sorting failed: duplicated nodeName $/, ['name-missing']],
  [/sorting failed: duplicated nodeName/, ['step-duplicate']],
  [/containers\[\d+\]\.name '.*' is not unique$/, ['container-duplicate']],
  // A tag that means nothing, or has no end, is part of no name.
  [
    /\.name:? '[^']*\{\{[^']*' is invalid: /,
    ['name-invalid', 'tag-unclosed', 'input-undeclared', 'variable-unknown'],
  ],
  [/\.name:? '.*' is invalid: |name must |cannot begin with a digit/, ['name-invalid']],

  // What is called.
  [/^(cannot validate Workflow: )?spec\.entrypoint is required$/, ['entrypoint-missing', 'shape']],
  [
    /^(cannot validate Workflow: )?template name '.*' undefined$/s,
    ['entrypoint-unknown', 'exit-handler-unknown'],
  ],
  [/(steps\[\d+\]|tasks)\..* template name '.*' undefined$/s, ['template-unknown']],
  [/couldn't find (cluster )?workflow template ""/, ['template-ref-incomplete']],
  [/couldn't find (cluster )?workflow template "/, ['template-ref-unknown']],
  [/^duplicate (Cluster)?WorkflowTemplate found: "/, ['manifest-duplicate']],
  [
    /template reference .* not found$/,
    ['template-unknown', 'entrypoint-unknown', 'exit-handler-unknown'],
  ],
  [/failed to get a template$/, ['step-calls-nothing', 'template-unknown']],
  [/template name cannot be specified with templateRef$/, ['step-calls-twice']],
  [/(^| )(resource|template) name is required$/, ['template-ref-incomplete']],
  [/only one of withItems, withParam, withSequence|only one of count or end/, ['loop-several']],
  [
    /template '.*' type is unknown$|template type unspecified/,
    ['template-without-type', 'containers-missing'],
  ],
  [/multiple template types specified/, ['template-several-types']],

  // Values.
  [/\.value or .*\.valueFrom is required$/, ['argument-without-value']],
  [/\.valueFrom only allows: default, configMapKeyRef and supplied$/, ['argument-value-from']],
  [
    /\.enum should contain at least one value$|arguments\.\S+\.value is required$|should be present in .*\.enum list$/,
    ['argument-enum'],
  ],
  [
    /\.from, artifact location, or key is required$|shouldn't have both `from` and `fromExpression`/,
    ['argument-source'],
  ],
  [/inputs\.(parameters|artifacts)\..* was not supplied$/, ['argument-missing']],

  // Tags.
  [/\.targets Cannot find end tag/, ['target-unknown', 'tag-unclosed']],
  [/targets: target '.*' is not defined$|\.targets failed to resolve/, ['target-unknown']],
  [/Cannot find end tag/, ['tag-unclosed']],
  [/failed to unmarshall JSON expression/, ['tag-unclosed', 'expression-unreadable']],
  // Argo looks for the end of a tag in the JSON of the template, behind the end of the text.
  [
    /failed to resolve \{\{(?:(?!\}\}).)*(["{]|\\n)/s,
    ['tag-unclosed', 'variable-unknown', 'step-unknown', 'task-unknown'],
  ],
  [
    /failed to resolve \{\{\s*steps\./,
    [
      'step-unknown',
      'step-later',
      'step-sibling',
      'task-unknown',
      'output-unknown',
      'variable-unknown',
    ],
  ],
  [
    /failed to resolve \{\{\s*tasks\./,
    ['task-unknown', 'task-not-before', 'step-unknown', 'output-unknown', 'variable-unknown'],
  ],
  [/failed to resolve \{\{\s*inputs\./, ['input-undeclared', 'variable-unknown']],
  [/failed to resolve \{\{\s*(workflow|item|pod)\./, ['variable-unknown']],

  // Graphs.
  [/must have at least one task$/, ['tasks-missing']],
  [
    /dependency '.*' not defined$|sorting failed: invalid dependency/,
    ['dependency-unknown', 'depends-unreadable', 'depends-result'],
  ],
  [
    /sorting failed: graph with cycle|dependency cycle detected/,
    // A name with a dot in it is two for Argo.
    ['dependency-cycle', 'dependency-unknown', 'depends-unreadable'],
  ],
  [/cannot use both 'depends' and 'dependencies'/, ['depends-mixed']],
  [/cannot use 'continueOn' when using 'depends'/, ['depends-continue-on']],
  [/task result '.*' for task '.*' is invalid|uses an items-based condition/, ['depends-result']],
  [/missing dependency '.*' for (parameter|artifact)/, ['task-not-before', 'task-unknown']],

  // Container sets.
  [/containers must have at least one container$/, ['containers-missing']],
  [/must have a container named "main"/, ['container-main-missing']],

  // Schedules.
  [/cron workflow must have at least one schedule/, ['schedule-missing', 'shape']],
  [/cron schedule .* is malformed|invalid timezone/s, ['schedule-unreadable']],
]

/** The codes that say the same as Argo's message; nothing where the message is not known. */
export function codesFor(message: string): readonly ProblemCode[] | undefined {
  return table.find(([pattern]) => pattern.test(message))?.[1]
}
