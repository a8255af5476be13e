import { templatePath } from '../../src/argo/index.ts'
import type { TextRange } from '../../src/base/index.ts'
import { locate } from '../../src/yaml/index.ts'
import type { Scene } from '../store/index.ts'

export interface TemplateText {
  readonly range: TextRange
  /** As written, but moved to the left edge, and only its beginning when it is long. */
  readonly preview: string
}

const LINES = 400

/** The text of a template of the scene. */
export function templateText(
  { tree, document, manifest }: Scene,
  template: number,
): TemplateText | undefined {
  const found = locate(tree, { document, path: templatePath(manifest, template) })
  if (found === undefined) return undefined
  const lineStart = tree.text.lastIndexOf('\n', found.start - 1) + 1
  const column = found.start - lineStart
  const lines = tree.text.slice(found.start, found.end).split(/\r?\n/)
  const indent = new RegExp(`^ {0,${String(column)}}`)
  const shown = lines
    .slice(0, LINES)
    .map((line, index) => (index === 0 ? line : line.replace(indent, '')))
  const more = lines.length > LINES ? ['…'] : []
  return {
    range: { from: found.start, to: found.end },
    preview: [...shown, ...more].join('\n').trimEnd(),
  }
}
