import type { FieldReader, TemplateView } from '../argo/index.ts'

/** Tags that have a value by the time that Argo looks at names in a template. */
const always =
  /\{\{\s*(?:inputs\.(?:parameters|artifacts)\.[^{}]*|workflow\.(?!duration|creationTimestamp|scheduledTime|failures|outputs)[^{}]*|pod\.name)\s*\}\}/g
const ofRetries = /\{\{\s*(?:lastRetry\.[^{}]*|retries)\s*\}\}/g

/**
 * A name in a template with a letter in place of each tag that is a value when Argo looks at it. Other tags stay, and are part of no name. (Argo:
 * the `localParams` of `validateTemplate`.)
 */
export function settledName(
  name: string,
  { node }: Pick<TemplateView, 'node'>,
  reader: FieldReader,
): string {
  if (!name.includes('{{')) return name
  const settled = name.replaceAll(always, 'x')
  const hasRetries = reader.field(node, 'retryStrategy') !== undefined
  return hasRetries ? settled.replaceAll(ofRetries, 'x') : settled
}
