import { findReferences, type Reference } from '../../expression/index.ts'
import { splitSource } from '../../hera/index.ts'
import type { TemplateView } from '../../argo/index.ts'
import type { OwnRule } from '../scope.ts'

/**
 * What a tag stands for is pasted into a script before it runs, so a quote or a line break in the value becomes a part of the program: at best an
 * error, at worst somebody else's command. The preamble of a Python function, which reads its inputs as data, is left out.
 */
export const checkScriptInjection: OwnRule = (template) => {
  const source = template.script?.source
  if (source?.includes('{{') !== true) return []
  const start = preambleLength(template, source)
  const pasted = findReferences(source.slice(start)).flatMap(({ reference, tag }) =>
    tag !== undefined && isFromOutside(reference) ? [tag.range] : [],
  )
  const [first] = pasted
  if (first === undefined) return []
  const within = { from: first.from + start, to: first.to + start }
  const tag = source.slice(within.from, within.to)
  const more = pasted.length === 1 ? '' : `, like ${String(pasted.length - 1)} more,`
  const message = `“${tag}”${more} is pasted into the program as it is, so a value with a quote or a line break changes what runs. Give it to the script under env, and read it from there.`
  return [{ code: 'script-injection', message, path: ['script', 'source'], within }]
}

function preambleLength({ inputs }: TemplateView, source: string): number {
  const parameters = inputs.parameters.map(({ name = '', hasValueFrom }) => ({
    name,
    hasValueFrom,
  }))
  return splitSource(source, parameters)?.preamble.length ?? 0
}

/** Whether what a reference stands for is not in the hands of whoever wrote the script. */
function isFromOutside(reference: Reference): boolean {
  switch (reference.kind) {
    case 'input':
      return reference.of === 'parameter'
    case 'workflow-parameter':
    case 'workflow-output':
    case 'item':
      return true
    case 'step':
      return reference.part.kind !== 'field'
    case 'output':
    case 'built-in':
      return false
  }
}
