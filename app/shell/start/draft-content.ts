import type { Address } from '../../../src/yaml/index.ts'
import type { DocumentState, Selection } from '../../../src/document/index.ts'
import type { Draft, DraftContent, FileDraft, Json } from '../../platform/index.ts'
import {
  parkedFile,
  type Designer,
  type OpenFile,
  type TrailPart,
  type ViewState,
} from '../../store/index.ts'

/** What a draft notes when another text took its place: it is offered, but never put back by itself. */
export const GIVEN_UP = 'givenUp'

/** All that belongs to the open files and would be lost with the page; of a text that is given up, only its own. */
export function draftContent(designer: Designer, isGivenUp = false): DraftContent {
  const { file, state } = designer.document.getState()
  const present = { file, state, saved: designer.session.saved, view: designer.view.getState() }
  const content = fileDraft(present, isGivenUp)
  const { order, active, parked } = designer.workspace.store.getState()
  if (isGivenUp || order.length < 2) return content
  const others = order.flatMap((id): FileDraft[] => {
    const other = parked.get(id)
    if (other === undefined) return []
    const { session, view } = other
    return [fileDraft({ file: other.file, state: session.state, saved: session.saved, view })]
  })
  return { ...content, others, place: order.indexOf(active) }
}

interface Present {
  readonly file: OpenFile
  readonly state: DocumentState
  readonly saved: string
  readonly view: ViewState
}

function fileDraft({ file, state, saved, view }: Present, isGivenUp = false): FileDraft {
  return {
    fileName: file.name,
    text: state.text,
    savedText: saved,
    selection: {
      steps: state.selection.steps.map(({ document, path }) => ({ document, path: [...path] })),
      ranges: state.selection.ranges.map(({ from, to }) => ({ from, to })),
    },
    notes: {
      ...(isGivenUp && { [GIVEN_UP]: true }),
      ...(file.isSample === true && { isSample: true }),
      ...(file.origin !== undefined && { origin: file.origin }),
      document: view.document ?? null,
      trail: view.trail.map((part) => (typeof part === 'string' ? part : { ...part })),
      codeTab: view.codeTab,
      signatures: [...view.signatures].map(([name, text]) => [name, text]),
      plainScripts: [...view.plainScripts],
      drafts: [...view.drafts].map(([name, { text, source }]) => [name, text, source]),
    },
  }
}

export function isGivenUp(draft: Draft): boolean {
  return fieldOf(draft.notes, GIVEN_UP) === true
}

/**
 * Opens a draft in place of what is open, or beside it: texts, what is saved of them, selection, and what has no place in the text.
 */
export function restoreDraft(designer: Designer, draft: Draft, beside = false): void {
  const { actions, workspace } = designer
  const saved = draft.savedText ?? ''
  if (beside) actions.openBeside(fileOf(draft), draft.text, saved)
  else {
    actions.open(fileOf(draft), draft.text)
    actions.markSaved(saved)
  }
  actions.setView(viewOf(draft.notes))
  const { steps, ranges } = selectionOf(draft)
  actions.select(steps)
  actions.selectRanges(ranges)
  const others = (draft.others ?? []).map((other) =>
    parkedFile(
      fileOf(other),
      { text: other.text, saved: other.savedText ?? '', view: viewOf(other.notes) },
      selectionOf(other),
      0,
    ),
  )
  if (others.length > 0) workspace.restore(others, draft.place ?? 0)
}

function fileOf({ fileName, notes }: FileDraft): OpenFile {
  const origin = fieldOf(notes, 'origin')
  return {
    name: fileName,
    ...(fieldOf(notes, 'isSample') === true && { isSample: true }),
    ...(isText(origin) && { origin }),
  }
}

function selectionOf({ selection, text }: FileDraft): Selection {
  return {
    steps: listOf(fieldOf(selection, 'steps')).flatMap(addressOf),
    ranges: listOf(fieldOf(selection, 'ranges')).flatMap((range) => {
      const [from, to] = [fieldOf(range, 'from'), fieldOf(range, 'to')]
      if (typeof from !== 'number' || typeof to !== 'number') return []
      return from >= 0 && to >= from && to <= text.length ? [{ from, to }] : []
    }),
  }
}

function viewOf(notes: Json): Partial<ViewState> {
  const document = fieldOf(notes, 'document')
  return {
    document: typeof document === 'number' ? document : undefined,
    trail: listOf(fieldOf(notes, 'trail')).flatMap(trailPart),
    codeTab: fieldOf(notes, 'codeTab') === 'script' ? 'script' : 'yaml',
    signatures: new Map(
      listOf(fieldOf(notes, 'signatures')).flatMap((entry) => {
        const [name, text] = listOf(entry)
        return isText(name) && isText(text) ? [[name, text] as const] : []
      }),
    ),
    plainScripts: new Set(listOf(fieldOf(notes, 'plainScripts')).filter(isText)),
    drafts: new Map(
      listOf(fieldOf(notes, 'drafts')).flatMap((entry) => {
        const [name, text, source] = listOf(entry)
        return isText(name) && isText(text) && isText(source)
          ? [[name, { text, source }] as const]
          : []
      }),
    ),
  }
}

function trailPart(value: Json): readonly TrailPart[] {
  const inline = fieldOf(value, 'inline')
  return isText(value) ? [value] : isText(inline) ? [{ inline }] : []
}

function addressOf(value: Json): readonly Address[] {
  const document = fieldOf(value, 'document')
  const path = listOf(fieldOf(value, 'path')).filter(
    (part) => isText(part) || typeof part === 'number',
  )
  return typeof document === 'number' ? [{ document, path }] : []
}

function fieldOf(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function listOf(value: Json | undefined): readonly Json[] {
  return value !== undefined && isList(value) ? value : []
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
