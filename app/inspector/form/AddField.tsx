import { Plus } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import {
  Button,
  ComboboxList,
  filterOptions,
  groupOptions,
  Popover,
  TextField,
} from '../../ui/index.ts'
import picker from '../ReferencePicker.module.css'
import styles from './form.module.css'
import type { FormField } from './form-plan.ts'
import { plainText } from './labels.ts'

/** Fields that could be added, under a heading where there are several such lists. */
export interface AddArea {
  readonly title?: string
  readonly fields: readonly FormField[]
}

/** A button that offers the fields that are not there, to search by name and by what they are for. */
export function AddField({
  areas,
  label = 'Add field…',
  onAdd,
}: {
  readonly areas: readonly AddArea[]
  readonly label?: string
  readonly onAdd: (field: FormField, area: AddArea) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.add}>
      <Popover
        label={label}
        width={340}
        align="start"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button size="sm" variant="ghost" icon={<Plus />}>
            {label}
          </Button>
        }
      >
        <FieldList
          areas={areas}
          onPick={(field, area) => {
            setOpen(false)
            onAdd(field, area)
          }}
        />
      </Popover>
    </div>
  )
}

function FieldList({
  areas,
  onPick,
}: {
  readonly areas: readonly AddArea[]
  readonly onPick: (field: FormField, area: AddArea) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const options = areas.flatMap((area, index) =>
    area.fields.map((field) => ({
      value: `${String(index)}/${field.key}`,
      label: field.key,
      description: descriptionOf(field),
      ...(area.title === undefined ? {} : { group: area.title }),
    })),
  )
  const groups = groupOptions(filterOptions(options, typed))
  const flat = groups.flatMap((group) => group.options)
  const pick = (value: string | undefined): void => {
    if (value === undefined) return
    const [index, key] = value.split('/')
    const area = areas[Number(index)]
    const field = area?.fields.find((each) => each.key === key)
    if (area !== undefined && field !== undefined) onPick(field, area)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && flat.length > 0) {
      event.preventDefault()
      setActive((active + step + flat.length) % flat.length)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      pick(flat[active]?.value)
    }
  }
  return (
    <div className={picker.picker}>
      <div className={picker.search}>
        <TextField
          role="combobox"
          aria-label="Search fields"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={flat[active] === undefined ? undefined : `${id}-${String(active)}`}
          placeholder="Search fields"
          autoFocus
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.fields}>
        <ComboboxList
          id={id}
          label="Fields"
          groups={groups}
          value=""
          active={active}
          mono
          empty="No field matches."
          onPoint={setActive}
          onTake={(option) => {
            pick(option.value)
          }}
        />
      </div>
    </div>
  )
}

function descriptionOf({ field }: FormField): string {
  const since = field.since === undefined ? '' : ` Since Argo ${field.since}.`
  const until = field.until === undefined ? '' : ` Gone in Argo ${field.until}.`
  return plainText(`${field.doc}${since}${until}`.trim())
}
