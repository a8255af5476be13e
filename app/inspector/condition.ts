import { checkWhen, isOperand, type Comparison } from '../../src/expression/index.ts'
import { LineIndex } from '../../src/base/index.ts'

/** The right side of a comparison as the text of one field; nothing where that would be read back as something else. */
export function rightText({ right }: Comparison): string | undefined {
  if (isOperand(right)) return right.text
  const texts = right.map(({ text }) => text)
  const joined = texts.join(', ')
  const back = splitList(joined)
  const same = back.length === texts.length && back.every((text, index) => text === texts[index])
  return same || texts.join('') === '' ? joined : undefined
}

/** A comparison with its right side as typed. Sides that stay keep their quotes; what is new is quoted as its neighbours are. */
export function withRight(comparison: Comparison, typed: string): Comparison {
  const { right } = comparison
  if (isOperand(right)) return { ...comparison, right: { ...right, text: typed } }
  const quoted = right[0]?.quoted ?? 'double'
  return {
    ...comparison,
    right: splitList(typed).map(
      (text, index) =>
        right.find((old) => old.text === text) ?? { text, quoted: right[index]?.quoted ?? quoted },
    ),
  }
}

/** What is wrong with a condition, each with its place. */
export function conditionProblems(text: string): readonly string[] {
  const lines = new LineIndex(text)
  // That nothing can change a condition is good to know, but no problem of it.
  const problems = checkWhen(text).problems.filter(({ code }) => code !== 'constant')
  return problems.map(({ message, range }) => {
    const { line, column } = lines.at(range.from)
    const where = lines.lineCount > 1 ? `Line ${String(line)}, column` : 'Column'
    return `${where} ${String(column)}: ${message}`
  })
}

function splitList(text: string): string[] {
  const items = text.split(',').map((item) => item.trim())
  return items.length > 1 ? items.filter((item) => item !== '') : items
}
