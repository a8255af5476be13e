import { err, ok, type Result } from '../base/index.ts'
import { readManifest, templateTypes } from '../argo/index.ts'
import {
  anchorsOf,
  indentLine,
  itemsOf,
  itemText,
  locate,
  newItem,
  parseTree,
  splitLines,
  styleOf,
  toValue,
  valueOf,
  type ItemText,
  type Located,
  type YamlNode,
  type YamlSeq,
  type YamlTree,
} from '../yaml/index.ts'

/** A named thing of a clipboard, as it is written. */
export interface ClipboardItem {
  readonly name: string | undefined
  readonly text: ItemText
}

/** What a text from a clipboard holds. */
export interface Clipboard {
  /** Steps as lanes; a list of steps is one lane. */
  readonly lanes: readonly (readonly ClipboardItem[])[]
  readonly templates: readonly ClipboardItem[]
}

/**
 * Reads YAML of steps or templates: one, a list of them, lanes of steps, or a whole manifest, which gives its templates. Several
 * documents are read one after the other. Refused when nothing of that kind is there.
 */
export function readClipboard(text: string): Result<Clipboard, string> {
  const tree = parseTree(text)
  const broken = tree.problems.find(({ severity }) => severity === 'error')
  if (broken !== undefined)
    return err(`What is to be pasted cannot be read as YAML: ${broken.message}`)
  const lanes: ClipboardItem[][] = []
  const templates: ClipboardItem[] = []
  for (const document of tree.documents.keys()) {
    const root = locate(tree, { document, path: [] })
    if (root === undefined) continue
    const found = templatesOf(tree, document)
    if (found !== undefined) templates.push(...itemsFrom(tree, document, found))
    else if (root.node.kind === 'map') {
      const item = { name: nameIn(root.node), text: single(tree, document, root) }
      if (isTemplate(root.node)) templates.push(item)
      else if (isStep(root.node)) lanes.push([item])
    } else if (root.node.kind === 'seq') {
      const list = { ...root, node: root.node }
      const inner = itemsOf(list.node)
      if (inner.length > 0 && inner.every(isTemplate))
        templates.push(...itemsFrom(tree, document, list))
      else if (inner.length > 0 && inner.every(isStep)) lanes.push(itemsFrom(tree, document, list))
      else if (inner.every((lane) => itemsOf(lane).length > 0 && itemsOf(lane).every(isStep)))
        for (const index of inner.keys()) {
          const lane = locate(tree, { document, path: [index] })
          if (lane?.node.kind === 'seq')
            lanes.push(itemsFrom(tree, document, { ...lane, node: lane.node }))
        }
    }
  }
  if (lanes.length + templates.length > 0) return ok({ lanes, templates })
  return err(
    'This is no step and no template: a step has `template`, `templateRef` or `inline`; a template has `script`, `container`, `steps` or the like.',
  )
}

/**
 * Reads YAML of containers: one, a list of them, or several documents of these. A container has an `image`, and none of what makes a step
 * or template. Refused when there is none.
 */
export function readContainers(text: string): Result<readonly ClipboardItem[], string> {
  const tree = parseTree(text)
  const broken = tree.problems.find(({ severity }) => severity === 'error')
  if (broken !== undefined)
    return err(`What is to be pasted cannot be read as YAML: ${broken.message}`)
  const items = [...tree.documents.keys()].flatMap((document): readonly ClipboardItem[] => {
    const root = locate(tree, { document, path: [] })
    if (root?.node.kind === 'map' && isContainer(root.node))
      return [{ name: nameIn(root.node), text: single(tree, document, root) }]
    if (root?.node.kind === 'seq' && itemsOf(root.node).every(isContainer))
      return itemsFrom(tree, document, { ...root, node: root.node })
    return []
  })
  if (items.length > 0) return ok(items)
  return err('This is no container: a container of a set has a `name` and an `image`.')
}

function isContainer(node: YamlNode): boolean {
  return !isStep(node) && !isTemplate(node) && valueOf(node, 'image') !== undefined
}

/** The list of templates of a manifest; nothing when the document is none. */
function templatesOf(tree: YamlTree, document: number): Located<YamlSeq> | undefined {
  const whole = tree.documents[document]
  if (whole === undefined || valueOf(whole.root, 'spec') === undefined) return undefined
  const { specPath } = readManifest(whole)
  const found = locate(tree, { document, path: [...specPath, 'templates'] })
  return found?.node.kind === 'seq' ? { ...found, node: found.node } : undefined
}

function itemsFrom(tree: YamlTree, document: number, list: Located<YamlSeq>): ClipboardItem[] {
  return list.node.items.flatMap(({ value }, index) => {
    const text = resolved(tree, document, value) ?? itemText(tree.text, list, index)
    return text === undefined ? [] : [{ name: nameIn(value), text }]
  })
}

/** A map that stands alone, as an item of a list. */
function single(tree: YamlTree, document: number, { node, start, end }: Located): ItemText {
  const known = resolved(tree, document, node)
  if (known !== undefined) return known
  const column = start - (tree.text.lastIndexOf('\n', start - 1) + 1)
  const [first = '', ...rest] = splitLines(tree.text.slice(start, end))
  return {
    comments: [],
    lines: [`- ${first}`, ...rest.map((line) => indentLine(line.slice(leading(line, column)), 2))],
  }
}

function leading(line: string, most: number): number {
  return Math.min(/^ */.exec(line)?.[0].length ?? 0, most)
}

/** Where there are anchors, what is pasted is written anew with its aliases resolved: their anchors may not come along. */
function resolved(tree: YamlTree, document: number, node: YamlNode): ItemText | undefined {
  const whole = tree.documents[document]
  if (whole?.hasAnchors !== true) return undefined
  const value = toValue(node, anchorsOf(whole.root))
  return value === undefined ? undefined : newItem(value, styleOf(tree, document))
}

function nameIn(node: YamlNode): string | undefined {
  const name = valueOf(node, 'name')
  return name?.kind === 'scalar' ? name.value : undefined
}

function isTemplate(node: YamlNode): boolean {
  return !isStep(node) && templateTypes.some((type) => valueOf(node, type) !== undefined)
}

function isStep(node: YamlNode): boolean {
  return ['template', 'templateRef', 'inline'].some((key) => valueOf(node, key) !== undefined)
}
