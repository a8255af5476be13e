import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Os } from '../platform/index.ts'
import { filterOptions, Kbd, VisuallyHidden, type Option } from '../ui/index.ts'
import type { Action, ActionGroup } from './actions/action.ts'
import styles from './CommandPalette.module.css'
import { shortcutText } from './toolbar/menu-entries.ts'

interface Command extends Option {
  readonly action: Action
}

/** Every action that can be done now, by a few letters of its name. */
export function CommandPalette({
  groups,
  os,
  open,
  onOpenChange,
}: {
  readonly groups: () => readonly ActionGroup[]
  readonly os: Os
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Dialog.Title asChild>
            <h2>
              <VisuallyHidden>All commands</VisuallyHidden>
            </h2>
          </Dialog.Title>
          <Commands groups={groups()} os={os} onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function commandsOf(groups: readonly ActionGroup[]): readonly Command[] {
  return groups.flatMap(({ name, actions }) =>
    actions
      .filter((action) => action.isEnabled() && action.id !== 'help.commands')
      .map((action) => ({
        value: action.id,
        label: action.label,
        description: action.hint === undefined ? name : `${name}, ${action.hint}`,
        action,
      })),
  )
}

function Commands({
  groups,
  os,
  onDone,
}: {
  readonly groups: readonly ActionGroup[]
  readonly os: Os
  readonly onDone: () => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const shown = filterOptions(commandsOf(groups), typed)

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active, typed])

  const take = (command: Command | undefined) => {
    if (!command) return
    onDone()
    // When the dialog has given the focus back, so that the action may take it.
    setTimeout(() => command.action.run(), 0)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.key === 'Enter') take(shown[active])
    else if (step === undefined) return
    else if (Math.abs(step) === 1 && shown.length > 0)
      setActive((active + step + shown.length) % shown.length)
    else setActive(Math.max(0, Math.min(shown.length - 1, active + step)))
    event.preventDefault()
  }

  const current = shown[active]
  return (
    <>
      <div className={styles.search}>
        <Search aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Command"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.value}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Type a command"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Commands"
        className={styles.list}
        tabIndex={-1}
      >
        {shown.map((command, index) => {
          const keys = shortcutText(command.action, os)
          return (
            <div
              key={command.value}
              id={`${id}-${command.value}`}
              role="option"
              aria-selected={index === active}
              data-active={index === active || undefined}
              className={styles.command}
              onPointerMove={() => setActive(index)}
              onClick={() => take(command)}
            >
              <span className={styles.label}>{command.label}</span>
              <span className={styles.group}>{command.description}</span>
              {keys !== undefined && <Kbd>{keys}</Kbd>}
            </div>
          )
        })}
      </div>
      {shown.length === 0 && <p className={styles.none}>No command has that in its name.</p>}
    </>
  )
}
