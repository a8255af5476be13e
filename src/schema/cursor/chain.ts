import { indentOf, isBoundary, isDash, lineAfter, lineBefore, readLine, type Line } from './line.ts'

/** A key or an item of block style that holds a place, or what is written there. */
export type Link = KeyLink | ItemLink

/** A key whose value holds the place. */
export interface KeyLink {
  readonly kind: 'key'
  readonly name: string
  readonly column: number
  readonly line: Line
}

/** An item of a list that holds the place. */
export interface ItemLink {
  readonly kind: 'item'
  readonly index: number
  readonly column: number
  readonly line: Line
}

/**
 * The keys and items that hold what begins at `column` of a line, the outermost first, as indentation tells. Only lines above are read,
 * and of those that are indented deeper only the indentation. `line` itself counts with its dashes before that column.
 */
export function chainTo(text: string, line: Line, column: number): readonly Link[] {
  const climber = new Climber(column)
  climber.takeDashes(line)
  for (
    let start = lineBefore(text, line.start);
    start !== undefined && !climber.isDone;
    start = lineBefore(text, start)
  ) {
    const indent = indentOf(text, start)
    if (indent === undefined || indent > climber.limit) continue
    if (indent === 0 && isBoundary(text, start)) break
    if (indent === climber.limit && climber.pass(isDash(text, start + indent))) continue
    const above = readLine(text, start)
    climber.takeKey(above)
    climber.takeDashes(above)
  }
  return climber.finish()
}

/** Collects what holds a place while lines are read upwards. */
class Climber {
  /** What holds the place stands before this column. */
  limit: number
  private readonly links: Link[] = []
  /** The item that was found last, whose list may stand in the column of its key. */
  private item: ItemLink | undefined

  constructor(limit: number) {
    this.limit = limit
  }

  get isDone(): boolean {
    return this.limit === 0 && this.item === undefined
  }

  /** Passes a line that begins where the last find does: a sibling of it. Only the key of a list may stand there too. */
  pass(isItem: boolean): boolean {
    if (this.item === undefined) return true
    if (isItem) this.item = { ...this.item, index: this.item.index + 1 }
    return isItem
  }

  takeKey(line: Line): void {
    const { key } = line
    if (key === undefined) return
    if (key.column > this.limit || (key.column === this.limit && this.item === undefined)) return
    this.settle()
    this.links.push({ kind: 'key', name: key.name, column: key.column, line })
    this.limit = key.column
  }

  takeDashes(line: Line): void {
    for (const column of line.dashes.toReversed()) {
      if (this.item !== undefined && column === this.limit) {
        this.item = { ...this.item, index: this.item.index + 1 }
      } else if (column < this.limit) {
        this.settle()
        this.limit = column
        this.item = { kind: 'item', index: 0, column, line }
      }
    }
  }

  finish(): readonly Link[] {
    this.settle()
    return this.links.reverse()
  }

  /** How many items came before is known once the list is left. */
  private settle(): void {
    if (this.item !== undefined) this.links.push(this.item)
    this.item = undefined
  }
}

/**
 * The entries of the block map that has a key in that column of a line, with their values as far as they stand in the same line. The line
 * itself counts only where `withOwn` says so.
 */
export function entriesAround(
  text: string,
  line: Line,
  column: number,
  withOwn: boolean,
): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  /** Takes in a line; says whether the map goes on beyond it. */
  const take = (at: Line, isOwn: boolean): boolean => {
    const { key } = at
    const outer = at.dashes[0] ?? key?.column ?? Infinity
    if (key?.column === column && (!isOwn || withOwn))
      entries.set(key.name, text.slice(at.content, at.contentEnd))
    return outer >= column
  }
  const walk = (next: (text: string, start: number) => number | undefined): void => {
    for (let start = next(text, line.start); start !== undefined; start = next(text, start)) {
      const indent = indentOf(text, start)
      if (indent === undefined || indent > column) continue
      if (indent === 0 && isBoundary(text, start)) return
      // Items of a list under one of the keys.
      if (indent === column && isDash(text, start + indent)) continue
      const at = readLine(text, start)
      const begins = at.dashes.some((dash) => dash < column)
      // Above, a dash before the column begins the map; below, it begins another one.
      if (begins && next === lineAfter) return
      if (!take(at, false) || begins) return
    }
  }
  const ownBegins = line.dashes.some((dash) => dash < column)
  take(line, true)
  if (!ownBegins) walk(lineBefore)
  walk(lineAfter)
  return entries
}
