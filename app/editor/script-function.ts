import { err, ok, type Result } from '../../src/base/index.ts'
import {
  generatePreamble,
  isPythonIdentifier,
  parseFunction,
  toFunction,
  type ScriptTemplate,
} from '../../src/hera/index.ts'
import type { ScriptTarget } from './script-target.ts'

/** The function that a script is, as text to edit; nothing for a script that is none. */
export function functionOf(
  target: ScriptTarget,
  signature: string | undefined,
): string | undefined {
  return target.language === 'python' ? toFunction(templateOf(target, signature)) : undefined
}

/** The inputs that a signature has to do with, as a text to compare. */
export function inputsKey(target: ScriptTarget): string {
  return JSON.stringify(
    target.template.inputs.parameters.map((input) => [
      input.name,
      input.default,
      input.enum,
      input.hasValueFrom,
    ]),
  )
}

/** The function that a plain script would be with the lines that read its inputs; or why it cannot be one. */
export function functionOffer(target: ScriptTarget): Result<string, string> {
  const template = templateOf(target, undefined)
  const names = template.parameters.flatMap(({ name, hasValueFrom }) =>
    hasValueFrom === true ? [] : [name],
  )
  const odd = names.find((name) => !isPythonIdentifier(name))
  if (odd !== undefined) {
    return err(`The input ${odd} cannot be a Python name: rename it first, with _ for other signs.`)
  }
  const body = target.source.trim() === '' ? 'pass' : target.source
  const preamble = generatePreamble(names, { addCwdToSysPath: true, hasPositional: true })
  const code = toFunction({ ...template, source: preamble + body })
  if (code !== undefined) return ok(code)
  const reason = parseFunction(`def script():\n${body.replace(/^(?=.)/gm, '    ')}`)
  if (reason.ok) return err('This script cannot be the body of a function as it is.')
  return err(reason.error[0]?.message ?? 'Python cannot read this script.')
}

function templateOf(target: ScriptTarget, signature: string | undefined): ScriptTemplate {
  return {
    templateName: target.name,
    parameters: target.template.inputs.parameters.map((input) => ({
      name: input.name ?? '',
      hasValueFrom: input.hasValueFrom,
      default: input.default,
      enum: input.enum,
    })),
    source: target.source,
    signature,
  }
}
