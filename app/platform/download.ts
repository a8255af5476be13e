/** Hands a text or bytes to the browser's downloads. */
export function download(name: string, content: string | Blob, type = 'application/yaml'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the blob after the click; a minute is more than enough to begin.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
