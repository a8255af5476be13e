import { findTags } from '../expression/index.ts'

/**
 * A text as Argo sees it when it checks a manifest, where tags whose values are known before a run are filled in; `values` has them by what stands
 * between the braces. All other tags stay as they are.
 */
export function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  if (!text.includes('{{')) return text
  let filled = ''
  let at = 0
  for (const { range, body, kind, closed } of findTags(text)) {
    const value = values.get(body)
    if (kind !== 'simple' || !closed || value === undefined) continue
    filled += text.slice(at, range.from) + value
    at = range.to
  }
  return filled + text.slice(at)
}
