import { useEffect, useRef } from 'react'
import styles from './Combobox.module.css'
import type { groupOptions, Option } from './option.ts'
import list from './Select.module.css'

/** The suggestions of a combobox. The focus stays in its input, which points here. */
export function ComboboxList({
  id,
  label,
  groups,
  value,
  active,
  mono,
  empty,
  onPoint,
  onTake,
}: {
  readonly id: string
  readonly label: string
  readonly groups: ReturnType<typeof groupOptions>
  readonly value: string
  /** Counted over all groups. */
  readonly active: number
  readonly mono: boolean
  readonly empty: string
  readonly onPoint: (index: number) => void
  readonly onTake: (option: Option) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const flat = groups.flatMap((group) => group.options)
  return (
    <div ref={box} id={`${id}-list`} className={list.viewport} role="listbox" aria-label={label}>
      {flat.length === 0 && <p className={styles.empty}>{empty}</p>}
      {groups.map(({ group, options }, index) => (
        <div key={group ?? index} role="group" aria-label={group}>
          {group !== undefined && <div className={list.group}>{group}</div>}
          {options.map((option) => {
            const at = flat.indexOf(option)
            return (
              <div
                key={option.value}
                id={`${id}-${at}`}
                role="option"
                className={list.option}
                aria-selected={option.value === value}
                aria-disabled={option.disabled ?? false}
                data-active={at === active}
                data-disabled={option.disabled === true ? true : undefined}
                onPointerMove={() => onPoint(at)}
                onClick={() => onTake(option)}
              >
                {option.icon !== undefined && <span className={list.icon}>{option.icon}</span>}
                <span className={list.words}>
                  <span data-mono={mono || undefined} className={styles.name}>
                    {option.label ?? option.value}
                  </span>
                  {option.description !== undefined && (
                    <span className={list.description}>{option.description}</span>
                  )}
                </span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
