import { relative, resolve, isAbsolute, sep } from 'node:path'
import { LineIndex, type LineColumn } from '../../base/index.ts'
import type { Problem } from '../../validate/index.ts'
import type { YamlTree } from '../../yaml/index.ts'

/** A file that was read and parsed. */
export interface ParsedFile {
  /** As it was given, or found; `-` for standard input. */
  readonly name: string
  readonly tree: YamlTree
}

/** A file and what is wrong with it. */
export interface CheckedFile extends ParsedFile {
  readonly problems: readonly Problem[]
}

/** Where a problem begins and ends, as people count: from 1, columns in UTF-16 code units, the end behind the last one. */
export interface Span {
  readonly start: LineColumn
  readonly end: LineColumn
}

const indexes = new WeakMap<YamlTree, LineIndex>()

/** The lines of a parsed text. */
export function linesOf(tree: YamlTree): LineIndex {
  const known = indexes.get(tree)
  if (known !== undefined) return known
  const made = new LineIndex(tree.text)
  indexes.set(tree, made)
  return made
}

/** Line and column of an offset; a byte order mark is no column, as in editors. */
export function placeAt(tree: YamlTree, offset: number): LineColumn {
  const { line, column } = linesOf(tree).at(offset)
  const isBehindMark = line === 1 && tree.text.startsWith('\uFEFF')
  return { line, column: isBehindMark ? Math.max(1, column - 1) : column }
}

/** Where a problem is. */
export function spanOf({ tree }: ParsedFile, { range }: Problem): Span {
  return { start: placeAt(tree, range.from), end: placeAt(tree, range.to) }
}

/** The name of a file from the current folder, with slashes; of what is not below it the whole path. */
export function shortName(name: string): string {
  if (name === '-') return name
  const below = relative(process.cwd(), resolve(name))
  const isOutside = below.startsWith('..') || isAbsolute(below)
  return (isOutside ? resolve(name) : below).split(sep).join('/')
}
