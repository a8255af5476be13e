import {
  freeName,
  type StepPlace,
  type TemplateAddress,
  templateAt,
  templatePath,
  type TemplateView,
} from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import {
  itemText,
  newItem,
  removeItems,
  styleOf,
  valueOf,
  wrapItems,
  type ItemText,
  type JsonObject,
} from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { insertLanes, insertSteps } from '../insert-steps.ts'
import { findNodes, pathOf, stepAt, type StepKey, type TemplateKey } from '../places.ts'
import { extractTasks } from '../refactor/extract-tasks.ts'
import { addBelow, asOutput, nameFor } from '../refactor/extracting.ts'
import { daemonOf, lift } from '../refactor/lift.ts'
import { PortList } from '../refactor/port-list.ts'
import { rewriteReferences } from '../refactor/rewrite.ts'
import { stepName } from '../refactor/words.ts'
import { laneAddress, lanesAddress, listAt, stepTexts } from '../step-texts.ts'

export interface ExtractTemplateArguments {
  readonly template: TemplateKey
  /** Steps of one lane, or all steps of lanes that follow each other; or tasks. */
  readonly steps: readonly StepKey[]
  /** The new template's name; without one, a free name after the template's. */
  readonly name?: string | undefined
}

/**
 * Makes a template of steps and calls it in their place. What they read of other steps and of the template's inputs becomes inputs of
 * the new template, with arguments; what others read of them becomes its outputs. The new template stands below the old one. Refused for
 * what a template cannot give: the status of a step in it, what a loop or a step that may be skipped leaves behind, a daemon that
 * others use.
 *
 * Tasks of a dag become a dag, which one task calls: see `extractTasks` for when that keeps the order.
 */
export const extractTemplate: Command<ExtractTemplateArguments> = (context, args) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const nodes = manifest && draft.take(findNodes(manifest, args.template, args.steps))
  if (nodes?.kind === 'tasks') {
    const at = extractTasks(draft, nodes.places, args.name)
    return draft.finish(at === undefined ? [] : [at])
  }
  const places = nodes?.places
  const first = places?.[0]
  const view = first && templateAt(manifest, first.template)
  if (manifest === undefined || places === undefined || first === undefined || view === undefined)
    return draft.finish()
  const name = nameFor(draft, view, args.name)
  const part = selectionOf(draft, view, places)
  if (draft.refused || part === undefined) return draft.finish()
  const selected = places.map((place) => pathOf(manifest, place))
  const use = anchorUsedElsewhere(tree, document, selected)
  if (use !== undefined) draft.refuse(anchorMessage('One of the steps', use))
  const isSelected = (path: Path): boolean =>
    selected.some((step) => step.every((key, index) => path[index] === key))

  const own = new Set(places.flatMap((place) => stepAt(manifest, place)?.name ?? []))
  const others = view.lanes.flatMap(({ steps }) => steps.flatMap((step) => step.name ?? []))
  const call = freeName(name, new Set(others.filter((other) => !own.has(other))))
  const inputs = new PortList()
  const outputs = new PortList()
  const lifting = { from: view, own, item: false, inputs }
  draft.plan((current) =>
    rewriteReferences(
      current,
      { document, path: templatePath(manifest, first.template) },
      (placed) =>
        isSelected(placed.scalar.path)
          ? lift(draft, lifting, placed)
          : asOutput(draft, view, own, call, outputs, placed),
    ),
  )
  const texts = part.isWhole
    ? laneTexts(draft, first.template, part.lanes)
    : stepTexts(draft.tree, manifest, document, places)
  if (texts === undefined)
    return draft
      .refuse('One of the steps stands behind an alias. Replace the alias by its own text first.')
      .finish()
  // How many steps run at once, and whether the others go on after a failure, stays.
  const kept = ['parallelism', 'failFast']
  const added = { name, inputs, outputs, kept, body: { steps: [] } }
  const index = addBelow(draft, first.template, view, added)
  insertLanes(draft, index, 0, part.isWhole ? texts : [wrapItems(texts)])
  const given = inputs.fields('given')
  const step = { name: call, template: name, ...(given === undefined ? {} : { arguments: given }) }
  const at = replaceBy(draft, places, part, step)
  return draft.finish([{ document, path: pathOf(manifest, at) }])
}

export function readExtractTemplate(read: ArgumentReader): ExtractTemplateArguments {
  return { template: read.template(), steps: read.steps(), name: read.optionalText('name') }
}

/** What is taken: whole lanes, or some steps of one lane. */
interface Part {
  readonly lanes: readonly number[]
  readonly isWhole: boolean
}

/** Which lanes are taken. Refuses what is neither whole lanes one after the other nor steps of one lane. */
function selectionOf(
  draft: Draft,
  view: TemplateView,
  places: readonly StepPlace[],
): Part | undefined {
  const { manifest } = draft
  const lanes = [...new Set(places.map(({ lane }) => lane))]
  const absent = lanes
    .flatMap((lane) =>
      (view.lanes[lane]?.steps ?? []).map((step, index) => ({ lane, index, step })),
    )
    .find(({ lane, index }) => !places.some((place) => place.lane === lane && place.step === index))
  const isWhole = absent === undefined
  if (lanes.length > 1 && absent !== undefined)
    draft.refuse(
      `The step ${stepName(absent.step)} of lane ${String(absent.lane + 1)} is not among the steps, and of several lanes all steps must be taken. Take it too.`,
    )
  const gap = lanes.find((lane, index) => index > 0 && lanes[index - 1] !== lane - 1)
  if (gap !== undefined)
    draft.refuse(
      `The lanes must follow each other. Lane ${String(gap)} is not among them: take it too.`,
    )
  const endsFirst = !isWhole || (lanes.at(-1) ?? 0) + 1 < view.lanes.length
  for (const place of endsFirst ? places : []) {
    const step = manifest && stepAt(manifest, place)
    const daemon = step && daemonOf(manifest, step)
    if (daemon !== undefined)
      draft.refuse(
        `The step ${daemon} starts a daemon, which would end with the new template and not with ${view.name ?? 'this one'}.`,
      )
  }
  if (!isWhole && valueOf(view.node, 'parallelism') !== undefined)
    draft.refuse(
      'The template has a parallelism, which counts its steps together. Take whole lanes, or remove it first.',
    )
  return { lanes, isWhole }
}

/** The texts of lanes, with what stands above them. */
function laneTexts(
  draft: Draft,
  template: TemplateAddress,
  lanes: readonly number[],
): readonly ItemText[] | undefined {
  const { manifest, document, tree } = draft
  const list = manifest && listAt(tree, lanesAddress(manifest, document, template))
  if (list === undefined) return undefined
  return lanes.flatMap((lane) => itemText(tree.text, list, lane) ?? [])
}

/** Puts a step where steps are; gives its place. */
function replaceBy(
  draft: Draft,
  places: readonly StepPlace[],
  { lanes, isWhole }: Part,
  step: JsonObject,
): StepPlace {
  const { document, tree } = draft
  const first = places[0] ?? { template: 0, lane: 0, step: 0 }
  const { template, lane } = first
  const item = newItem(step, styleOf(tree, document))
  if (isWhole) {
    insertLanes(draft, template, lane, [wrapItems([item])])
    draft.plan((current, manifest) =>
      removeItems(
        current,
        lanesAddress(manifest, document, template),
        lanes.map((old) => old + 1),
      ),
    )
    return { template, lane, step: 0 }
  }
  insertSteps(draft, template, { lane, index: first.step }, [item])
  draft.plan((current, manifest) =>
    removeItems(
      current,
      laneAddress(manifest, document, template, lane),
      places.map((place) => place.step + 1),
    ),
  )
  return first
}
