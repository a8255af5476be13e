/** What a change event of Monaco tells, as far as it says how the change was made. */
export interface InputEvent {
  readonly changes: readonly { readonly rangeLength: number; readonly text: string }[]
}

/**
 * What to call a change that was made in Monaco. The names matter to the history: `input.type` and `input.delete` join
 * what was typed just before, `input.compose` always does, everything else is a step of its own.
 */
export function userEventOf(event: InputEvent, isComposing: boolean): string {
  if (isComposing) return 'input.compose'
  switch (sourceOf(event)) {
    case 'type':
      return 'input.type'
    case 'compositionType':
    case 'compositionEnd':
      return 'input.compose'
    case 'paste':
      return 'input.paste'
    case 'cut':
      return 'input.cut'
    default:
      return isDeletion(event)
        ? 'input.delete'
        : isOneCharacter(event)
          ? 'input.type'
          : 'input.edit'
  }
}

/** Monaco's own word for where an edit came from. It is on the event but not in its type: without it, the shape of the change decides. */
function sourceOf(event: object): unknown {
  if (!('detailedReasons' in event) || !Array.isArray(event.detailedReasons)) return undefined
  const reason: unknown = event.detailedReasons[0]
  if (typeof reason !== 'object' || reason === null || !('metadata' in reason)) return undefined
  const { metadata } = reason
  if (typeof metadata !== 'object' || metadata === null || !('kind' in metadata)) return undefined
  return metadata.kind
}

function isDeletion({ changes }: InputEvent): boolean {
  return changes.every(({ text }) => text === '')
}

function isOneCharacter({ changes }: InputEvent): boolean {
  return changes.every(({ text, rangeLength }) => text.length === 1 && rangeLength === 0)
}
