import { Ellipsis, X } from 'lucide-react'
import { useState } from 'react'
import {
  Combobox,
  Field,
  IconButton,
  Menu,
  useCommit,
  type MenuEntry,
  type Option,
} from '../ui/index.ts'
import type { ArgumentRow as Row } from './argument-rows.ts'
import { Name } from './Name.tsx'
import { rowsFor } from './parse-source.ts'
import { ReferencePicker } from './ReferencePicker.tsx'
import { shorten } from './shorten.ts'
import { TokenField } from './TokenField.tsx'
import { useInsertion } from './use-insertion.ts'

export interface ArgumentRowProps {
  readonly row: Row
  /** What may be referred to; asked when someone wants to see it, for it can be long. */
  readonly listOptions: () => readonly Option[]
  /** Sets the argument, or takes it away; a returned text says why not. */
  readonly onSet: (value: string | null) => string | undefined
}

/** One argument: its value, a button that offers references, and a menu for what is rare. */
export function ArgumentRow({ row, listOptions, onSet }: ArgumentRowProps) {
  const { name, kind, state, value } = row
  const [isLong, setLong] = useState(false)
  const draft = useCommit({
    value: value ?? '',
    // An emptied field gives the argument up; the menu is for the rare empty text.
    onCommit: (text) => onSet(text === '' ? null : text),
    multiline: isLong || (value ?? '').includes('\n'),
  })
  const multiline = isLong || draft.text.includes('\n')
  const word = kind === 'artifact' ? 'artifact' : 'value'

  // An artifact is one reference, and so is one of a few allowed values.
  const insertion = useInsertion(draft, kind === 'artifact' || row.enum.length > 0)

  const entries: MenuEntry[] = [
    ...(kind === 'parameter' && !multiline
      ? [
          {
            type: 'action' as const,
            label: 'Write several lines',
            onSelect: () => {
              setLong(true)
              requestAnimationFrame(() => insertion.fieldRef.current?.focus())
            },
          },
        ]
      : []),
    ...(kind === 'parameter'
      ? [
          {
            type: 'action' as const,
            label: 'Pass an empty text',
            disabled: value === '',
            onSelect: () => void onSet(''),
          },
        ]
      : []),
    {
      type: 'action',
      label: row.default === undefined ? `Remove the ${word}` : 'Use the default',
      disabled: value === undefined,
      onSelect: () => void onSet(null),
    },
  ]

  return (
    <Field
      label={<Name>{name}</Name>}
      required={state === 'missing'}
      error={
        draft.refusal ??
        (state === 'missing' && !draft.edited
          ? kind === 'artifact'
            ? 'An artifact is needed here.'
            : 'A value is needed: the template has no default.'
          : undefined)
      }
      warning={
        state === 'surplus' ? `The template has no such input, so Argo ignores this.` : undefined
      }
      hint={value === '' ? 'An empty text is passed.' : row.description}
      actions={
        <>
          <ReferencePicker
            label={`Insert a reference into ${shorten(name)}`}
            listOptions={listOptions}
            onPick={insertion.pick}
          />
          {state === 'surplus' ? (
            <IconButton
              size="sm"
              icon={<X />}
              label={`Remove ${shorten(name)}`}
              onClick={() => void onSet(null)}
            />
          ) : (
            <Menu
              align="end"
              trigger={
                <IconButton size="sm" icon={<Ellipsis />} label={`More for ${shorten(name)}`} />
              }
              entries={entries}
            />
          )}
        </>
      }
    >
      {row.enum.length > 0 ? (
        <Combobox
          free
          mono
          value={value ?? ''}
          options={row.enum.map((choice) => ({ value: choice }))}
          placeholder={row.default ?? ''}
          onCommit={(text) => onSet(text === '' ? null : text)}
        />
      ) : (
        <div onSelect={insertion.onSelect}>
          <TokenField
            fieldRef={insertion.fieldRef}
            draft={draft}
            multiline={multiline}
            rows={rowsFor(draft.text, 3)}
            placeholder={row.default === '' ? 'empty text' : row.default?.slice(0, 400)}
          />
        </div>
      )}
    </Field>
  )
}
