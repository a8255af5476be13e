import { addressAt, documentAt, locateAll, type YamlTree } from '../../yaml/index.ts'
import type { Problem } from '../problem.ts'

/** A line with nothing, or only a comment, behind a tab at its start. */
const TABBED = /^ *\t[ \t]*(?=#|\r?$)/gm

/**
 * Lines that begin with a tab where no text is. YAML allows that before a comment and in an empty line, but the reader of Go, which Argo and
 * Kubernetes use, takes no tab there: it cannot read the document.
 */
export function checkTabs(tree: YamlTree): readonly Problem[] {
  if (!tree.text.includes('\t')) return []
  return [...tree.text.matchAll(TABBED)].flatMap(({ 0: lead, index }): Problem[] => {
    if (isTaken(tree, index + lead.length)) return []
    const message =
      'This line begins with a tab. Argo and Kubernetes cannot read the document then: write blanks.'
    const range = { from: index, to: index + lead.length }
    const document = documentAt(tree, index)
    return [{ code: 'yaml-tab', severity: 'error', message, range, document, path: [] }]
  })
}

/** Whether an offset is in a text, or between brackets, where tabs may be. */
function isTaken(tree: YamlTree, offset: number): boolean {
  const address = addressAt(tree, offset)
  return locateAll(tree, address).some(({ node, start, end }) => {
    if (offset <= start || offset >= end) return false
    return node.kind === 'scalar' || tree.text[start] === '{' || tree.text[start] === '['
  })
}
