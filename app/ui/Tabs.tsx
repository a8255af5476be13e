import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface Tab {
  readonly value: string
  readonly label: string
  readonly icon?: ReactNode
  /** A count or a dot after the label. */
  readonly badge?: ReactNode
  readonly content: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly value: string
  readonly onChange: (value: string) => void
  /** Fill the parent's height, each panel scrolling for itself. */
  readonly fill?: boolean
  /** At the end of the row of tabs. */
  readonly actions?: ReactNode
}

export function Tabs({ label, tabs, value, onChange, fill = false, actions }: TabsProps) {
  return (
    <Radix.Root
      className={styles.tabs}
      data-fill={fill || undefined}
      value={value}
      onValueChange={onChange}
    >
      <div className={styles.bar}>
        <Radix.List className={styles.list} aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} className={styles.tab} value={tab.value}>
              {tab.icon}
              {tab.label}
              {tab.badge}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} className={styles.panel} value={tab.value}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
