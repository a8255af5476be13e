import { useId, useState, type KeyboardEvent } from 'react'
import { addEntries, KindIcon, type AddEntry } from '../authoring/index.ts'
import { useScene } from '../store/index.ts'
import { filterOptions, groupOptions, TextField } from '../ui/index.ts'
import styles from './AddList.module.css'

/** A field to search in, and what it finds: arrows and Enter choose while the field keeps the focus. */
export function AddList({ onPick }: { readonly onPick: (entry: AddEntry) => void }) {
  const { manifest } = useScene()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const options = addEntries(manifest).map((entry) => ({
    value: entry.id,
    label: entry.label,
    description: entry.detail,
    group: entry.group,
    entry,
  }))
  const found = filterOptions(options, typed)
  const at = Math.min(active, found.length - 1)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    const next = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
      document.getElementById(`${id}-${String(next)}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const option = found[at]
      if (option) onPick(option.entry)
    }
  }

  return (
    <div className={styles.menu}>
      <TextField
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        placeholder="Search steps and templates"
        aria-label="Search steps and templates"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${String(at)}` : undefined}
      />
      <div
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label="Steps and templates"
      >
        {found.length === 0 && <p className={styles.none}>Nothing of that name</p>}
        {groupOptions(found).map(({ group, options: members }, index) => (
          <div key={group ?? index} role="group" aria-label={group}>
            <div className={styles.group} aria-hidden>
              {group}
            </div>
            {members.map((option) => {
              const place = found.indexOf(option)
              return (
                <div
                  key={option.value}
                  id={`${id}-${String(place)}`}
                  role="option"
                  aria-selected={place === at}
                  className={styles.option}
                  data-kind={option.entry.kind}
                  onPointerMove={() => setActive(place)}
                  onClick={() => onPick(option.entry)}
                >
                  <span className={styles.icon}>
                    <KindIcon kind={option.entry.kind} size={14} />
                  </span>
                  <span className={styles.label}>{option.label}</span>
                  <span className={styles.detail}>{option.description}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
