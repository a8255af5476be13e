/** A place in a text as people count: both from 1, columns in UTF-16 code units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/**
 * Translates between offsets and lines of one text. Lines end at LF, CRLF or a lone CR,
 * as both YAML and Monaco see them.
 */
export class LineIndex {
  private readonly starts: readonly number[]
  private readonly length: number

  constructor(text: string) {
    const starts = [0]
    const breaks = /\r\n|\n|\r/g
    while (breaks.exec(text)) starts.push(breaks.lastIndex)
    this.starts = starts
    this.length = text.length
  }

  /** How many lines the text has: one more than its line breaks. */
  get lineCount(): number {
    return this.starts.length
  }

  /** Line and column of an offset; offsets outside the text are clamped to it. */
  at(offset: number): LineColumn {
    const clamped = Math.max(0, Math.min(offset, this.length))
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= clamped) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: clamped - (this.starts[low] ?? 0) + 1 }
  }

  /** Offset of a line and column; a line past the end gives the end of the text. */
  offset(position: LineColumn): number {
    const start = this.starts[position.line - 1]
    if (start === undefined) return this.length
    return Math.min(start + position.column - 1, this.length)
  }

  /** Offset at which a line (from 1) begins; past the last line, the end of the text. */
  lineStart(line: number): number {
    return this.starts[line - 1] ?? this.length
  }
}
