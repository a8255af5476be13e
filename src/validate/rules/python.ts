import { findPythonTraps, parseFunction, toFunction } from '../../hera/index.ts'
import type { OwnRule } from '../scope.ts'

/** What goes wrong with a Python function as a script. Other scripts are not looked at: what they mean is not known. */
export const checkPython: OwnRule = ({ name = 'script', script, inputs }) => {
  const source = script?.source
  if (source === undefined) return []
  const code = toFunction({
    templateName: name,
    source,
    parameters: inputs.parameters.map((parameter) => ({
      name: parameter.name ?? '',
      hasValueFrom: parameter.hasValueFrom,
      default: parameter.default,
      enum: parameter.enum,
    })),
  })
  const fn = code === undefined ? undefined : parseFunction(code)
  if (fn?.ok !== true) return []
  return findPythonTraps(fn.value).map(({ message, severity, range }) => ({
    code: 'python',
    message,
    severity,
    path: ['script', 'source'],
    within: inSource(source, fn.value.code.slice(range.from, range.to)),
  }))
}

/** Where the first such text is in a source; all of it when it is not there, as with parameters. */
function inSource(source: string, text: string): { from: number; to: number } {
  const from = source.indexOf(text)
  return from < 0 ? { from: 0, to: source.length } : { from, to: from + text.length }
}
