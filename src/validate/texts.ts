import type { Path } from '../base/index.ts'
import type { TemplateView } from '../argo/index.ts'
import {
  findExpressionReferences,
  findReferences,
  findTags,
  type FoundReference,
} from '../expression/index.ts'
import { keyText, valueOf, type YamlNode } from '../yaml/index.ts'
import { stepsOf } from './scope.ts'

/** A text with template tags, or an expression, and what it refers to. */
export interface TaggedText {
  /** From the node under which it was found. */
  readonly path: Path
  readonly text: string
  readonly references: readonly FoundReference[]
  /** Offset of a `{{` that is never closed. */
  readonly unclosed: number | undefined
}

const known = new WeakMap<YamlNode, readonly TaggedText[]>()
const knownOfTemplate = new WeakMap<YamlNode, readonly TaggedText[]>()

/** The texts under a node that refer to something. Kept with the node; what stands behind aliases is found where it is defined. */
export function textsUnder(node: YamlNode): readonly TaggedText[] {
  const found = known.get(node)
  if (found !== undefined) return found
  const texts: TaggedText[] = []
  collect(node, [], texts)
  known.set(node, texts)
  return texts
}

/** The same for a template; found step by step, so that an edit of one step costs no more than that step. */
export function textsOfTemplate(template: TemplateView): readonly TaggedText[] {
  const { node } = template
  const found = knownOfTemplate.get(node)
  if (found !== undefined) return found
  const own = node.kind === 'map' ? node.entries : []
  const around = own.flatMap((entry) => {
    const key = keyText(entry)
    if (key === undefined || key === 'steps' || key === 'dag') return []
    return at([key], textsUnder(entry.value))
  })
  const texts = [...around]
  for (const { step, path } of stepsOf(template)) {
    for (const text of textsUnder(step.node)) texts.push({ ...text, path: [...path, ...text.path] })
  }
  knownOfTemplate.set(node, texts)
  return texts
}

function at(path: Path, texts: readonly TaggedText[]): readonly TaggedText[] {
  return texts.length === 0
    ? texts
    : texts.map((text) => ({ ...text, path: [...path, ...text.path] }))
}

function collect(node: YamlNode, path: Path, texts: TaggedText[]): void {
  switch (node.kind) {
    case 'scalar': {
      const read = readText(node.value, path)
      if (read !== undefined) texts.push(read)
      return
    }
    case 'seq':
      for (const [index, { value }] of node.items.entries()) collect(value, [...path, index], texts)
      return
    case 'map':
      for (const entry of node.entries) {
        const key = keyText(entry)
        if (key !== undefined && valueOf(node, key) === entry.value)
          collect(entry.value, [...path, key], texts)
      }
      return
    case 'alias':
    case 'empty':
      return
  }
}

function readText(text: string, path: Path): TaggedText | undefined {
  const key = path.at(-1)
  if (key === 'expression' || key === 'fromExpression')
    return { path, text, references: findExpressionReferences(text), unclosed: undefined }
  if (!text.includes('{{')) return undefined
  const unclosed = findTags(text).find(({ closed }) => !closed)?.range.from
  return { path, text, references: findReferences(text), unclosed }
}
