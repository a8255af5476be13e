import type { TextRange } from '../../base/index.ts'
import type { Tag } from '../tags.ts'
import { isSpace } from '../go/characters.ts'

/** What a run of characters says, and how far it reaches. */
export interface Run {
  readonly value: string
  readonly range: TextRange
  /** Whether something ended it before the text did. */
  readonly ended: boolean
  /** Whether it ends in a backslash with nothing behind it, where govaluate panics. */
  readonly dangling: boolean
  /** Those that stand in it. */
  readonly tags: readonly Tag[]
}

/** Reads a text character by character as govaluate does; tags count as one character that belongs to any run that takes tags. */
export class Reader {
  readonly text: string
  at = 0
  private readonly tags: ReadonlyMap<number, Tag>

  constructor(text: string, tags: readonly Tag[]) {
    this.text = text
    this.tags = new Map(tags.map((tag) => [tag.range.from, tag]))
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  /** The tag that begins here. */
  tag(): Tag | undefined {
    return this.tags.get(this.at)
  }

  /** The character here, which may be two code units long; half a one is what Go makes of it. */
  peek(): string {
    const code = this.text.codePointAt(this.at) ?? 0xfffd
    return code >= 0xd800 && code < 0xe000 ? '\ufffd' : String.fromCodePoint(code)
  }

  next(): string {
    const character = this.peek()
    this.at += character.length
    return character
  }

  /** Everything up to what `belongs` refuses, white space too. A backslash makes the next character belong. */
  enclosed(belongs: (character: string) => boolean): Run {
    return this.run(belongs, false, true)
  }

  /** The same, up to the first white space behind anything. White space before it is skipped. */
  bare(belongs: (character: string) => boolean, withTags = false): Run {
    return this.run(belongs, true, withTags)
  }

  private run(belongs: (character: string) => boolean, toSpace: boolean, withTags: boolean): Run {
    const from = this.at
    const tags: Tag[] = []
    let value = ''
    let to = from
    const end = (ended: boolean, dangling = false): Run => ({
      value,
      range: { from, to },
      ended,
      dangling,
      tags,
    })
    while (!this.done) {
      const tag = this.tag()
      if (tag) {
        if (!withTags) return end(true)
        tags.push(tag)
        value += this.text.slice(tag.range.from, tag.range.to)
        to = this.at = tag.range.to
        continue
      }
      const character = this.peek()
      if (character === '\\') {
        this.at++
        if (this.at >= this.text.length) {
          to = this.at
          return end(false, true)
        }
        value += this.next()
      } else if (toSpace && isSpace(character)) {
        if (value !== '') return end(true)
        this.at += character.length
        continue
      } else if (belongs(character)) value += this.next()
      else return end(true)
      to = this.at
    }
    return end(false)
  }
}
