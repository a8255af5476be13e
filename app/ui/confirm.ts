import { createContext, use } from 'react'
import type { AlertDialogProps } from './AlertDialog.tsx'

export type ConfirmQuestion = Pick<
  AlertDialogProps,
  'title' | 'description' | 'confirmLabel' | 'cancelLabel' | 'alternativeLabel' | 'danger'
>

export type ConfirmAnswer = 'confirm' | 'alternative' | 'cancel'

/** Asks in a dialog; a question asked while another is open cancels that one. */
export type Confirm = (question: ConfirmQuestion) => Promise<ConfirmAnswer>

export const ConfirmContext = createContext<Confirm | undefined>(undefined)

/** The way to ask before something is lost. Throws outside of `UiProvider`. */
export function useConfirm(): Confirm {
  const confirm = use(ConfirmContext)
  if (!confirm) throw new Error('useConfirm needs UiProvider above it')
  return confirm
}
