import type { ArtifactContent } from '../outcome.ts'

/** Artifacts that are longer, in bytes, are neither mocked nor expected by recorded tests. */
const LONGEST = 1000

/** The text of an artifact; nothing for folders and for bytes that are no text. */
export function contentText(content: ArtifactContent): string | undefined {
  if (content.kind !== 'file') return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content.bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** The text of an artifact that is short enough to be written into a test. */
export function shortText(content: ArtifactContent): string | undefined {
  const isLong = content.kind === 'file' && content.bytes.length > LONGEST
  return isLong ? undefined : contentText(content)
}

/** Whether a text is short enough to be written into a test. */
export function isShort(text: string): boolean {
  return text.length <= LONGEST
}

/** What an artifact is that is no text, in words. */
export function contentWords(content: ArtifactContent | undefined): string {
  if (content === undefined) return 'an artifact that only the cluster has'
  if (content.kind === 'file') return 'a file that is no text'
  const { length } = content.files
  return `a folder with ${String(length)} ${length === 1 ? 'file' : 'files'}`
}

/** A text without the line break at its end: programs write one, and people leave it out. */
export function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$/, '')
}
