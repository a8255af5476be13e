import { err, ok, type Result } from '../base/index.ts'

/**
 * Checks the name of a Kubernetes namespace, which is a label in the sense of DNS (RFC 1123): at most 63 lower case
 * letters, digits and hyphens, a letter or digit at both ends. Gives the name back, or says what is wrong with it.
 */
export function checkNamespace(name: string): Result<string, string> {
  if (name === '') return err('Name a namespace: where should Argo create it?')
  if (name.length > 63) {
    return err(`A namespace has at most 63 characters; this one has ${name.length}.`)
  }
  const stray = /[^-a-z0-9]/u.exec(name)?.[0]
  if (stray !== undefined) {
    const lower = stray !== stray.toLowerCase() ? `, so '${stray.toLowerCase()}' perhaps` : ''
    return err(
      `A namespace has lower case letters, digits and hyphens only; '${stray}' is none of them${lower}.`,
    )
  }
  if (name.startsWith('-') || name.endsWith('-')) {
    return err('A namespace starts and ends with a letter or a digit, not with a hyphen.')
  }
  return ok(name)
}
