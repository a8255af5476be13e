import { findPythonTraps, parseFunction, toFunction } from '../../hera/index.ts'
import type { TemplateView } from '../../argo/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Finding } from '../problem.ts'
import type { TemplateRule } from '../scope.ts'

const known = new WeakMap<YamlNode, readonly Finding[]>()

/** What goes wrong with a Python function as a script. Other scripts are not looked at: what they mean is not known. */
export const checkPython: TemplateRule = (template, { manifest }) => {
  if (template.script === undefined) return []
  if (manifest.document.hasAnchors) return trapsOf(template)
  const found = known.get(template.node) ?? trapsOf(template)
  known.set(template.node, found)
  return found
}

function trapsOf({ name = 'script', script, inputs }: TemplateView): readonly Finding[] {
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
