import type { Path, Result } from '../../src/base/index.ts'
import {
  Draft,
  runCommand,
  type Edit,
  type EditContext,
  type Refusal,
} from '../../src/edit/index.ts'
import {
  insertItems,
  locate,
  newItem,
  printFlow,
  removeItems,
  setSource,
  setValue,
  sourceOf,
  styleOf,
  type YamlSeq,
} from '../../src/yaml/index.ts'

/**
 * Plans to make a list of texts these: items that stay keep their bytes, and the list its brackets or its dashes. An empty list goes.
 */
export function setList(
  context: EditContext,
  path: Path,
  texts: readonly string[],
): Result<Edit, Refusal> {
  const { tree, document } = context
  const node = locate(tree, { document, path })?.node
  if (node?.kind !== 'seq' || texts.length === 0) {
    return runCommand(context, 'setField', { path, value: texts.length === 0 ? null : texts })
  }
  const draft = new Draft(context)
  const old = node.items.map(({ value }) => (value.kind === 'scalar' ? value.value : undefined))
  if (node.flow) {
    draft.plan((current) =>
      setSource(current, { document, path }, flowSource(context, path, node, texts)),
    )
    return draft.finish()
  }
  const most = Math.min(old.length, texts.length)
  let head = 0
  while (head < most && old[head] === texts[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === texts[texts.length - 1 - tail]) tail++
  const fresh = texts.slice(head, texts.length - tail)
  const common = Math.min(fresh.length, old.length - tail - head)
  const gone = Array.from(
    { length: old.length - tail - head - common },
    (_, at) => head + common + at,
  )
  for (const [at, text] of fresh.slice(0, common).entries())
    draft.plan((current) => setValue(current, { document, path: [...path, head + at] }, text))
  if (gone.length > 0) draft.plan((current) => removeItems(current, { document, path }, gone))
  const added = fresh.slice(common)
  if (added.length > 0)
    draft.plan((current) => {
      const style = styleOf(current, document)
      const items = added.map((text) => newItem(text, style))
      return insertItems(current, { document, path }, head + common, items)
    })
  return draft.finish()
}

/** The list in brackets, each text that it had before as it was written. */
function flowSource(
  { tree, document }: EditContext,
  path: Path,
  node: YamlSeq,
  texts: readonly string[],
): string {
  const sources = new Map<string, string>()
  for (const [index, { value }] of node.items.entries()) {
    const source = sourceOf(tree, { document, path: [...path, index] })
    if (value.kind === 'scalar' && source !== undefined) sources.set(value.value, source)
  }
  const style = styleOf(tree, document)
  return `[${texts.map((text) => sources.get(text) ?? printFlow(text, style)).join(', ')}]`
}
