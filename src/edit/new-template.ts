import { generatePreamble } from '../hera/index.ts'
import { assertNever } from '../base/index.ts'
import type { JsonObject } from '../yaml/index.ts'
import type { ArgumentReader } from './arguments.ts'

/** What a new template starts as. */
export interface NewTemplate {
  /** Without one, a name after its type. A name that is taken gets a number. */
  readonly name?: string | undefined
  readonly type: NewTemplateType
  /** Of a script; Python without it. */
  readonly language?: NewScriptLanguage | undefined
}

export type NewTemplateType = (typeof newTemplateTypes)[number]
export type NewScriptLanguage = (typeof newScriptLanguages)[number]

/** `wait` is a suspend that goes on by itself, `approval` one in which a person chooses how. */
export const newTemplateTypes = [
  'script',
  'container',
  'containerSet',
  'suspend',
  'wait',
  'approval',
  'steps',
  'dag',
  'resource',
  'http',
  'data',
  'plugin',
] as const
export const newScriptLanguages = ['python', 'shell', 'javascript'] as const

/** Reads `name`, `type` and `language`. */
export function readNewTemplate(read: ArgumentReader): NewTemplate {
  const type = read.oneOf('type', newTemplateTypes)
  if (type === undefined)
    read.report(`The argument type must be one of ${newTemplateTypes.join(', ')}.`)
  return {
    name: read.optionalText('name'),
    type: type ?? 'script',
    language: read.oneOf('language', newScriptLanguages),
  }
}

/** The fields of a new template under a name: it runs as it is. A Python script is a function of Hera's. */
export function templateFields(
  name: string,
  type: NewTemplateType,
  language: NewScriptLanguage = 'python',
): JsonObject {
  switch (type) {
    case 'script':
      return { name, script: scriptFields(language) }
    case 'container':
      return {
        name,
        container: { image: 'busybox', command: ['sh', '-c'], args: ['echo hello'] },
      }
    case 'containerSet':
      return { name, containerSet: { containers: setContainers } }
    case 'suspend':
      return { name, suspend: {} }
    case 'wait':
      return { name, suspend: { duration: '1m' } }
    case 'approval':
      return approvalFields(name)
    case 'steps':
      return { name, steps: [] }
    case 'dag':
      return { name, dag: { tasks: [firstTask] } }
    case 'resource':
      return { name, resource: { action: 'create', manifest: configMap } }
    case 'http':
      return {
        name,
        http: { url: 'https://example.com/', successCondition: 'response.statusCode == 200' },
      }
    case 'data':
      return { name, data: dataFields }
    case 'plugin':
      return { name, plugin: { hello: {} } }
    default:
      return assertNever(type)
  }
}

const hello = { image: 'busybox', command: ['sh', '-c'] }

/** Two containers, one after the other. Outputs are those of `main`. */
const setContainers: readonly JsonObject[] = [
  { name: 'prepare', ...hello, args: ['echo prepare'] },
  { name: 'main', ...hello, args: ['echo hello'], dependencies: ['prepare'] },
]

/** Argo takes no dag without a task. */
const firstTask: JsonObject = {
  name: 'first',
  inline: { container: { ...hello, args: ['echo hello'] } },
}

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  generateName: made-by-workflow-
data:
  hello: world
`

const dataFields: JsonObject = {
  source: { artifactPaths: { name: 'files', s3: { bucket: 'my-bucket', key: 'files/' } } },
  transformation: [{ expression: "filter(data, {# endsWith '.csv'})" }],
}

/** The person who resumes it picks one of the choices, which becomes the output. */
function approvalFields(name: string): JsonObject {
  return {
    name,
    inputs: { parameters: [{ name: 'approve', default: 'NO', enum: ['YES', 'NO'] }] },
    outputs: { parameters: [{ name: 'approve', valueFrom: { supplied: {} } }] },
    suspend: {},
  }
}

/** A new template as a step gives it in place: without a name. */
export function inlineFields(type: NewTemplateType, language?: NewScriptLanguage): JsonObject {
  const fields = Object.entries(templateFields('', type, language))
  return Object.fromEntries(fields.filter(([key]) => key !== 'name'))
}

/** What a new template of a type is called when nobody says. */
export function newTemplateName(type: NewTemplateType): string {
  return type === 'containerSet' ? 'container-set' : type
}

function scriptFields(language: NewScriptLanguage): JsonObject {
  switch (language) {
    case 'python':
      return { image: 'python:3.10', command: ['python'], source: pythonSource() }
    case 'shell':
      return { image: 'bash:5', command: ['bash'], source: 'echo "hello"\n' }
    case 'javascript':
      return { image: 'node:22', command: ['node'], source: "console.log('hello')\n" }
    default:
      return assertNever(language)
  }
}

function pythonSource(): string {
  const preamble = generatePreamble([], { addCwdToSysPath: true, hasPositional: false })
  return `${preamble}print("hello")`
}
