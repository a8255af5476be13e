import type { FieldReader, TemplateView } from '../argo/index.ts'

/** Tags that have a value of the user's by the time that Argo looks at names in a template. */
const given = /\{\{\s*(?:inputs\.(?:parameters|artifacts)|workflow\.parameters)\.[^{}]*\}\}/g
/** Tags that Argo has no value for yet, and for which it puts a word in place. */
const stoodFor =
  /\{\{\s*(?:workflow\.(?!duration|creationTimestamp|scheduledTime|failures|outputs)[^{}]*|pod\.name)\s*\}\}/g
const ofRetries = /\{\{\s*(?:lastRetry\.[^{}]*|retries)\s*\}\}/g

/** As in that word, there are signs that not all names may have. */
const WORD = '__x-0'

/**
 * A name in a template as Argo looks at it: a letter in place of each tag that is a value, and a word of its own for what only a run brings. Other
 * tags stay, and are part of no name. (Argo: the `localParams` of `validateTemplate`.)
 */
export function settledName(
  name: string,
  { node }: Pick<TemplateView, 'node'>,
  reader: FieldReader,
): string {
  if (!name.includes('{{')) return name
  const settled = name.replaceAll(given, 'x').replaceAll(stoodFor, WORD)
  const hasRetries = reader.field(node, 'retryStrategy') !== undefined
  return hasRetries ? settled.replaceAll(ofRetries, WORD) : settled
}
