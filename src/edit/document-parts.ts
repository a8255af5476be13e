import { nextLine, wholeDocuments, type YamlTree } from '../yaml/index.ts'

/** A document of a stream as three pieces of text that follow each other. */
export interface DocumentParts {
  readonly from: number
  /** Where what it says begins: behind its `---`, if it has one, and the comments and directives before that. */
  readonly bodyFrom: number
  /** Where that ends: before its `...`, if it has one. */
  readonly bodyTo: number
  readonly to: number
  /** Whether it has a `---` line. */
  readonly hasMarker: boolean
  /** Whether it has directives (`%YAML`), which only count behind a `...`. */
  readonly hasDirectives: boolean
}

/** The parts of each document of a text. A byte order mark belongs to none of them. */
export function documentParts(tree: YamlTree): readonly DocumentParts[] {
  const { text } = tree
  return wholeDocuments(tree).map(({ at, length }) => {
    const to = at + length
    const from = at === 0 && text.startsWith('\uFEFF') ? 1 : at
    const source = text.slice(from, to)
    const marker = /^---(?=\s|$)/m.exec(source)
    const markerEnd = marker === null ? undefined : from + marker.index + 3
    const bodyFrom = markerEnd === undefined ? from : afterBlank(text, markerEnd, to)
    const end = /^\.\.\.(?=\s|$)/m.exec(text.slice(bodyFrom, to))
    return {
      from,
      bodyFrom,
      bodyTo: end === null ? to : bodyFrom + end.index,
      to,
      hasMarker: marker !== null,
      hasDirectives: /^%/m.test(text.slice(from, bodyFrom)),
    }
  })
}

/** Behind a marker alone on its line, but for a comment, the body begins on the next; else right behind it, as in `--- {a: b}`. */
function afterBlank(text: string, at: number, to: number): number {
  const next = Math.min(nextLine(text, at), to)
  return /^\s*(#.*)?$/.test(text.slice(at, next).trimEnd()) ? next : at
}
