import type { YamlProblemCode } from '../yaml/index.ts'

/** `error`: Argo refuses it, or it can never run. `warning`: it runs, but hardly as meant. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** What can be wrong with a file. */
export type ProblemCode =
  | YamlProblemCode
  | 'api-version'
  | 'argument-missing'
  | 'container-duplicate'
  | 'container-main-missing'
  | 'containers-missing'
  | 'dependency-cycle'
  | 'dependency-unknown'
  | 'depends-continue-on'
  | 'depends-mixed'
  | 'depends-result'
  | 'depends-unreadable'
  | 'document-empty'
  | 'document-not-a-map'
  | 'documents-several'
  | 'entrypoint-missing'
  | 'entrypoint-unknown'
  | 'exit-handler-unknown'
  | 'field-removed'
  | 'field-superseded'
  | 'field-unknown'
  | 'hook-template-unknown'
  | 'image-untagged'
  | 'input-undeclared'
  | 'key-unreadable'
  | 'lanes-flat'
  | 'loop-unreadable'
  | 'list-unread'
  | 'manifest-duplicate'
  | 'name-invalid'
  | 'name-missing'
  | 'no-workflow'
  | 'output-maybe-skipped'
  | 'number-endless'
  | 'number-range'
  | 'output-unknown'
  | 'plugin-keys'
  | 'python'
  | 'schedule-missing'
  | 'schedule-unreadable'
  | 'script-injection'
  | 'secret-exposed'
  | 'shape'
  | 'step-calls-nothing'
  | 'step-duplicate'
  | 'step-later'
  | 'step-sibling'
  | 'step-unknown'
  | 'tag-unclosed'
  | 'target-unknown'
  | 'task-not-before'
  | 'task-unknown'
  | 'template-duplicate'
  | 'template-ref-unknown'
  | 'template-several-types'
  | 'template-unknown'
  | 'template-without-type'
  | 'text-unquoted'
  | 'value-dropped'
  | 'value-type'
  | 'value-unreadable'
  | 'variable-unknown'
  | 'when-constant'
  | 'when-date'
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
  'argument-missing': {
    severity: 'error',
    about: 'A template has an input without a default, and its caller does not give it.',
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
  'entrypoint-missing': {
    severity: 'error',
    about: 'A workflow does not say with which template it starts.',
  },
  'entrypoint-unknown': { severity: 'error', about: 'The entrypoint is no template of the file.' },
  'exit-handler-unknown': {
    severity: 'error',
    about: 'The exit handler of a workflow is no template of the file.',
  },
  'field-removed': {
    severity: 'error',
    about: 'A field that the version of Argo no longer has.',
  },
  'field-unknown': {
    severity: 'error',
    about: 'A field that the version of Argo does not have at that place.',
  },
  'input-undeclared': {
    severity: 'error',
    about: 'A tag refers to an input that its template does not declare.',
  },
  'key-unreadable': {
    severity: 'error',
    about: 'A key is no text, as when a tag stands without quotes.',
  },
  'lanes-flat': {
    severity: 'error',
    about: 'Steps are a flat list, where each lane is a list of its own.',
  },
  'list-unread': {
    severity: 'warning',
    about: 'Manifests stand in a list, in which Argo’s command line does not look.',
  },
  'manifest-duplicate': {
    severity: 'error',
    about: 'Two WorkflowTemplates of a namespace, or two ClusterWorkflowTemplates, have one name.',
  },
  'name-invalid': {
    severity: 'error',
    about: 'A name of a template, step or parameter that Argo does not take.',
  },
  'name-missing': { severity: 'error', about: 'A template or step has no name.' },
  'no-workflow': { severity: 'info', about: 'No document of the file is one of Argo’s kinds.' },
  'number-endless': { severity: 'error', about: 'A number without end, which JSON does not have.' },
  'number-range': {
    severity: 'error',
    about:
      'A number is too large or too small for its field, or has a fraction where whole ones belong.',
  },
  'output-unknown': {
    severity: 'error',
    about: 'A tag refers to something that a step or task does not leave behind.',
  },
  'plugin-keys': { severity: 'error', about: 'A plugin template does not have exactly one key.' },
  python: {
    severity: 'warning',
    about: 'A Python function does not run as a script as it is written.',
  },
  'schedule-missing': { severity: 'error', about: 'A CronWorkflow has no schedule.' },
  'schedule-unreadable': {
    severity: 'error',
    about: 'A schedule, or its time zone, is none that Argo can read.',
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
  'step-duplicate': { severity: 'error', about: 'Two steps of a template have one name.' },
  'step-later': {
    severity: 'error',
    about: 'A tag refers to a step of a later lane, which has not run by then.',
  },
  'step-sibling': {
    severity: 'error',
    about: 'A tag refers to a step of the same lane, so the lane would wait for itself.',
  },
  'step-unknown': {
    severity: 'error',
    about: 'A tag refers to a step that its template does not have.',
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
  'template-duplicate': { severity: 'error', about: 'Two templates have one name.' },
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
  'text-unquoted': {
    severity: 'error',
    about: 'A number or boolean stands where Argo takes only text.',
  },
  'value-dropped': {
    severity: 'warning',
    about: 'A list or map stands where Argo takes text; it makes an empty text of it.',
  },
  'value-type': {
    severity: 'error',
    about: 'A text, number or boolean stands where another of these belongs.',
  },
  'value-unreadable': {
    severity: 'error',
    about: 'A text is no amount, time or base64 where one belongs.',
  },
  'yaml-1.1-trap': {
    severity: 'warning',
    about: 'A scalar without quotes is read as something else than stands there.',
  },
  'variable-unknown': {
    severity: 'error',
    about: 'A tag refers to something of the workflow, the pod or the loop that is not there.',
  },
  'when-constant': {
    severity: 'info',
    about: 'A condition, or a part of it, has no tag and is always the same.',
  },
  'when-date': {
    severity: 'warning',
    about: 'A quoted date, which counts as a number, is compared with what is no date.',
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
  'field-superseded': {
    severity: 'info',
    about: 'A field that a list takes the place of, or that the version of Argo does not know yet.',
  },
  'hook-template-unknown': {
    severity: 'warning',
    about:
      'A hook runs a template that is not in the file, so the run ends in an error when it is due.',
  },
  'image-untagged': {
    severity: 'info',
    about: 'An image without a fixed version: what runs can change from one day to the next.',
  },
  'loop-unreadable': {
    severity: 'warning',
    about:
      'A loop goes over something that is no list, or has no end, so the run ends in an error.',
  },
  'output-maybe-skipped': {
    severity: 'warning',
    about: 'An output is used of a step that may be skipped, without asking whether it was.',
  },
  'script-injection': {
    severity: 'warning',
    about: 'Text from outside is pasted into a program, and can change what it does.',
  },
  'secret-exposed': {
    severity: 'warning',
    about: 'A secret stands in a parameter, where everyone who sees the workflow can read it.',
  },
}
