import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, Popover } from '../../ui/index.ts'
import { SearchList } from '../SearchList.tsx'
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
  const options = areas.flatMap((area, index) =>
    area.fields.map((field) => ({
      value: `${String(index)}/${field.key}`,
      label: field.key,
      description: descriptionOf(field),
      ...(area.title === undefined ? {} : { group: area.title }),
    })),
  )
  const pick = (value: string): void => {
    const [index, key] = value.split('/')
    const area = areas[Number(index)]
    const field = area?.fields.find((each) => each.key === key)
    if (area !== undefined && field !== undefined) onPick(field, area)
  }
  return (
    <SearchList
      what="fields"
      options={options}
      empty="No field matches."
      className={styles.fields}
      onPick={pick}
    />
  )
}

function descriptionOf({ field }: FormField): string {
  const since = field.since === undefined ? '' : ` Since Argo ${field.since}.`
  const until = field.until === undefined ? '' : ` Gone in Argo ${field.until}.`
  return plainText(`${field.doc}${since}${until}`.trim())
}
