import type { StoreApi } from 'zustand/vanilla'
import { samePath, type Path, type TextRange } from '../../src/base/index.ts'
import {
  nodePath,
  nodePlaceOf,
  sameTemplate,
  templateAddressOf,
  templateAt,
  templatePath,
  type ManifestView,
  type TemplateAddress,
} from '../../src/argo/index.ts'
import { lineEnd, locate, type Address } from '../../src/yaml/index.ts'
import type { Scene } from './scene.ts'
import { isUnfolded } from './unfolded.ts'
import type { ViewState } from './view-state.ts'
import type { Workspace } from './workspace.ts'

/** A place of the document that can be shown. */
export interface Place extends Address {
  /** In the text; without it, where the place begins. */
  readonly range?: TextRange | undefined
  /** Of another open file, its id; without it, of the one on the canvas. */
  readonly file?: number | undefined
  /** Whether the keys go to the YAML. */
  readonly focus?: boolean | undefined
  /** Whether what is said of the place shows beside it in the YAML, if the keys are there. */
  readonly explain?: boolean | undefined
}

/** What of a designer it takes to show a place. */
interface Shower {
  readonly scene: () => Scene
  readonly view: StoreApi<ViewState>
  readonly workspace: Pick<Workspace, 'show'>
  readonly actions: {
    readonly showDocument: (document: number) => void
    readonly showTemplate: (template: TemplateAddress) => void
    readonly select: (steps: readonly Address[]) => void
  }
}

/**
 * Shows a place in all panes: the canvas draws its template and selects its step, the YAML shows its range. What is shown already stays as
 * it is, so that the way to a template is kept; that is so of steps in unfolded cards, too.
 */
export function goTo(
  { scene, view, workspace, actions }: Shower,
  { document, path, range, file, focus = false, explain = false }: Place,
): void {
  if (file !== undefined) workspace.show(file)
  if (document !== scene().document) actions.showDocument(document)
  const { manifest, address, shown, tree } = scene()
  const { template, step } = cardAt(manifest, path)
  const isThere =
    sameTemplate(template, address) || (step !== undefined && isUnfolded(shown, template))
  if (template !== undefined && !isThere) actions.showTemplate(template)
  actions.select(step === undefined ? [] : [{ document, path: step }])
  const wanted = range ?? beginning(tree, { document, path })
  if (wanted !== undefined) view.setState({ reveal: { range: wanted, focus, explain } })
}

/** Where on the canvas a path is: in which template, and in which step, task or container of it. */
function cardAt(
  manifest: ManifestView,
  path: Path,
): { readonly template: TemplateAddress | undefined; readonly step: Path | undefined } {
  const template = templateAddressOf(manifest, path)
  if (template === undefined) return { template, step: undefined }
  const step = stepOf(path, templatePath(manifest, template))
  const giver = step === undefined ? nodePlaceOf(manifest, path) : undefined
  const type = templateAt(manifest, template)?.type
  // A template that is given in place and is no graph has no picture but the card of its step.
  return giver === undefined || type === 'steps' || type === 'dag' || type === 'containerSet'
    ? { template, step }
    : { template: giver.template, step: nodePath(manifest, giver) }
}

/** The step, task or container of a template that a path leads into. */
function stepOf(path: Path, template: Path): Path | undefined {
  const [first, second, third] = path.slice(template.length)
  const isStep = first === 'steps' && typeof second === 'number'
  const isTask = first === 'dag' && second === 'tasks'
  const isContainer = first === 'containerSet' && second === 'containers'
  const isCard = (isStep || isTask || isContainer) && typeof third === 'number'
  return isCard ? path.slice(0, template.length + 3) : undefined
}

/** The first line of a place; of a map with a name, the name. */
function beginning(tree: Parameters<typeof locate>[0], address: Address): TextRange | undefined {
  const found = locate(tree, address)
  const name = locate(tree, { ...address, path: [...address.path, 'name'] })
  if (found === undefined) return undefined
  const { start, end } = name?.node.kind === 'scalar' ? name : found
  return { from: start, to: Math.max(start, Math.min(end, lineEnd(tree.text, start))) }
}

/** Whether two places are one. */
export function isSamePlace(a: Address, b: Address): boolean {
  return a.document === b.document && samePath(a.path, b.path)
}
