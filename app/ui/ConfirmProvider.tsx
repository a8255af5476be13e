import { useCallback, useState, type ReactNode } from 'react'
import { AlertDialog } from './AlertDialog.tsx'
import { ConfirmContext, type ConfirmAnswer, type ConfirmQuestion } from './confirm.ts'

interface Asked {
  readonly question: ConfirmQuestion
  readonly answer: (answer: ConfirmAnswer) => void
}

/** Shows the questions of `useConfirm`. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | undefined>()
  // Kept while the dialog closes, so that its words do not vanish before it does.
  const [open, setOpen] = useState(false)

  const confirm = useCallback(
    (question: ConfirmQuestion) =>
      new Promise<ConfirmAnswer>((resolve) => {
        setAsked((previous) => {
          previous?.answer('cancel')
          return { question, answer: resolve }
        })
        setOpen(true)
      }),
    [],
  )

  const settle = (answer: ConfirmAnswer) => {
    setOpen(false)
    asked?.answer(answer)
  }

  return (
    <ConfirmContext value={confirm}>
      {children}
      {asked && (
        <AlertDialog
          {...asked.question}
          open={open}
          onConfirm={() => settle('confirm')}
          onAlternative={() => settle('alternative')}
          onCancel={() => settle('cancel')}
        />
      )}
    </ConfirmContext>
  )
}
