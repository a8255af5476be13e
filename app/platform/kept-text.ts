/** One text that the browser keeps, if it lets itself be asked. */
export interface KeptText {
  readonly read: () => string | undefined
  /** Nothing takes it away. Gives whether the browser did so. */
  readonly write: (text: string | undefined) => boolean
}

/** A text under a key of a storage. Reading `storage` itself throws where a browser forbids it. */
export function keptText(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: string,
): KeptText {
  return {
    read: () => {
      try {
        return storage().getItem(key) ?? undefined
      } catch {
        return undefined
      }
    },
    write: (text) => {
      try {
        if (text === undefined) storage().removeItem(key)
        else storage().setItem(key, text)
        return true
      } catch {
        return false
      }
    },
  }
}

/** Reads a JSON object from a kept text; an empty one for anything else. */
export function readRecord(kept: KeptText): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept.read() ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
