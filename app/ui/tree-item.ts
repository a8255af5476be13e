import type { ReactNode } from 'react'

/** A line of a tree, with what is under it. */
export interface TreeItem {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly detail?: ReactNode
  readonly badges?: ReactNode
  readonly kind?: string | undefined
  readonly disabled?: boolean
  readonly children?: readonly TreeItem[]
}
