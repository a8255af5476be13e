/**
 * A JSON text without white space between its parts, as Go's `json.Compact` makes it with `<`, `>` and `&` escaped: keys stay in their
 * order and numbers as they are written. In: a text that is JSON.
 */
export function compactJson(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (part) =>
    part.startsWith('"') ? escaped(part) : '',
  )
}

function escaped(text: string): string {
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
