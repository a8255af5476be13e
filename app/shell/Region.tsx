import type { ReactNode } from 'react'
import { classNames } from '../ui/index.ts'
import styles from './Region.module.css'

export type RegionName =
  'toolbar' | 'palette' | 'canvas' | 'code' | 'inspector' | 'problems' | 'status'

const ELEMENT = {
  toolbar: 'header',
  palette: 'section',
  canvas: 'section',
  code: 'section',
  inspector: 'section',
  problems: 'section',
  status: 'footer',
} as const

/** A landmark of the frame that F6 and the skip links can bring the focus to. */
export function Region({
  name,
  label,
  className,
  closed = false,
  children,
}: {
  readonly name: RegionName
  readonly label: string
  readonly className: string | undefined
  /** Out of sight and out of reach. */
  readonly closed?: boolean
  readonly children: ReactNode
}) {
  const Element = ELEMENT[name]
  return (
    <Element
      id={`region-${name}`}
      data-region={name}
      aria-label={label}
      tabIndex={-1}
      inert={closed}
      className={classNames(styles.region, closed && styles.closed, className)}
    >
      {children}
    </Element>
  )
}
