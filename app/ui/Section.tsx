import { ChevronRight } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import styles from './Section.module.css'

export interface SectionProps {
  readonly title: string
  readonly children: ReactNode
  readonly count?: number | undefined
  /** Said beside the title while closed: what is inside. */
  readonly summary?: ReactNode
  /** Buttons at the end of the heading. */
  readonly actions?: ReactNode
  readonly defaultOpen?: boolean
  /** With `onOpenChange`, for those who remember it. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly level?: 2 | 3 | 4
}

/** A part of a pane under a heading that folds it. */
export function Section({
  title,
  children,
  count,
  summary,
  actions,
  defaultOpen = true,
  open,
  onOpenChange,
  level = 2,
}: SectionProps) {
  const [own, setOwn] = useState(defaultOpen)
  const shown = open ?? own
  const Heading = `h${level}` as const
  return (
    <Collapsible.Root
      className={styles.section}
      open={shown}
      onOpenChange={(next) => {
        setOwn(next)
        onOpenChange?.(next)
      }}
    >
      <div className={styles.head}>
        <Heading className={styles.heading}>
          <Collapsible.Trigger className={styles.trigger}>
            <ChevronRight className={styles.chevron} aria-hidden />
            <span>{title}</span>
            {count !== undefined && <span className={styles.count}>{count}</span>}
            {!shown && summary !== undefined && <span className={styles.summary}>{summary}</span>}
          </Collapsible.Trigger>
        </Heading>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      <Collapsible.Content className={styles.body}>{children}</Collapsible.Content>
    </Collapsible.Root>
  )
}
