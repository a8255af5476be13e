/** A text for a sentence or a label: in one line, and cut in the middle when it is long. */
export function shorten(text: string, most = 60): string {
  const line = text.slice(0, 4 * most).replace(/\s+/g, ' ')
  if (line.length <= most && text.length <= 4 * most) return line
  const head = Math.ceil((most - 1) * 0.7)
  return `${line.slice(0, head)}…${text.slice(text.length - (most - 1 - head))}`
}
