import type { Path } from '../base/index.ts'
import { stepsIn, type StepGroup, type TemplateView } from '../argo/index.ts'
import {
  findExpressionReferences,
  findReferences,
  findTags,
  parseExpr,
  type Tag,
} from '../expression/index.ts'
import { keyText, valueOf, type YamlNode } from '../yaml/index.ts'
import { stepsOf } from './scope.ts'
import type { TaggedExpression, TaggedText } from './tagged-text.ts'

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

/** Of a list or map Argo makes an empty text where a parameter has a value. */
function isDropped({ kind }: YamlNode, path: Path): boolean {
  const key = path.at(-1)
  return (
    (kind === 'seq' || kind === 'map') &&
    (key === 'value' || key === 'default') &&
    path.at(-3) === 'parameters'
  )
}

/** What Argo does not know below a step it leaves out. */
function isLeftOut(path: Path, key: string): boolean {
  return path.at(-1) === 'arguments' && !/^(parameters|artifacts|<<)$/i.test(key)
}

function collect(node: YamlNode, path: Path, texts: TaggedText[]): void {
  if (isDropped(node, path)) return
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
        if (key === undefined || isLeftOut(path, key)) continue
        if (valueOf(node, key) === entry.value) collect(entry.value, [...path, key], texts)
      }
      return
    case 'alias':
    case 'empty':
      return
  }
}

function readText(text: string, path: Path): TaggedText | undefined {
  const isExpression = isExpressionField(path)
  if (!isExpression && !text.includes('{{')) return undefined
  const all = findTags(text)
  return {
    path,
    text,
    references: isExpression ? findExpressionReferences(text) : findReferences(text),
    tags: all.filter(({ kind, closed }) => kind === 'simple' && closed),
    expressions: expressionsIn(text, all, isExpression),
    unclosed: all.find(({ closed }) => !closed)?.range.from,
  }
}

/** Whether a field may be an expression of expr-lang as a whole. */
function isExpressionField(path: Path): boolean {
  const key = path.at(-1)
  if (key === 'successCondition') return path.at(-2) === 'http'
  return key === 'expression' || key === 'fromExpression'
}

function expressionsIn(
  text: string,
  tags: readonly Tag[],
  isWhole: boolean,
): readonly TaggedExpression[] {
  if (isWhole && tags.length === 0) return [{ parsed: parseExpr(text), from: 0, isWhole: true }]
  return tags
    .filter(({ kind, closed }) => kind === 'expression' && closed)
    .map(({ body, bodyRange }) => ({
      parsed: parseExpr(body),
      from: bodyRange.from,
      isWhole: false,
    }))
}

const mentioned = new WeakMap<StepGroup, ReadonlySet<string>>()

/** Whether the texts of a lane, or task, mention any of some steps, or the item of a loop, which may be that of any step before. */
export function mentionsAny(group: StepGroup, names: ReadonlySet<string>): boolean {
  let mentions = mentioned.get(group)
  if (mentions === undefined) {
    mentions = new Set(stepsIn(group).flatMap(({ node }) => textsUnder(node).flatMap(namesIn)))
    mentioned.set(group, mentions)
  }
  if (mentions.has(anyItem)) return true
  for (const name of names) if (mentions.has(name)) return true
  return false
}

const anyItem = 'item'

function namesIn({ references, tags }: TaggedText): readonly string[] {
  return [
    ...references.flatMap(({ reference }) =>
      reference.kind === 'step' ? [reference.step.name] : [],
    ),
    ...tags.map(({ body }) => (body.startsWith('item.') ? anyItem : (body.split('.')[1] ?? ''))),
  ]
}
