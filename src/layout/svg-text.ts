/** Fonts that are there on the usual systems; an SVG file cannot bring its own. */
export const sansFont: string =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
export const monoFont: string =
  "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace"

/** Text for XML: signs of markup escaped, and what XML 1.0 cannot hold replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Estimates how wide a text gets: nothing here can measure, so the estimate is on the wide side. */
export function textWidth(text: string, size: number, mono = false): number {
  let width = 0
  for (const sign of text) width += signWidth(sign, mono)
  return width * size
}

/** Cuts a text, with an ellipsis, to what fits a width. */
export function fitText(text: string, available: number, size: number, mono = false): string {
  let width = 0
  let kept = ''
  for (const sign of text) {
    width += signWidth(sign, mono) * size
    if (width > available) return `${kept.trimEnd()}…`
    // Room for the ellipsis, should the rest not fit.
    if (width <= available - size) kept += sign
  }
  return text
}

/** Parts a text at its spaces into lines that fit a width; what is left over after the most lines is cut. */
export function wrapText(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || lines.length === most - 1 || textWidth(longer, size) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].map((each) => fitText(each, width, size))
}

function signWidth(sign: string, mono: boolean): number {
  const code = sign.codePointAt(0) ?? 0
  if (code >= 0x1100 && (code >= 0x2e80 || code <= 0x11ff)) return 1.05
  if (mono) return 0.62
  if (/[ijl.,:;'|!()[\]ft\s-]/.test(sign)) return 0.38
  if (/[mwMW@%]/.test(sign)) return 0.92
  return /[A-Z]/.test(sign) ? 0.72 : 0.6
}
