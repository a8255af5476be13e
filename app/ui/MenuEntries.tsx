import { Check, ChevronRight } from 'lucide-react'
import type { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { assertNever } from '../../src/base/index.ts'
import { Kbd } from './Kbd.tsx'
import { useLayerHost } from './layer-host.ts'
import styles from './Menu.module.css'
import type { MenuAction, MenuEntry } from './menu-entry.ts'

type Line = Pick<MenuAction, 'label' | 'icon' | 'shortcut' | 'hint'>

/** The parts that dropdown and context menus of Radix have in common. */
export type MenuParts = Pick<
  typeof DropdownMenu,
  | 'Item'
  | 'CheckboxItem'
  | 'RadioGroup'
  | 'RadioItem'
  | 'ItemIndicator'
  | 'Separator'
  | 'Label'
  | 'Sub'
  | 'SubTrigger'
  | 'SubContent'
  | 'Portal'
>

/** Draws entries with the parts of either kind of menu. */
export function MenuEntries({
  parts,
  entries,
}: {
  readonly parts: MenuParts
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
}) {
  const list = typeof entries === 'function' ? entries() : entries
  return list.map((entry, index) => <Entry key={index} parts={parts} entry={entry} />)
}

function Entry({ parts, entry }: { readonly parts: MenuParts; readonly entry: MenuEntry }) {
  const host = useLayerHost()
  switch (entry.type) {
    case 'separator':
      return <parts.Separator className={styles.separator} />
    case 'heading':
      return <parts.Label className={styles.heading}>{entry.label}</parts.Label>
    case 'action':
      return (
        <parts.Item
          className={styles.item}
          disabled={entry.disabled ?? false}
          data-danger={entry.danger}
          onSelect={entry.onSelect}
        >
          <Words {...entry} />
        </parts.Item>
      )
    case 'check':
      return (
        <parts.CheckboxItem
          className={styles.item}
          checked={entry.checked}
          disabled={entry.disabled ?? false}
          onCheckedChange={entry.onChange}
        >
          <Words
            {...entry}
            icon={
              <parts.ItemIndicator>
                <Check />
              </parts.ItemIndicator>
            }
          />
        </parts.CheckboxItem>
      )
    case 'choice':
      return (
        <parts.RadioGroup value={entry.value} onValueChange={entry.onChange}>
          {entry.options.map((option) => (
            <parts.RadioItem
              key={option.value}
              className={styles.item}
              value={option.value}
              disabled={option.disabled ?? false}
            >
              <Words
                {...option}
                icon={
                  <parts.ItemIndicator>
                    <span className={styles.dot} />
                  </parts.ItemIndicator>
                }
              />
            </parts.RadioItem>
          ))}
        </parts.RadioGroup>
      )
    case 'submenu':
      return (
        <parts.Sub>
          <parts.SubTrigger className={styles.item} disabled={entry.disabled ?? false}>
            <Words {...entry} end={<ChevronRight className={styles.chevron} />} />
          </parts.SubTrigger>
          <parts.Portal container={host}>
            <parts.SubContent className={styles.menu} sideOffset={2} collisionPadding={8}>
              <MenuEntries parts={parts} entries={entry.entries} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      )
    default:
      return assertNever(entry)
  }
}

function Words({ icon, label, hint, shortcut, end }: Line & { readonly end?: ReactNode }) {
  return (
    <>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.words}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      {shortcut && (
        <span className={styles.shortcut}>
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
      {end}
    </>
  )
}
