import { useCallback } from 'react'
import type { TextRange } from '../../src/base/index.ts'
import { loadEditor } from './load-editor.ts'
import type { Workshop } from './start/workshop.ts'
import type { Panes } from './use-panes.ts'

/** Opens the code at a range of the text. */
export function useReveal({ designer }: Workshop, panes: Panes): (range: TextRange) => void {
  const { show } = panes
  return useCallback(
    (wanted: TextRange) => {
      show('code', true)
      designer.actions.setView({ codeTab: 'yaml' })
      void loadEditor().then(({ revealRange }) => revealRange(wanted))
    },
    [show, designer],
  )
}
