import { useEffect } from 'react'
import type { Designer } from '../../store/index.ts'
import type { DraftKeeper } from './draft-keeper.ts'

/** Drafts above this size have no spare copy, which alone is written at once while a page is being left. */
const SPARE_LIMIT = 240_000

/** Asks before the page is left, but only when the work would really be lost. */
export function useUnloadGuard(designer: Designer, drafts: DraftKeeper): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      const files = designer.workspace.entries()
      if (!files.some(({ isDirty }) => isDirty)) return
      const { autosave } = drafts.getSnapshot()
      const code = autosave?.problem?.code
      const size = files.reduce((sum, { tree }) => sum + tree.text.length, 0)
      const isTooLarge = size > SPARE_LIMIT
      const isSafe =
        autosave !== undefined &&
        (code === undefined || code === 'only-backup') &&
        (!autosave.pending || !isTooLarge)
      if (!isSafe) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [designer, drafts])
}
