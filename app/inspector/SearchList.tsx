import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import { ComboboxList, filterOptions, groupOptions, TextField, type Option } from '../ui/index.ts'
import styles from './SearchList.module.css'

/** A field to search with and what it finds, to take one by mouse or by keys. */
export function SearchList({
  what,
  options,
  most = Infinity,
  empty,
  className = styles.list,
  onPick,
}: {
  /** What is listed, in the plural. */
  readonly what: string
  readonly options: readonly Option[]
  /** More are counted only. */
  readonly most?: number
  /** Said when nothing is found. */
  readonly empty: string
  /** Of the box of the list. */
  readonly className?: string | undefined
  readonly onPick: (value: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  // With thousands of steps there is much to look through: typing goes on meanwhile.
  const query = useDeferredValue(typed)
  const found = filterOptions(options, query)
  const groups = groupOptions(found.slice(0, most))
  const flat = groups.flatMap((group) => group.options)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = flat[active]
    if (step !== 0 && flat.length > 0) {
      event.preventDefault()
      setActive((active + step + flat.length) % flat.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (chosen !== undefined) onPick(chosen.value)
    }
  }
  return (
    <div className={styles.picker}>
      <div className={styles.search}>
        <TextField
          role="combobox"
          aria-label={`Search ${what}`}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={flat[active] === undefined ? undefined : `${id}-${String(active)}`}
          placeholder={`Search ${what}`}
          autoFocus
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={className}>
        <ComboboxList
          id={id}
          label={`Found ${what}`}
          groups={groups}
          value=""
          active={active}
          mono
          empty={empty}
          onPoint={setActive}
          onTake={(option) => {
            onPick(option.value)
          }}
        />
        {found.length > most && (
          <p className={styles.more}>{`${String(found.length - most)} more: type to find them.`}</p>
        )}
      </div>
    </div>
  )
}
