import { Braces } from 'lucide-react'
import { useState } from 'react'
import { IconButton, Popover, type Option } from '../ui/index.ts'
import { MOST_LISTED } from './reference-options.ts'
import { SearchList } from './SearchList.tsx'

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
  const [options] = useState(listOptions)
  return (
    <SearchList
      what="values"
      options={options}
      most={MOST_LISTED}
      empty={options.length === 0 ? 'No value is in scope here.' : 'Nothing matches.'}
      onPick={onPick}
    />
  )
}
