import type { Path } from '../base/index.ts'
import type { TemplateView } from '../argo/index.ts'
import { findExpressionReferences, findReferences, findTags } from '../expression/index.ts'
import { keyText, valueOf, type YamlNode } from '../yaml/index.ts'
import { stepsOf } from './scope.ts'
import type { TaggedText } from './tagged-text.ts'

const known = new WeakMap<YamlNode, readonly TaggedText[]>()

/** The texts under a node that refer to something. Kept with the node; what stands behind aliases is found where it is defined. */
export function textsUnder(node: YamlNode): readonly TaggedText[] {
  const found = known.get(node)
  if (found !== undefined) return found
  const texts: TaggedText[] = []
  collect(node, [], texts)
  known.set(node, texts)
  return texts
}

/** The texts of a template that belong to none of its steps or tasks. */
export function textsAround({ node }: TemplateView): readonly TaggedText[] {
  const own = node.kind === 'map' ? node.entries : []
  return own.flatMap((entry) => {
    const key = keyText(entry)
    if (key === undefined || key === 'steps' || key === 'dag') return []
    return below([key], textsUnder(entry.value))
  })
}

/** Texts with their paths from a node further up. */
export function below(path: Path, texts: readonly TaggedText[]): readonly TaggedText[] {
  return texts.length === 0
    ? texts
    : texts.map((text) => ({ ...text, path: [...path, ...text.path] }))
}

/** All texts of a template that refer to something, those of its steps and tasks included. */
export function textsOfTemplate(template: TemplateView): readonly TaggedText[] {
  const ofSteps = stepsOf(template).flatMap(({ step, path }) => below(path, textsUnder(step.node)))
  return [...textsAround(template), ...ofSteps]
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
