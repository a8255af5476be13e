import { findTags, type Tag } from '../tags.ts'
import { isOperator } from './operators.ts'
import type { OperandToken, WhenProblem, WhenToken } from './token.ts'

const wordCharacter = /[\p{L}\p{Nd}_.]/u
const endOfSymbols = /[\p{L}\p{Nd}\s()[\]"']/u

/**
 * Cuts a condition into tokens as govaluate does, but before Argo has filled in the tags. Two rules surprise:
 * any quote, double or single, ends a string; and a run of symbols without a gap is one operator, so that
 * `==-1` is an error while `== -1` is none.
 */
export function tokenizeWhen(text: string): { tokens: WhenToken[]; problems: WhenProblem[] } {
  const lexer = new Lexer(text)
  lexer.run()
  return { tokens: lexer.tokens, problems: lexer.problems }
}

class Lexer {
  readonly tokens: WhenToken[] = []
  readonly problems: WhenProblem[] = []
  private readonly text: string
  private readonly tags: ReadonlyMap<number, Tag>
  private at = 0

  constructor(text: string) {
    this.text = text
    this.tags = new Map(findTags(text).map((tag) => [tag.range.from, tag]))
  }

  run(): void {
    while (this.at < this.text.length) {
      const character = this.character()
      if (/\s/.test(character)) this.at += character.length
      else if (character === '(' || character === ')' || character === ',') {
        this.tokens.push({ kind: character, range: { from: this.at, to: this.at + 1 } })
        this.at++
      } else if (character === '"' || character === "'") this.enclosed('string', /["']/)
      else if (character === '[') this.enclosed('bracket', /\]/)
      else if (this.tags.has(this.at) || /[\p{L}\p{Nd}.]/u.test(character)) this.bare()
      else this.symbols()
    }
  }

  /** The character here, which may be two code units long. */
  private character(): string {
    const code = this.text.codePointAt(this.at)
    return code === undefined ? '' : String.fromCodePoint(code)
  }

  /** Takes the tag that begins here. */
  private tag(tag: Tag, into: Tag[]): string {
    if (!tag.closed) {
      const message = 'This `{{` has no `}}`: close the tag.'
      this.problems.push({ code: 'unclosed-tag', message, range: tag.range })
    }
    into.push(tag)
    this.at = tag.range.to
    return this.text.slice(tag.range.from, tag.range.to)
  }

  /** Takes one character; a backslash takes its meaning from the character after it. */
  private escaped(): string {
    if (this.text[this.at] === '\\' && this.at + 1 < this.text.length) this.at++
    const character = this.character()
    this.at += character.length
    return character
  }

  private enclosed(form: 'string' | 'bracket', end: RegExp): void {
    const from = this.at++
    const tags: Tag[] = []
    let value = ''
    while (this.at < this.text.length && !end.test(this.text[this.at] ?? '')) {
      const tag = this.tags.get(this.at)
      value += tag ? this.tag(tag, tags) : this.escaped()
    }
    const closed = this.at < this.text.length
    if (closed) this.at++
    const range = { from, to: this.at }
    const first = this.text[from]
    const quote = form === 'string' && (first === '"' || first === "'") ? first : undefined
    if (!closed) {
      const message =
        form === 'string'
          ? `The text after this quote is not closed. Either quote, ' or ", ends a text: write \\ before one that belongs to it.`
          : 'This `[` is not closed: write the `]`.'
      this.problems.push({ code: `unclosed-${form}`, message, range })
    }
    this.tokens.push({ kind: 'operand', form, range, value, quote, tags })
  }

  /** Word characters and tags without a gap. */
  private bare(): void {
    const from = this.at
    const tags: Tag[] = []
    let value = ''
    while (this.at < this.text.length) {
      const tag = this.tags.get(this.at)
      if (tag) value += this.tag(tag, tags)
      else if (wordCharacter.test(this.character()) || this.text[this.at] === '\\')
        value += this.escaped()
      else break
    }
    const range = { from, to: this.at }
    const raw = this.text.slice(from, this.at)
    if (raw === 'in' || raw === 'IN') {
      this.tokens.push({ kind: 'operator', operator: 'in', range })
      return
    }
    const form = this.formOf(raw, tags)
    if (form === 'number' && !isNumber(raw)) {
      const message = `\`${raw}\` begins like a number but is none: put double quotes around it.`
      this.problems.push({ code: 'malformed-number', message, range })
    }
    this.tokens.push({
      kind: 'operand',
      form,
      range,
      value,
      quote: undefined,
      tags,
    })
  }

  private formOf(raw: string, tags: readonly Tag[]): OperandToken['form'] {
    if (tags.length > 0) {
      const length = (tags[0]?.range.to ?? 0) - (tags[0]?.range.from ?? 0)
      return length === raw.length ? 'tag' : 'template'
    }
    if (raw === 'true' || raw === 'false') return 'boolean'
    return /^[\p{Nd}.]/u.test(raw) ? 'number' : 'word'
  }

  private symbols(): void {
    const from = this.at
    while (this.at < this.text.length && !this.tags.has(this.at)) {
      const character = this.character()
      if (endOfSymbols.test(character)) break
      this.at += character.length
    }
    // A stray `]` ends no run but is none either.
    if (this.at === from) this.at++
    const operator = this.text.slice(from, this.at)
    const range = { from, to: this.at }
    if (!isOperator(operator)) {
      this.problems.push({ code: 'unknown-operator', message: explain(operator), range })
    }
    this.tokens.push({ kind: 'operator', operator, range })
  }
}

/** Whether unquoted text is one number to govaluate: digits and at most one dot, or hexadecimal. */
export function isNumber(text: string): boolean {
  return /^(?:0x[\da-fA-F]+|\d+\.?\d*|\.\d+)$/.test(text)
}

const meant: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
])

function explain(operator: string): string {
  const other = meant.get(operator)
  if (other !== undefined)
    return `\`${operator}\` is no operator of conditions: write \`${other}\`.`
  for (let length = operator.length - 1; length > 0; length--) {
    const [head, tail] = [operator.slice(0, length), operator.slice(length)]
    if (isOperator(head) && (isOperator(tail) || /^[._]/.test(tail)))
      return `\`${operator}\` is read as one operator: put a space after \`${head}\`.`
  }
  return `\`${operator}\` is no operator of conditions: put double quotes around a text that contains it.`
}
