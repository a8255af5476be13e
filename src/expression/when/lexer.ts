import type { TextRange } from '../../base/index.ts'
import type { Tag } from '../tags.ts'
import type { WhenFault } from './fault.ts'
import { isDigit, isLetter, isSpace, upperRune } from '../go/characters.ts'
import { parseFloat, parseHex } from '../go/numbers.ts'
import { operatorType } from './operators.ts'
import { Reader, type Run } from './reader.ts'
import { canFollow } from './syntax.ts'
import {
  typeOfToken,
  type OperandToken,
  type QuotedTime,
  type TokenType,
  type WhenToken,
} from './token.ts'

/** Reads a quoted text as a time, if it is one. */
export type TimeReader = (text: string) => QuotedTime | undefined

/** The tokens of a condition, and what cannot be read; govaluate stops at the first of these. */
export interface Tokens {
  readonly tokens: readonly WhenToken[]
  readonly faults: readonly WhenFault[]
}

/**
 * Cuts a condition into tokens as govaluate does. With `tags` it is one whose tags are not yet filled in; without, one that Argo
 * hands to govaluate. Two rules surprise: any quote, double or single, ends a string; and a run of symbols without a gap is one
 * operator, so that `==-1` is an error while `== -1` is none. Without `readTime`, quoted times are texts like others.
 */
export function tokenizeWhen(
  text: string,
  tags: readonly Tag[],
  readTime: TimeReader = () => undefined,
): Tokens {
  const lexer = new Lexer(text, tags, readTime)
  lexer.run()
  return lexer
}

const isNumeric = (character: string): boolean => isDigit(character) || character === '.'
const isWord = (character: string): boolean =>
  isLetter(character) || isDigit(character) || character === '_' || character === '.'
const isQuote = (character: string): boolean => character === '"' || character === "'"
const isSymbol = (character: string): boolean =>
  !isLetter(character) && !isDigit(character) && !'()[]"\''.includes(character)
/** Whether Go's upper case of the first letter is another letter. */
const startsSmall = ([first = '']: string): boolean => upperRune(first) !== first
const isHex = (character: string): boolean => isDigit(character) || /^[a-f]$/i.test(character)

class Lexer implements Tokens {
  readonly tokens: WhenToken[] = []
  readonly faults: WhenFault[] = []
  private readonly reader: Reader
  private readonly readTime: TimeReader
  private last: TokenType | undefined = 'UNKNOWN'

  constructor(text: string, tags: readonly Tag[], readTime: TimeReader) {
    this.readTime = readTime
    this.reader = new Reader(text, tags)
  }

  run(): void {
    const { reader } = this
    while (!reader.done) {
      const character = reader.peek()
      if (reader.tag()) this.template()
      else if (isSpace(character)) reader.next()
      else if (isNumeric(character)) this.templateOr(() => this.number(character))
      else if (character === '(' || character === ')' || character === ',') this.mark(character)
      else if (character === '[') this.enclosed('bracket', (one) => one !== ']')
      else if (isLetter(character)) this.templateOr(() => this.word())
      else if (isQuote(character)) this.enclosed('string', (one) => !isQuote(one))
      else this.symbols()
    }
  }

  private push(token: WhenToken): void {
    this.tokens.push(token)
    this.last = typeOfToken(token)
  }

  private operand(
    run: { readonly value: string; readonly range: TextRange },
    rest: Pick<OperandToken, 'form' | 'type' | 'constant'> & Partial<OperandToken>,
  ): void {
    const { value, range } = run
    this.push({
      kind: 'operand',
      range,
      value,
      time: undefined,
      quote: undefined,
      tags: [],
      ...rest,
    })
  }

  private fault(code: WhenFault['code'], reason: string, range: TextRange): void {
    this.faults.push({ code, reason, range })
  }

  /** Go reads beyond the end of the text there. */
  private refuseDangling({ dangling, range }: Run): void {
    if (!dangling) return
    const length = String([...this.reader.text].length)
    const reason = `runtime error: index out of range [${length}] with length ${length}`
    this.faults.push({
      code: 'backslash-at-end',
      reason,
      panics: true,
      range: { from: range.to - 1, to: range.to },
    })
  }

  private mark(kind: '(' | ')' | ','): void {
    const from = this.reader.at++
    this.push({ kind, range: { from, to: from + 1 } })
  }

  /** Word characters and tags without a gap, if there is a tag among them; what they are is known only later. */
  private templateOr(other: () => void): void {
    const { reader } = this
    const { at } = reader
    const run = reader.bare(isWord, true)
    reader.at = at
    if (run.tags.length > 0) this.template()
    else other()
  }

  private template(): void {
    const run = this.reader.bare(isWord, true)
    for (const tag of run.tags) this.checkTag(tag)
    this.refuseDangling(run)
    const [tag] = run.tags
    const alone = tag?.range.from === run.range.from && tag.range.to === run.range.to
    const form = alone ? 'tag' : 'template'
    this.operand(run, { form, type: undefined, constant: undefined, tags: run.tags })
  }

  private checkTag(tag: Tag): void {
    if (!tag.closed) this.fault('unclosed-tag', 'cannot find end tag="}}"', tag.range)
  }

  private number(first: string): void {
    const { reader } = this
    const from = reader.at
    const { text } = reader
    const isHexadecimal = first === '0' && text[from + 1] === 'x' && from + 2 < text.length
    if (isHexadecimal) reader.at += 2
    const run = reader.bare(isHexadecimal ? isHex : isNumeric)
    const range = { from, to: run.range.to }
    this.refuseDangling(run)
    const constant = isHexadecimal ? parseHex(run.value) : parseFloat(run.value)
    if (constant === undefined) {
      const [what, type] = isHexadecimal ? ['hex', 'uint64'] : ['numeric', 'float64']
      this.fault(
        'unquoted-number',
        `Unable to parse ${what} value '${run.value}' to ${type}\n`,
        range,
      )
    }
    const value = isHexadecimal ? `0x${run.value}` : run.value
    this.operand({ value, range }, { form: 'number', type: 'NUMERIC', constant })
  }

  private enclosed(form: 'string' | 'bracket', belongs: (character: string) => boolean): void {
    const { reader } = this
    const from = reader.at
    const first = reader.next()
    const run = reader.enclosed(belongs)
    for (const tag of run.tags) this.checkTag(tag)
    this.refuseDangling(run)
    if (run.ended) reader.at++
    else {
      const reason = form === 'string' ? 'Unclosed string literal' : 'Unclosed parameter bracket'
      this.fault(`unclosed-${form}`, reason, { from, to: reader.at })
    }
    const { value, tags } = run
    const range = { from, to: reader.at }
    if (tags.length > 0 || form === 'bracket') {
      const constant = tags.length > 0 ? undefined : value
      const type = form === 'bracket' ? 'VARIABLE' : 'STRING'
      this.operand({ value, range }, { form, type, constant, quote: quoteOf(first), tags })
      return
    }
    const time = this.readTime(value)
    const type = time ? 'TIME' : 'STRING'
    this.operand(
      { value, range },
      { form, type, constant: time ? time.seconds : value, time, quote: quoteOf(first) },
    )
  }

  private word(): void {
    const run = this.reader.bare(isWord)
    const { value, range } = run
    this.refuseDangling(run)
    if (value.indexOf('.') > 0) {
      this.accessor(run)
    } else if (value === 'in' || value === 'IN') {
      this.push({ kind: 'operator', operator: 'in', type: 'COMPARATOR', range })
    } else if (value === 'true' || value === 'false') {
      this.operand(run, { form: 'boolean', type: 'BOOLEAN', constant: value === 'true' })
    } else this.operand(run, { form: 'word', type: 'VARIABLE', constant: value })
  }

  /** Fields of a variable; those that begin with a small letter cannot be had, and neither can the variable. */
  private accessor(run: Run): void {
    const { value, range } = run
    const [, ...fields] = value.split('.')
    const hidden = fields.find(startsSmall)
    if (value.endsWith('.')) {
      this.fault('unquoted-dots', `Hanging accessor on token '${value}'`, range)
    } else if (hidden !== undefined) {
      const reason = `Unable to access unexported field '${hidden}' in token '${value}'`
      this.fault('unquoted-dots', reason, range)
    }
    this.operand(run, { form: 'accessor', type: 'ACCESSOR', constant: value })
  }

  private symbols(): void {
    const { reader } = this
    const run = reader.bare(isSymbol)
    this.refuseDangling(run)
    // A stray `]` ends a run of symbols before it begins.
    if (run.value === '' && !run.dangling) reader.next()
    const range = { from: run.range.from, to: Math.max(run.range.to, run.range.from + 1) }
    const type = operatorType(run.value, canFollow(this.last, 'PREFIX'))
    if (type === undefined) this.fault('unknown-operator', `Invalid token: '${run.value}'`, range)
    this.push({ kind: 'operator', operator: run.value, type: type ?? 'MODIFIER', range })
  }
}

function quoteOf(character: string): '"' | "'" | undefined {
  return character === '"' || character === "'" ? character : undefined
}
