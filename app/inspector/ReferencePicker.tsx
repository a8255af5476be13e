import { Braces } from 'lucide-react'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import {
  ComboboxList,
  filterOptions,
  groupOptions,
  IconButton,
  Popover,
  TextField,
  type Option,
} from '../ui/index.ts'
import { MOST_LISTED } from './reference-options.ts'
import styles from './ReferencePicker.module.css'

/** A button that offers the values in scope, to search and take one. */
export function ReferencePicker({
  label,
  listOptions,
  disabled = false,
  onPick,
}: {
  readonly label: string
  readonly listOptions: () => readonly Option[]
  readonly disabled?: boolean
  readonly onPick: (reference: string) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={label}
      width={300}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton size="sm" icon={<Braces />} label={label} disabled={disabled} side="left" />
      }
    >
      <ReferenceList
        listOptions={listOptions}
        onPick={(reference) => {
          setOpen(false)
          onPick(reference)
        }}
      />
    </Popover>
  )
}

function ReferenceList({
  listOptions,
  onPick,
}: {
  readonly listOptions: () => readonly Option[]
  readonly onPick: (reference: string) => void
}) {
  const id = useId()
  const [options] = useState(listOptions)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  // With thousands of steps there is much to look through: typing goes on meanwhile.
  const query = useDeferredValue(typed)
  const found = filterOptions(options, query)
  const groups = groupOptions(found.slice(0, MOST_LISTED))
  const flat = groups.flatMap((group) => group.options)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = flat[active]
    if (step !== 0 && flat.length > 0) {
      event.preventDefault()
      setActive((active + step + flat.length) % flat.length)
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      onPick(chosen.value)
    }
  }
  return (
    <div className={styles.picker}>
      <div className={styles.search}>
        <TextField
          role="combobox"
          aria-label="Search values"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={flat[active] === undefined ? undefined : `${id}-${String(active)}`}
          placeholder="Search values"
          autoFocus
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.list}>
        <ComboboxList
          id={id}
          label="Values in scope"
          groups={groups}
          value=""
          active={active}
          mono
          empty={options.length === 0 ? 'No value is in scope here.' : 'Nothing matches.'}
          onPoint={setActive}
          onTake={(option) => {
            onPick(option.value)
          }}
        />
        {found.length > MOST_LISTED && (
          <p
            className={styles.more}
          >{`${String(found.length - MOST_LISTED)} more: type to find them.`}</p>
        )}
      </div>
    </div>
  )
}
