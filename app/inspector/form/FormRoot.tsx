import type { ReactNode } from 'react'
import { ObjectForm } from './ObjectForm.tsx'
import { FormPartsContext } from './parts.ts'
import { ValueField } from './ValueField.tsx'

const parts = { ObjectForm, ValueField }

/** Has to stand around all forms of objects. */
export function FormRoot({ children }: { readonly children: ReactNode }) {
  return <FormPartsContext value={parts}>{children}</FormPartsContext>
}
