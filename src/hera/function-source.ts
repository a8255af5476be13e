import { indentCode } from './indent.ts'
import { literalFor, printLiteral, serialise } from './json.ts'
import { functionNameOf, isPythonIdentifier, templateNameOf } from './names.ts'
import { generatePreamble, splitSource, type InputParameter } from './preamble.ts'
import { parseFunction, type PythonFunction } from './signature.ts'
import { parsePython } from './tree.ts'

/** An input parameter of a template that is a function. */
export interface FunctionInput {
  readonly name: string
  readonly default: string | undefined
  readonly enum: readonly string[] | undefined
}

/** What a function says about its template. */
export interface FunctionTemplate {
  /** A suggestion for a new template: the function's name with `-` for `_`. */
  readonly name: string
  /** In the order of the signature. */
  readonly parameters: readonly FunctionInput[]
  readonly source: string
}

/** What of a source is not in the function. A `SplitSource` fits, so that an edit keeps both. */
export interface SourceOptions {
  readonly addCwdToSysPath: boolean
  /** Blank lines at the end. */
  readonly end: string
}

/**
 * The template that a function describes. The source is Hera's preamble and the body as it was typed; Hera
 * itself would print the body anew from its syntax tree, with the same behaviour.
 */
export function toTemplate(
  fn: PythonFunction,
  options: SourceOptions = { addCwdToSysPath: true, end: '' },
): FunctionTemplate {
  const parameters = fn.parameters.map((parameter) => ({
    name: parameter.name,
    default: parameter.default && serialise(parameter.default.value),
    enum: parameter.enum,
  }))
  const preamble = generatePreamble(
    parameters.map((parameter) => parameter.name),
    { addCwdToSysPath: options.addCwdToSysPath, hasPositional: hasPositional(fn) },
  )
  return { name: templateNameOf(fn.name), parameters, source: preamble + fn.body + options.end }
}

/** Whether Hera binds the parameters of a function in its script. */
export function hasPositional(fn: PythonFunction): boolean {
  return fn.parameters.some((parameter) => parameter.kind === 'positional')
}

/** A script template, as far as it says what function it is. */
export interface ScriptTemplate {
  readonly templateName: string
  readonly parameters: readonly (InputParameter & {
    readonly default?: string | undefined
    readonly enum?: readonly string[] | undefined
  })[]
  readonly source: string
  /** The signature that was last typed for it, with the types that a manifest cannot hold. */
  readonly signature?: string | undefined
}

/**
 * The function that a script template is, as text to edit; undefined for a plain script, and for what no
 * function can hold (names that are no identifiers, a body that Python cannot read or that begins indented).
 * `toTemplate` of the text, with the options of `splitSource`, gives the same source again. The remembered
 * signature is used while it still gives the same names, defaults and enums. Parameters with `valueFrom` are left
 * out: they are not bound. Where a parameter without default follows one with, it moves before it, so the order
 * of parameters means nothing.
 */
export function toFunction(template: ScriptTemplate): string | undefined {
  const split = splitSource(template.source, template.parameters)
  if (!split) return undefined
  const inputs = template.parameters.filter((parameter) => !parameter.hasValueFrom)
  if (!inputs.every((parameter) => isPythonIdentifier(parameter.name))) return undefined
  const body = indentCode(split.body, parsePython(split.body), '    ')
  const remembered =
    template.signature && renamedSignature(template.signature, template.templateName)
  for (const signature of [remembered, rebuiltSignature(template.templateName, inputs)]) {
    if (!signature) continue
    const code = `${signature}\n${body}`
    const fn = parseFunction(code)
    if (!fn.ok || !sameInputs(toTemplate(fn.value).parameters, inputs)) continue
    if (toTemplate(fn.value, split).source === template.source) return code
  }
  return undefined
}

/** A remembered signature under the name that the template has now; undefined when it cannot be read. */
function renamedSignature(signature: string, templateName: string): string | undefined {
  const fn = parseFunction(`${signature}\n    pass`)
  if (!fn.ok) return undefined
  const { name, nameRange } = fn.value
  if (templateNameOf(name) === templateName || name === functionNameOf(templateName))
    return signature
  return (
    signature.slice(0, nameRange.from) +
    functionNameOf(templateName) +
    signature.slice(nameRange.to)
  )
}

function rebuiltSignature(templateName: string, inputs: ScriptTemplate['parameters']): string {
  const first = inputs.filter((input) => input.default === undefined)
  const last = inputs.filter((input) => input.default !== undefined)
  const parameters = [...first, ...last].map((input) => {
    const type = input.enum?.length ? `: Literal[${input.enum.map(enumLiteral).join(', ')}]` : ''
    if (input.default === undefined) return input.name + type
    const value = literalFor(input.default)
    return type === '' ? `${input.name}=${value}` : `${input.name}${type} = ${value}`
  })
  return `def ${functionNameOf(templateName)}(${parameters.join(', ')}):`
}

/** `Literal` takes no floats, lists or dicts: those stay texts. */
function enumLiteral(text: string): string {
  const literal = literalFor(text)
  return /^(?:-?\d+|True|False|None)$/.test(literal) || literal.startsWith('"')
    ? literal
    : printLiteral({ kind: 'str', value: text })
}

function sameInputs(a: readonly FunctionInput[], b: ScriptTemplate['parameters']): boolean {
  const key = (input: ScriptTemplate['parameters'][number]): string =>
    JSON.stringify([input.name, input.default ?? null, input.enum ?? []])
  const names = (list: ScriptTemplate['parameters']): string => list.map(key).sort().join('\n')
  return names(a) === names(b)
}
