/**
 * What Go's `encoding/json` says of a text that is no JSON: the first character that cannot stand where it does, and what was
 * read there. In: a text that `JSON.parse` refuses.
 */
export function jsonError(text: string): string {
  const scanner = new Scanner(text)
  try {
    scanner.value()
    scanner.space()
    if (!scanner.atEnd) scanner.refuse('after top-level value')
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.message
    throw thrown
  }
  return 'invalid JSON'
}

class Refusal extends Error {}

class Scanner {
  private readonly text: string
  private at = 0
  constructor(text: string) {
    this.text = text
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  refuse(where: string): never {
    const sign = this.text[this.at]
    if (sign === undefined) throw new Refusal('unexpected end of JSON input')
    throw new Refusal(`invalid character ${quote(sign)} ${where}`)
  }

  space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++
  }

  value(): void {
    this.space()
    const sign = this.text[this.at]
    if (sign === '{') this.object()
    else if (sign === '[') this.array()
    else if (sign === '"') this.string()
    else if (sign === 't') this.word('true')
    else if (sign === 'f') this.word('false')
    else if (sign === 'n') this.word('null')
    else if (sign !== undefined && /[-0-9]/.test(sign)) this.number()
    else this.refuse('looking for beginning of value')
  }

  private skip(): void {
    this.at++
  }

  private object(): void {
    this.at++
    this.space()
    if (this.text[this.at] === '}') {
      this.skip()
      return
    }
    for (;;) {
      this.space()
      if (this.text[this.at] !== '"') this.refuse('looking for beginning of object key string')
      this.string()
      this.space()
      if (this.text[this.at] !== ':') this.refuse('after object key')
      this.at++
      this.value()
      this.space()
      const sign = this.text[this.at]
      if (sign === '}') {
        this.skip()
        return
      }
      if (sign !== ',') this.refuse('after object key:value pair')
      this.at++
    }
  }

  private array(): void {
    this.at++
    this.space()
    if (this.text[this.at] === ']') {
      this.skip()
      return
    }
    for (;;) {
      this.value()
      this.space()
      const sign = this.text[this.at]
      if (sign === ']') {
        this.skip()
        return
      }
      if (sign !== ',') this.refuse('after array element')
      this.at++
    }
  }

  private string(): void {
    for (this.at++; this.text[this.at] !== '"'; this.at++) {
      const sign = this.text[this.at]
      if (sign === undefined || sign < ' ') this.refuse('in string literal')
      if (sign !== '\\') continue
      this.at++
      const escaped = this.text[this.at] ?? ''
      if (escaped === 'u') {
        for (let digit = 0; digit < 4; digit++) {
          this.at++
          if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? ''))
            this.refuse('in \\u hexadecimal character escape')
        }
      } else if (!/["\\/bfnrt]/.test(escaped)) this.refuse('in string escape code')
    }
    this.at++
  }

  private word(word: string): void {
    for (const [index, letter] of [...word].entries()) {
      if (this.text[this.at] !== letter)
        this.refuse(`in literal ${word} (expecting ${quote(word[index] ?? '')})`)
      this.at++
    }
  }

  private number(): void {
    if (this.text[this.at] === '-') this.at++
    if (this.text[this.at] === '0') this.at++
    else this.digits('in numeric literal')
    if (this.text[this.at] === '.') {
      this.at++
      this.digits('after decimal point in numeric literal')
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at++
      if (/[-+]/.test(this.text[this.at] ?? '')) this.at++
      this.digits('in exponent of numeric literal')
    }
  }

  private digits(where: string): void {
    if (!/\d/.test(this.text[this.at] ?? '')) this.refuse(where)
    while (/\d/.test(this.text[this.at] ?? '')) this.at++
  }
}

function quote(sign: string): string {
  if (sign === "'") return "'\\''"
  if (sign === '"') return `'"'`
  return `'${JSON.stringify(sign).slice(1, -1)}'`
}
