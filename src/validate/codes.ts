import type { YamlProblemCode } from '../yaml/index.ts'

/** `error`: Argo refuses it, or it can never run. `warning`: it runs, but hardly as meant. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** What can be wrong with a file. */
export type ProblemCode =
  | YamlProblemCode
  | 'api-version'
  | 'argument-duplicate'
  | 'argument-enum'
  | 'argument-missing'
  | 'argument-source'
  | 'argument-surplus'
  | 'argument-value-from'
  | 'argument-without-value'
  | 'artifact-path-missing'
  | 'artifact-path-outside'
  | 'container-duplicate'
  | 'container-main-missing'
  | 'containers-missing'
  | 'crd-limit'
  | 'crd-location'
  | 'crd-manifest'
  | 'crd-mode'
  | 'crd-name'
  | 'crd-schedule'
  | 'crd-value'
  | 'dependency-cycle'
  | 'dependency-unknown'
  | 'depends-continue-on'
  | 'depends-mixed'
  | 'depends-result'
  | 'depends-unreadable'
  | 'document-empty'
  | 'document-not-a-map'
  | 'documents-several'
  | 'duration-unreadable'
  | 'entrypoint-missing'
  | 'entrypoint-unknown'
  | 'executor-plugin-incomplete'
  | 'exit-handler-unknown'
  | 'expression-hyphen'
  | 'expression-types'
  | 'expression-unknown'
  | 'expression-unreadable'
  | 'field-misplaced'
  | 'field-removed'
  | 'field-superseded'
  | 'field-unknown'
  | 'hook-argument-missing'
  | 'hook-expression-missing'
  | 'hook-template-unknown'
  | 'image-missing'
  | 'image-untagged'
  | 'input-enum'
  | 'input-from'
  | 'input-undeclared'
  | 'item-without-loop'
  | 'key-unreadable'
  | 'lane-empty'
  | 'lanes-flat'
  | 'lock-held'
  | 'loop-inline'
  | 'list-unread'
  | 'loop-several'
  | 'loop-unreadable'
  | 'manifest-duplicate'
  | 'metric-incomplete'
  | 'metric-realtime'
  | 'mount-duplicate'
  | 'name-invalid'
  | 'name-missing'
  | 'no-workflow'
  | 'number-endless'
  | 'number-out-of-range'
  | 'number-range'
  | 'number-unreadable'
  | 'object-name-invalid'
  | 'object-name-long'
  | 'output-early'
  | 'output-maybe-skipped'
  | 'output-source-missing'
  | 'output-source-other'
  | 'output-sources-several'
  | 'output-unknown'
  | 'plugin-keys'
  | 'pod-resource-unknown'
  | 'port-duplicate'
  | 'python'
  | 'recursion-endless'
  | 'reserved-name'
  | 'resource-artifact-unknown'
  | 'resource-manifest-missing'
  | 'resource-manifest-twice'
  | 'resource-manifest-unreadable'
  | 'result-empty'
  | 'schedule-missing'
  | 'schedule-unreadable'
  | 'script-injection'
  | 'secret-exposed'
  | 'selector-unreadable'
  | 'shape'
  | 'step-calls-nothing'
  | 'step-calls-twice'
  | 'step-duplicate'
  | 'step-later'
  | 'step-never-runs'
  | 'step-sibling'
  | 'step-unknown'
  | 'storage-incomplete'
  | 'tag-unclosed'
  | 'target-unknown'
  | 'task-not-before'
  | 'task-unknown'
  | 'tasks-missing'
  | 'template-duplicate'
  | 'template-ref-incomplete'
  | 'template-ref-unknown'
  | 'template-several-types'
  | 'template-unknown'
  | 'template-without-type'
  | 'templates-beside-ref'
  | 'test-unreadable'
  | 'text-unquoted'
  | 'timeout-unreadable'
  | 'value-dropped'
  | 'value-type'
  | 'value-unknown'
  | 'value-unreadable'
  | 'value-unsafe'
  | 'variable-unknown'
  | 'volume-unknown'
  | 'when-constant'
  | 'when-date'
  | 'when-early'
  | 'when-ignored'
  | 'when-list'
  | 'when-never-equal'
  | 'when-not-boolean'
  | 'when-pattern'
  | 'when-tag-unquoted'
  | 'when-types'
  | 'when-unquoted'
  | 'when-unreadable'
  | 'yaml-1.1-trap'
  | 'yaml-tab'

/** What each code means, in one line, and how grave it is. */
export const problemCodes: Readonly<
  Record<ProblemCode, { readonly severity: Severity; readonly about: string }>
> = {
  'yaml-syntax': { severity: 'error', about: 'The text is not YAML.' },
  'yaml-duplicate-key': {
    severity: 'error',
    about: 'A map has a key twice: Argo’s command line does not take such a document.',
  },
  'yaml-unknown-alias': {
    severity: 'error',
    about: 'An alias stands for an anchor that is not there.',
  },
  'yaml-too-deep': { severity: 'error', about: 'The text is nested too deeply to be read.' },
  'yaml-too-large': { severity: 'error', about: 'The text is too long to be drawn.' },
  'api-version': { severity: 'warning', about: 'A kind of Argo’s has the API version of another.' },
  'argument-duplicate': { severity: 'error', about: 'Two arguments of one list have one name.' },
  'argument-enum': {
    severity: 'error',
    about: 'An argument has an enum without values, or a value that its enum does not allow.',
  },
  'argument-missing': {
    severity: 'error',
    about: 'A template has an input without a default, and its caller does not give it.',
  },
  'argument-source': {
    severity: 'error',
    about: 'An artifact that is given does not say where it comes from, or says it twice.',
  },
  'argument-surplus': {
    severity: 'warning',
    about: 'Something is given that nobody takes: Argo drops it without a word.',
  },
  'argument-value-from': {
    severity: 'error',
    about: 'An argument has a valueFrom that only outputs have, or that says nothing.',
  },
  'argument-without-value': {
    severity: 'error',
    about: 'An argument has no value where nobody gives one later.',
  },
  'artifact-path-missing': {
    severity: 'error',
    about: 'An artifact of a template that runs something has no path.',
  },
  'artifact-path-outside': {
    severity: 'error',
    about: 'The path of an artifact leads out of its folder by way of `..`.',
  },
  'container-duplicate': {
    severity: 'error',
    about: 'Two containers of a container set have one name.',
  },
  'container-main-missing': {
    severity: 'error',
    about: 'A container set has input artifacts or outputs, and no container main that has them.',
  },
  'containers-missing': { severity: 'error', about: 'A container set has no container.' },
  'crd-limit': {
    severity: 'warning',
    about: 'There is more of something, or less, than the full definitions of Argo 4 take.',
  },
  'crd-location': {
    severity: 'warning',
    about: 'An artifact has several places, of which Argo takes the first.',
  },
  'crd-manifest': {
    severity: 'warning',
    about: 'A resource that needs no manifest has two.',
  },
  'crd-mode': {
    severity: 'warning',
    about: 'A file mode is none of 0 to 511, as when octal digits are written as a decimal number.',
  },
  'crd-name': {
    severity: 'warning',
    about: 'A name is made of tags, which Kubernetes does not take.',
  },
  'crd-schedule': {
    severity: 'warning',
    about: 'A schedule has a form that Argo reads and Kubernetes does not take.',
  },
  'crd-value': {
    severity: 'warning',
    about: 'A field has a value that Kubernetes does not take and lint does not look at.',
  },
  'dependency-cycle': {
    severity: 'error',
    about: 'Tasks or containers wait for each other in a circle.',
  },
  'dependency-unknown': {
    severity: 'error',
    about: 'A task or container waits for one that its template does not have.',
  },
  'depends-continue-on': {
    severity: 'error',
    about: 'A task has continueOn in a template that uses depends.',
  },
  'depends-mixed': { severity: 'error', about: 'A dag uses both depends and dependencies.' },
  'depends-result': {
    severity: 'error',
    about: 'A depends asks for a result that tasks do not have, or that only loops have.',
  },
  'depends-unreadable': { severity: 'error', about: 'A depends cannot be read.' },
  'document-empty': { severity: 'info', about: 'There is nothing in the file yet.' },
  'document-not-a-map': {
    severity: 'error',
    about: 'A document is a list or a single value, where a manifest is a map.',
  },
  'documents-several': {
    severity: 'info',
    about: 'The file has several workflows; one at a time is drawn.',
  },
  'duration-unreadable': {
    severity: 'warning',
    about: 'A duration is none that Argo can read, so the run ends in an error when it is due.',
  },
  'entrypoint-missing': {
    severity: 'error',
    about: 'A workflow does not say with which template it starts.',
  },
  'entrypoint-unknown': { severity: 'error', about: 'The entrypoint is no template of the file.' },
  'executor-plugin-incomplete': {
    severity: 'error',
    about: 'A plugin of the executor lacks a name, a port, resources or a security context.',
  },
  'exit-handler-unknown': {
    severity: 'error',
    about: 'The exit handler of a workflow is no template of the file.',
  },
  'expression-hyphen': {
    severity: 'warning',
    about: 'A name with a hyphen is a subtraction in an expression.',
  },
  'expression-types': {
    severity: 'warning',
    about: 'A part of an expression does not fit what is done with it.',
  },
  'expression-unknown': {
    severity: 'warning',
    about: 'An expression names a variable or a function that is not there.',
  },
  'expression-unreadable': {
    severity: 'error',
    about: 'What Argo evaluates as an expression cannot be read.',
  },
  'field-misplaced': {
    severity: 'error',
    about: 'A template has a field that templates of its type do not have.',
  },
  'field-removed': {
    severity: 'error',
    about: 'A field that the version of Argo no longer has.',
  },
  'field-superseded': {
    severity: 'info',
    about: 'A field that a list takes the place of, and that Argo 4.0 no longer has.',
  },
  'field-unknown': {
    severity: 'error',
    about: 'A field that the version of Argo does not have at that place.',
  },
  'hook-argument-missing': {
    severity: 'warning',
    about: 'A hook does not give what its template needs, so it ends in an error when it is due.',
  },
  'hook-expression-missing': {
    severity: 'error',
    about: 'A hook that is not for the end does not say when it runs.',
  },
  'hook-template-unknown': {
    severity: 'warning',
    about:
      'A hook runs a template that is not in the file, so the run ends in an error when it is due.',
  },
  'image-missing': { severity: 'error', about: 'A container or script has no image.' },
  'image-untagged': {
    severity: 'info',
    about: 'An image without a fixed version: what runs can change from one day to the next.',
  },
  'input-enum': {
    severity: 'warning',
    about: 'A value is none that the enum of its input allows, which Argo never looks at.',
  },
  'input-from': {
    severity: 'error',
    about: 'An input artifact says where it is from, which only its caller can say.',
  },
  'input-undeclared': {
    severity: 'error',
    about: 'A tag refers to an input that its template does not declare.',
  },
  'item-without-loop': {
    severity: 'warning',
    about: 'A step without a loop has a tag for its item, which stays as it is written.',
  },
  'key-unreadable': {
    severity: 'error',
    about: 'A key is no text, as when a tag stands without quotes.',
  },
  'lane-empty': {
    severity: 'warning',
    about: 'A lane has no steps, and Argo never goes on behind it.',
  },
  'lanes-flat': {
    severity: 'error',
    about: 'Steps are a flat list, where each lane is a list of its own.',
  },
  'list-unread': {
    severity: 'warning',
    about: 'Manifests stand in a list, in which Argo’s command line does not look.',
  },
  'loop-several': {
    severity: 'error',
    about: 'A step has more than one loop, or a sequence has both a count and an end.',
  },
  'lock-held': {
    severity: 'warning',
    about: 'A template wants a mutex that is held around it, so that it waits for ever.',
  },
  'loop-inline': {
    severity: 'warning',
    about: 'A loop goes over a template in place, so the run ends in an error behind it.',
  },
  'loop-unreadable': {
    severity: 'warning',
    about:
      'A loop goes over something that is no list, or has no end, so the run ends in an error.',
  },
  'manifest-duplicate': {
    severity: 'error',
    about: 'Two WorkflowTemplates of a namespace, or two ClusterWorkflowTemplates, have one name.',
  },
  'metric-incomplete': { severity: 'error', about: 'A metric has no help or no value.' },
  'metric-realtime': {
    severity: 'error',
    about: 'A metric in real time asks for resources, which are known at the end only.',
  },
  'mount-duplicate': {
    severity: 'error',
    about: 'Two things are mounted at one path of a container.',
  },
  'name-invalid': {
    severity: 'error',
    about: 'A name of a template, step, parameter or metric that Argo does not take.',
  },
  'name-missing': {
    severity: 'error',
    about: 'A template, step, container or parameter has no name.',
  },
  'no-workflow': { severity: 'info', about: 'No document of the file is one of Argo’s kinds.' },
  'number-endless': { severity: 'error', about: 'A number without end, which JSON does not have.' },
  'number-out-of-range': {
    severity: 'error',
    about: 'A number is smaller or greater than Argo takes.',
  },
  'number-range': {
    severity: 'error',
    about:
      'A number is too large or too small for its field, or has a fraction where whole ones belong.',
  },
  'number-unreadable': {
    severity: 'warning',
    about: 'A text stands where a run needs a whole number.',
  },
  'object-name-invalid': {
    severity: 'warning',
    about: 'A manifest has a name that Kubernetes does not take.',
  },
  'object-name-long': { severity: 'error', about: 'A manifest has a longer name than Argo takes.' },
  'output-early': {
    severity: 'warning',
    about:
      'An output of steps takes over as a parameter what is filled in before the steps run, and is found no more.',
  },
  'output-maybe-skipped': {
    severity: 'warning',
    about: 'An output is used of a step that may be skipped, without asking whether it was.',
  },
  'output-source-missing': {
    severity: 'error',
    about: 'An output does not say where its value comes from.',
  },
  'output-source-other': {
    severity: 'error',
    about: 'An output takes its value from where templates of its type have none.',
  },
  'output-sources-several': {
    severity: 'error',
    about: 'An output takes its value from several places at once.',
  },
  'output-unknown': {
    severity: 'error',
    about: 'A tag refers to something that a step or task does not leave behind.',
  },
  'plugin-keys': { severity: 'error', about: 'A plugin template does not have exactly one key.' },
  'pod-resource-unknown': {
    severity: 'error',
    about: 'A pod asks for resources that only containers can have.',
  },
  'port-duplicate': {
    severity: 'error',
    about: 'Two parameters, or two artifacts, of one list have one name.',
  },
  python: {
    severity: 'warning',
    about: 'A Python function does not run as a script as it is written.',
  },
  'recursion-endless': {
    severity: 'warning',
    about: 'A template calls itself without any condition, until Argo ends the run in an error.',
  },
  'reserved-name': {
    severity: 'error',
    about: 'A container has a name that Argo keeps for its own.',
  },
  'resource-artifact-unknown': {
    severity: 'error',
    about: 'The manifest of a resource template comes from an artifact that is no input of it.',
  },
  'resource-manifest-missing': { severity: 'error', about: 'A resource template has no manifest.' },
  'resource-manifest-twice': {
    severity: 'error',
    about: 'A resource template has a manifest and takes another from an artifact.',
  },
  'resource-manifest-unreadable': {
    severity: 'error',
    about: 'The manifest of a resource template is not YAML.',
  },
  'result-empty': {
    severity: 'warning',
    about: 'The result of a script is read that prints nothing.',
  },
  'schedule-missing': { severity: 'error', about: 'A CronWorkflow has no schedule.' },
  'schedule-unreadable': {
    severity: 'error',
    about: 'A schedule, or its time zone, is none that Argo can read.',
  },
  'script-injection': {
    severity: 'warning',
    about: 'Text from outside is pasted into a program, and can change what it does.',
  },
  'secret-exposed': {
    severity: 'warning',
    about: 'A secret stands in a parameter, where everyone who sees the workflow can read it.',
  },
  'selector-unreadable': {
    severity: 'error',
    about: 'A label selector is none that Kubernetes can read.',
  },
  shape: {
    severity: 'error',
    about:
      'A list, a map or a single value stands where another of these belongs, or nothing does.',
  },
  'step-calls-nothing': {
    severity: 'error',
    about: 'A step has no template, templateRef or inline.',
  },
  'step-calls-twice': { severity: 'error', about: 'A step has both a template and a templateRef.' },
  'step-duplicate': { severity: 'error', about: 'Two steps of a template have one name.' },
  'step-later': {
    severity: 'error',
    about: 'A tag refers to a step of a later lane, which has not run by then.',
  },
  'step-never-runs': {
    severity: 'warning',
    about: 'A step runs in no dry run, whatever parameters and steps give.',
  },
  'step-sibling': {
    severity: 'error',
    about: 'A tag refers to a step of the same lane, so the lane would wait for itself.',
  },
  'step-unknown': {
    severity: 'error',
    about: 'A tag refers to a step that its template does not have.',
  },
  'storage-incomplete': {
    severity: 'error',
    about: 'A git or hdfs artifact does not say all that is needed to find it.',
  },
  'tag-unclosed': { severity: 'error', about: 'A template tag has no closing braces.' },
  'target-unknown': { severity: 'error', about: 'A target of a dag is no task of it.' },
  'task-not-before': {
    severity: 'error',
    about: 'A tag refers to a task for which its own task does not wait.',
  },
  'task-unknown': {
    severity: 'error',
    about: 'A tag refers to a task that its template does not have.',
  },
  'tasks-missing': { severity: 'error', about: 'A dag has no task.' },
  'template-duplicate': { severity: 'error', about: 'Two templates have one name.' },
  'template-ref-incomplete': {
    severity: 'error',
    about: 'A templateRef does not say which manifest or which template it means.',
  },
  'template-ref-unknown': {
    severity: 'error',
    about:
      'A templateRef names a manifest that none of the files has. Only lint asks, not the designer.',
  },
  'template-several-types': { severity: 'error', about: 'A template is of several types at once.' },
  'template-unknown': {
    severity: 'error',
    about: 'A step calls a template that is not in the file.',
  },
  'template-without-type': { severity: 'error', about: 'A template does not say what it runs.' },
  'templates-beside-ref': {
    severity: 'error',
    about: 'A workflow that runs a WorkflowTemplate has templates of its own.',
  },
  'test-unreadable': {
    severity: 'error',
    about:
      'Something in a file of tests is none of what a test says, so that its tests do not run.',
  },
  'text-unquoted': {
    severity: 'error',
    about: 'A number or boolean stands where Argo takes only text.',
  },
  'timeout-unreadable': {
    severity: 'error',
    about: 'A timeout is no duration that Argo can read.',
  },
  'value-dropped': {
    severity: 'warning',
    about: 'A list or map stands where Argo takes text; it makes an empty text of it.',
  },
  'value-type': {
    severity: 'error',
    about: 'A text, number or boolean stands where another of these belongs.',
  },
  'value-unknown': { severity: 'error', about: 'A field has a value that Argo does not know.' },
  'value-unreadable': {
    severity: 'error',
    about: 'A text is no amount, time or base64 where one belongs.',
  },
  'value-unsafe': {
    severity: 'warning',
    about: 'A value ends the text in which a Python script has it, so that the script fails.',
  },
  'variable-unknown': {
    severity: 'error',
    about: 'A tag refers to something of the workflow, the pod or the loop that is not there.',
  },
  'volume-unknown': {
    severity: 'warning',
    about: 'A container mounts a volume that is not declared, so Kubernetes refuses its pod.',
  },
  'when-constant': {
    severity: 'info',
    about: 'A condition, or a part of it, has no tag and is always the same.',
  },
  'when-date': {
    severity: 'warning',
    about: 'A quoted date, which counts as a number, is compared with what is no date.',
  },
  'when-early': {
    severity: 'warning',
    about: 'A condition about items is judged before there are items, so the loop is left out.',
  },
  'when-ignored': {
    severity: 'warning',
    about: 'A part of a condition is not looked at when it is evaluated.',
  },
  'when-list': {
    severity: 'warning',
    about: 'An in of a condition has no list of at least two entries.',
  },
  'when-never-equal': {
    severity: 'warning',
    about: 'A condition compares a text with a number, true or false, which are never equal.',
  },
  'when-not-boolean': {
    severity: 'warning',
    about: 'A condition, or a side of && or ||, is neither true nor false.',
  },
  'when-pattern': {
    severity: 'warning',
    about: 'A pattern of a condition is no regular expression of Go.',
  },
  'when-tag-unquoted': {
    severity: 'info',
    about: 'A tag of a condition has no quotes; some values make the condition an error then.',
  },
  'when-types': {
    severity: 'warning',
    about: 'An operator of a condition does not fit what stands on its sides.',
  },
  'when-unquoted': {
    severity: 'warning',
    about: 'A text of a condition lacks the quotes without which it is read as something else.',
  },
  'when-unreadable': {
    severity: 'warning',
    about: 'A condition cannot be read when the workflow runs.',
  },
  'yaml-tab': {
    severity: 'error',
    about: 'A line begins with a tab, so that Argo and Kubernetes cannot read the document.',
  },
  'yaml-1.1-trap': {
    severity: 'warning',
    about: 'A scalar without quotes is read as something else than stands there.',
  },
}
