/** What can be stored as JSON. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Work that is not in a file yet. */
export interface Draft {
  readonly id: string
  readonly fileName: string
  readonly text: string
  /** The text as of opening or the last save; absent for a text that was never in a file. */
  readonly savedText?: string
  readonly selection?: Json
  /** The other files that were open, in their order. */
  readonly others?: readonly FileDraft[]
  /** How many of the others stand before this one. */
  readonly place?: number
  /** Whatever else belongs to the text and has no place in it. */
  readonly notes: Json
  /** Milliseconds since 1970, of the last change. */
  readonly time: number
}

export type DraftContent = Omit<Draft, 'id' | 'time'>

/** What is kept of one file. */
export type FileDraft = Pick<Draft, 'fileName' | 'text' | 'savedText' | 'selection' | 'notes'>

/** Whether something would be lost with the draft. */
export function isUnsaved(draft: Draft): boolean {
  return isUnsavedFile(draft) || (draft.others ?? []).some(isUnsavedFile)
}

/** The characters of all texts that a draft holds. */
export function draftSize(draft: Draft): number {
  return [draft, ...(draft.others ?? [])].reduce(
    (sum, { text, savedText }) => sum + text.length + (savedText?.length ?? 0),
    0,
  )
}

function isUnsavedFile(draft: FileDraft): boolean {
  return draft.savedText === undefined ? draft.text.trim() !== '' : draft.text !== draft.savedText
}

/** Reads what a storage gave back; nothing if it is no draft, as after a change of this format. */
export function readDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields: Partial<Record<keyof Draft, unknown>> = value
  const { id, time, others, place } = fields
  const file = readFileDraft(value)
  if (typeof id !== 'string' || typeof time !== 'number' || file === undefined) return undefined
  return {
    id,
    time,
    ...file,
    ...(Array.isArray(others) && { others: others.flatMap((one) => readFileDraft(one) ?? []) }),
    ...(typeof place === 'number' && { place }),
  }
}

function readFileDraft(value: unknown): FileDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields: Partial<Record<keyof FileDraft, unknown>> = value
  const { fileName, text, savedText } = fields
  if (typeof fileName !== 'string' || typeof text !== 'string') return undefined
  const selection = json(fields.selection)
  return {
    fileName,
    text,
    ...(typeof savedText === 'string' && { savedText }),
    ...(selection !== undefined && { selection }),
    notes: json(fields.notes) ?? null,
  }
}

function json(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (Array.isArray(value)) return value.map((item) => json(item) ?? null)
  if (typeof value !== 'object') return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      const read = json(field)
      return read === undefined ? [] : [[key, read]]
    }),
  )
}

/** Of drafts with one id the newest, newest first. */
export function newestFirst(drafts: readonly Draft[]): readonly Draft[] {
  const byId = new Map<string, Draft>()
  for (const draft of drafts) {
    const known = byId.get(draft.id)
    if (!known || known.time < draft.time) byId.set(draft.id, draft)
  }
  return [...byId.values()].sort((a, b) => b.time - a.time)
}
