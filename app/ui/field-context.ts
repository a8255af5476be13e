import { createContext, use } from 'react'

/** What a field tells the control in it, so that label, hint and error are announced with it. */
export interface FieldLink {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

export const FieldContext = createContext<FieldLink | undefined>(undefined)

/** Attributes that tie a control to the field around it; nothing outside of one. */
export function useFieldProps(): {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
} {
  const field = use(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    ...(field.describedBy !== undefined && { 'aria-describedby': field.describedBy }),
    ...(field.invalid && { 'aria-invalid': true }),
  }
}
