import type { Address } from '../../../src/yaml/index.ts'
import type { Draft, DraftContent, Json } from '../../platform/index.ts'
import type { Designer, TrailPart, ViewState } from '../../store/index.ts'

/** What a draft notes when another text took its place: it is offered, but never put back by itself. */
export const GIVEN_UP = 'givenUp'

/** All that belongs to the open file and would be lost with the page. */
export function draftContent(designer: Designer, isGivenUp = false): DraftContent {
  const { file, state } = designer.document.getState()
  const view = designer.view.getState()
  return {
    fileName: file.name,
    text: state.text,
    savedText: designer.session.saved,
    selection: {
      steps: state.selection.steps.map(({ document, path }) => ({ document, path: [...path] })),
      ranges: state.selection.ranges.map(({ from, to }) => ({ from, to })),
    },
    notes: {
      ...(isGivenUp && { [GIVEN_UP]: true }),
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

/** Opens a draft in place of what is open: text, what is saved of it, selection, and what has no place in the text. */
export function restoreDraft(designer: Designer, draft: Draft): void {
  const { actions } = designer
  actions.open({ name: draft.fileName }, draft.text)
  actions.markSaved(draft.savedText ?? '')
  actions.setView(viewOf(draft.notes))
  actions.select(listOf(fieldOf(draft.selection, 'steps')).flatMap(addressOf))
  actions.selectRanges(
    listOf(fieldOf(draft.selection, 'ranges')).flatMap((range) => {
      const [from, to] = [fieldOf(range, 'from'), fieldOf(range, 'to')]
      if (typeof from !== 'number' || typeof to !== 'number') return []
      return from >= 0 && to >= from && to <= draft.text.length ? [{ from, to }] : []
    }),
  )
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
