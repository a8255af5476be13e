/** Offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(text, at - 1)) at--
  return at
}

/** Offset at which the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreak(text, at)) at++
  return at
}

/** Offset at which the line after that of an offset begins; the end of the text on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  if (end >= text.length) return text.length
  return text.startsWith('\r\n', end) ? end + 2 : end + 1
}

/** Column of an offset, from 0. A byte order mark at the start of the text counts as nothing. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset)
  return offset - start - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0)
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** The lines of a text without their breaks. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || code === 13
}
