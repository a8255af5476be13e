import { err, ok, type Result } from '../base/index.ts'

/**
 * Reads the address of an Argo Server. Refuses, with a sentence for the command line, anything but http and https
 * (the scheme is never guessed: Argo's default is https), and addresses that carry credentials, a query or a fragment.
 */
export function parseArgoUrl(text: string): Result<URL, string> {
  const trimmed = text.trim()
  if (!/^https?:\/\//i.test(trimmed)) {
    const bare = trimmed.replace(/^[a-z][-+.a-z0-9]*:\/\//i, '')
    return err(
      `The address of the Argo Server starts with https:// or http://, as in https://${bare || 'localhost:2746'}`,
    )
  }
  if (!URL.canParse(trimmed)) return err(`This is no address: ${trimmed}`)
  const url = new URL(trimmed)
  if (url.username !== '' || url.password !== '') {
    return err(
      'The address of the Argo Server must not carry a user or password. Tokens are pasted in the designer.',
    )
  }
  if (url.search !== '' || url.hash !== '') {
    return err(
      'The address of the Argo Server ends at its path: leave out what follows "?" or "#".',
    )
  }
  return ok(url)
}
