/**
 * A command line as a list of words, by the rules of a shell as far as people use them: blanks part words, quotes of both kinds and
 * backslashes keep them together. Nothing for a quote that is not closed.
 */
export function splitCommand(line: string): readonly string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote: string | undefined
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (quote !== undefined) {
      const next = line.charAt(at + 1)
      if (character === quote) quote = undefined
      else if (character === '\\' && quote === '"' && (next === '"' || next === '\\')) {
        word = (word ?? '') + next
        at++
      } else word = (word ?? '') + character
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (character === '\\' && at + 1 < line.length) {
      word = (word ?? '') + line.charAt(++at)
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + character
  }
  if (quote !== undefined) return undefined
  if (word !== undefined) words.push(word)
  return words
}

/** The command line that `splitCommand` reads as these words. */
export function joinCommand(words: readonly string[]): string {
  return words.map(quoted).join(' ')
}

function quoted(word: string): string {
  if (word !== '' && !/[\s"'\\]/.test(word)) return word
  if (!word.includes("'")) return `'${word}'`
  return `"${word.replace(/["\\]/g, '\\$&')}"`
}

/** Whether a list can be shown one text a line. */
export function isLines(value: readonly string[]): boolean {
  return value.every((text) => !/[\r\n]/.test(text))
}
