import { useEffect } from 'react'
import { useDesigner, useView } from '../store/index.ts'
import { useConfirm } from '../ui/index.ts'

/** Asks about an edit that would touch what an anchor shares. Few files have anchors, so what asks is loaded with the first question. */
export function useSharedQuestion(): void {
  const question = useView((view) => view.question)
  const designer = useDesigner()
  const confirm = useConfirm()
  useEffect(() => {
    if (question === undefined) return
    designer.actions.setView({ question: undefined })
    void import('./ask-shared.tsx').then(({ askShared }) => askShared(designer, confirm, question))
  }, [question, designer, confirm])
}
