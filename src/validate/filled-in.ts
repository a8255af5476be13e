import { findTags, renderTemplate } from '../expression/index.ts'
import type { Surroundings } from './scope.ts'

/**
 * A text as Argo sees it when it checks a manifest, where tags whose values are known before a run are filled in; `values` has them by what stands
 * between the braces. All other tags stay as they are.
 */
export function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.includes('{{') ? renderTemplate(text, { variables: values, strict: [] }).text : text
}

/** A text with a letter for each tag that Argo fills in when it checks a manifest, with its value or with something that stands for it. */
export function standingFor(
  text: string,
  { inputs, workflow }: Pick<Surroundings, 'inputs' | 'workflow'>,
): string {
  if (!text.includes('{{')) return text
  return findTags(text)
    .toReversed()
    .reduce((made, { range, body, kind }) => {
      const input = /^inputs\.parameters\.(.+)$/.exec(body)?.[1]
      const isFilled =
        (kind === 'expression' && !isOfRun(body)) ||
        workflow.names.has(body) ||
        (input !== undefined && inputs.has(`parameter ${input}`))
      return isFilled ? `${made.slice(0, range.from)}x${made.slice(range.to)}` : made
    }, text)
}

/** Whether an expression reads what only a run brings. */
export function isOfRun(expression: string): boolean {
  return /\b(steps|tasks|item|outputs)\b/.test(expression)
}
