import type { Result } from '../base/index.ts'
import { err, ok } from '../base/index.ts'
import { containerPath } from '../argo/index.ts'
import { itemText, lineBreakOf, wrapItems, type ItemText, type YamlTree } from '../yaml/index.ts'
import type { EditContext, Refusal } from './command.ts'
import { findSet } from './commands/containers.ts'
import { Draft } from './draft.ts'
import { findGraphNodes, type GraphKey } from './graph-nodes.ts'
import { findNodes, type StepKey, type TemplateKey } from './places.ts'
import { listAt, stepTexts, taskTexts } from './step-texts.ts'

/**
 * The YAML text of steps as they are written, comments included, for a clipboard: a list of steps or tasks, or of lanes when they come
 * from several. `pasteSteps` takes it, and so does an editor.
 */
export function copySteps(
  context: EditContext,
  { template, steps }: { readonly template: TemplateKey; readonly steps: readonly StepKey[] },
): Result<string, Refusal> {
  const draft = new Draft(context)
  const { manifest, tree, document } = draft
  const nodes = manifest && draft.take(findNodes(manifest, template, steps))
  if (manifest === undefined || nodes === undefined) {
    const refused = draft.finish()
    return refused.ok ? err({ message: 'There is nothing to copy.' }) : refused
  }
  const texts =
    nodes.kind === 'steps'
      ? stepTexts(tree, manifest, document, nodes.places)
      : taskTexts(tree, manifest, document, nodes.places)
  if (texts === undefined)
    return err({ message: 'The step stands behind an alias, so copy it where it is defined.' })
  const places = nodes.kind === 'steps' ? nodes.places : []
  const lanes = [...new Set(places.map(({ lane }) => lane))]
  const items: readonly ItemText[] =
    lanes.length <= 1
      ? texts
      : lanes.map((lane) => wrapItems(texts.filter((_, index) => places[index]?.lane === lane)))
  return ok(textOf(tree, items))
}

/** The YAML text of containers of a set, as a list. `pasteContainers` takes it. */
export function copyContainers(
  context: EditContext,
  args: { readonly template: TemplateKey; readonly containers: readonly GraphKey[] },
): Result<string, Refusal> {
  const draft = new Draft(context)
  const { manifest, tree, document } = draft
  const graph = findSet(draft, args.template)
  const indices = graph && draft.take(findGraphNodes(graph, args.containers))
  if (manifest === undefined || graph === undefined || indices === undefined) {
    const refused = draft.finish()
    return refused.ok ? err({ message: 'There is nothing to copy.' }) : refused
  }
  const path = containerPath(manifest, graph.template, 0).slice(0, -1)
  const list = listAt(tree, { document, path })
  const items = indices.flatMap((index) => (list && itemText(tree.text, list, index)) ?? [])
  if (items.length < indices.length)
    return err({ message: 'The container stands behind an alias, so copy it where it is defined.' })
  return ok(textOf(tree, items))
}

function textOf(tree: YamlTree, items: readonly ItemText[]): string {
  const lineBreak = lineBreakOf(tree.text)
  return items
    .flatMap((item) => [...item.comments, ...item.lines])
    .map((line) => line + lineBreak)
    .join('')
}
