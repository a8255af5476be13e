import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './SegmentedControl.module.css'
import { Tooltip } from './Tooltip.tsx'

export interface Segment {
  readonly value: string
  readonly label: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

export interface SegmentedControlProps {
  readonly label: string
  readonly value: string
  readonly segments: readonly Segment[]
  readonly onChange: (value: string) => void
  /** Icons without words; the words come as tooltips. */
  readonly iconsOnly?: boolean
  readonly fullWidth?: boolean
}

/** One of two to four values, all in sight. */
export function SegmentedControl({
  label,
  value,
  segments,
  onChange,
  iconsOnly = false,
  fullWidth = false,
}: SegmentedControlProps) {
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.group}
      data-full={fullWidth || undefined}
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        // Radix reports '' when the chosen one is pressed again; here one is always chosen.
        if (segments.some((segment) => segment.value === next) && next !== value) onChange(next)
      }}
    >
      {segments.map((segment) => {
        const item = (
          <ToggleGroup.Item
            key={segment.value}
            className={styles.segment}
            value={segment.value}
            disabled={segment.disabled ?? false}
            data-on={segment.value === value}
            aria-label={iconsOnly ? segment.label : undefined}
          >
            {segment.icon}
            {!iconsOnly && segment.label}
          </ToggleGroup.Item>
        )
        return iconsOnly ? (
          <Tooltip key={segment.value} content={segment.label}>
            {item}
          </Tooltip>
        ) : (
          item
        )
      })}
    </ToggleGroup.Root>
  )
}
