import { isUserEvent, type EditorSession } from '../../src/document/index.ts'
import type { DocumentSlice } from './document-slice.ts'
import type { Scene } from './scene.ts'

/** What a pane shows: a scene, and the slice of the document that it was derived from. */
export interface Shown {
  readonly scene: Scene
  readonly slice: DocumentSlice
}

/** What panes show, and when that is another. The same object for as long as nothing that can be seen has changed. */
export interface ShownSource {
  readonly get: () => Shown
  readonly subscribe: (listener: () => void) => () => void
}

export interface CalmSource extends ShownSource {
  /** Shows at once what is there now. */
  readonly settle: () => void
}

/** Runs an action a while later; gives back what calls it off. */
export type Later = (action: () => void) => () => void

/** So long nobody has to have typed, in milliseconds. */
const PAUSE = 150

/**
 * What the panes beside text and canvas show. While somebody types into the code, they keep what they have: drawing all of them anew for
 * every letter would make it the slower the more they show. They follow in the first pause, and everything else at once.
 *
 * It must be made before whoever tells the source's listeners of the session's changes.
 */
export function createCalm(
  session: Pick<EditorSession, 'subscribe'>,
  source: ShownSource,
  later: Later = afterPauseOf(PAUSE),
): CalmSource {
  const listeners = new Set<() => void>()
  let last: Shown | undefined
  let held: Shown | undefined
  let cancel: (() => void) | undefined

  const tell = (): void => listeners.forEach((listener) => listener())
  const release = (): void => {
    cancel?.()
    cancel = undefined
    held = undefined
  }
  const settle = (): void => {
    if (held === undefined) return
    release()
    tell()
  }
  session.subscribe((transaction, next, previous) => {
    const isTyping = isUserEvent(transaction, 'input')
    const isCursor =
      next.tree === previous.tree && next.selection.steps === previous.selection.steps
    if (isCursor) return
    if (!isTyping || listeners.size === 0) return release()
    held ??= last
    cancel?.()
    cancel = later(settle)
  })
  return {
    get: () => {
      last = held ?? source.get()
      return last
    },
    subscribe: (listener) => {
      listeners.add(listener)
      const end = source.subscribe(() => {
        if (held === undefined) listener()
      })
      return () => {
        end()
        listeners.delete(listener)
      }
    },
    settle,
  }
}

/** What runs an action in the first pause of typing of so many milliseconds, if it is asked to after every letter and called off before the next. */
export function afterPauseOf(pause: number): Later {
  return (action) => {
    const timer = setTimeout(action, pause)
    return () => clearTimeout(timer)
  }
}
