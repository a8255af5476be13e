/** Tags that have a value by the time that Argo looks at names in a template. */
const known =
  /\{\{\s*(?:inputs|workflow|lastRetry)\.[^{}]*\}\}|\{\{\s*(?:pod\.name|retries)\s*\}\}/g

/** A name with a letter in place of each tag that is a value when Argo looks at it. Other tags stay, and are part of no name. */
export function settledName(name: string): string {
  return name.includes('{{') ? name.replaceAll(known, 'x') : name
}
