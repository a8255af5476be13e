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

export const newTemplateTypes = ['script', 'container', 'suspend', 'steps'] as const
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
    case 'suspend':
      return { name, suspend: {} }
    case 'steps':
      return { name, steps: [] }
    default:
      return assertNever(type)
  }
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
