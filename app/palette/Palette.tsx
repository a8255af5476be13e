import { useId, useState } from 'react'
import { addEntries, type AddEntry } from '../authoring/index.ts'
import { isFlatSame, useSceneOf } from '../store/index.ts'
import { filterOptions, groupOptions, TextField } from '../ui/index.ts'
import { EntryRow } from './EntryRow.tsx'
import styles from './Palette.module.css'

/** What can be put on the canvas: by drag, by click, or by keys. One stop of the tab key for the field, one for the list. */
export function Palette() {
  const entries = useSceneOf(({ manifest }) => addEntries(manifest), isSameList)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [stop, setStop] = useState<string>()
  const options = entries.map((entry) => ({
    value: entry.id,
    label: entry.label,
    description: entry.detail,
    group: entry.group,
    entry,
  }))
  const found = filterOptions(options, typed)
  const groups = typed === '' ? groupOptions(found) : [{ group: undefined, options: found }]
  const shown = groups.flatMap((group) => group.options.map(({ entry }) => entry))
  const current = shown.find((entry) => entry.id === stop) ?? shown[0]

  const walk = (from: AddEntry, by: number): void => {
    const next = shown[shown.indexOf(from) + by]
    if (next === undefined) return
    setStop(next.id)
    document.getElementById(rowId(id, next))?.focus()
  }

  return (
    <div className={styles.palette}>
      <div className={styles.search}>
        <TextField
          type="search"
          value={typed}
          onChange={setTyped}
          placeholder="Search steps"
          aria-label="Search the palette"
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') setTyped('')
            if (event.key !== 'ArrowDown' || current === undefined) return
            event.preventDefault()
            document.getElementById(rowId(id, current))?.focus()
          }}
        />
      </div>
      <p id={`${id}-help`} hidden>
        Enter adds it after the selection. Space lifts it, to choose the place by arrow keys.
      </p>
      {shown.length === 0 && <p className={styles.none}>Nothing of that name</p>}
      {groups.map(({ group, options: members }, index) => (
        <section key={group ?? index} aria-label={group ?? 'Found'}>
          {group !== undefined && <h2 className={styles.heading}>{group}</h2>}
          <ul className={styles.list}>
            {members.map(({ entry }) => (
              <li key={entry.id}>
                <EntryRow
                  entry={entry}
                  id={rowId(id, entry)}
                  helpId={`${id}-help`}
                  isStop={entry === current}
                  onFocus={() => setStop(entry.id)}
                  onWalk={(by) => walk(entry, by)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Entries of templates are made anew each time; the others are always the same. */
function isSameList(a: readonly AddEntry[], b: readonly AddEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every((entry, index) => {
      const other = b[index]
      return other === entry || (other !== undefined && isSameEntry(entry, other))
    })
  )
}

function isSameEntry({ args: a, ...entry }: AddEntry, { args: b, ...other }: AddEntry): boolean {
  return isFlatSame(entry, other) && isFlatSame(a.step ?? {}, b.step ?? {})
}

function rowId(id: string, entry: AddEntry): string {
  return `${id}-${entry.id}`
}
