import { ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'
import styles from './Combobox.module.css'
import { ComboboxList } from './ComboboxList.tsx'
import control from './control.module.css'
import { useFieldProps } from './field-context.ts'
import { filterOptions } from './filter-options.ts'
import { useLayerHost } from './layer-host.ts'
import { groupOptions, type Option } from './option.ts'
import list from './Select.module.css'
import { useCommit } from './use-commit.ts'

export interface ComboboxProps {
  readonly value: string
  readonly options: readonly Option[]
  /** Called with a value that differs; a returned message refuses it. */
  readonly onCommit: (value: string) => string | undefined
  /** Called with what is being typed, and with nothing when that was committed or taken back. */
  readonly onDraft?: (value: string | undefined) => void
  /** Whether a text that is no option may be committed. */
  readonly free?: boolean
  /** Needed outside of a `Field`. */
  readonly label?: string
  readonly placeholder?: string
  /** Said when nothing matches. */
  readonly empty?: string
  readonly disabled?: boolean
  readonly mono?: boolean
}

const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

/** One line further goes round, a page further stops at the ends. */
function stepIn(length: number, at: number, step: number): number {
  if (at < 0) return step > 0 ? 0 : length - 1
  if (Math.abs(step) === 1) return (at + step + length) % length
  return Math.max(0, Math.min(length - 1, at + step))
}

/** A text with suggestions: type to filter, arrows to walk, Enter to take, Escape to close and then to revert. */
export function Combobox({
  value,
  options,
  onCommit,
  onDraft,
  free = false,
  label,
  placeholder,
  empty = 'Nothing matches.',
  disabled = false,
  mono = false,
}: ComboboxProps) {
  const host = useLayerHost()
  const id = useId()
  const field = useFieldProps()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const anchor = useRef<HTMLDivElement>(null)

  const nameOf = (wanted: string) =>
    options.find((option) => option.value === wanted)?.label ?? wanted
  const valueOf = (text: string) =>
    options.find((option) => (option.label ?? option.value) === text)?.value ?? text
  const draft = useCommit({
    value: nameOf(value),
    onCommit: (text) => {
      const next = valueOf(text)
      const known = options.some((option) => option.value === next)
      if (!free && !known) return `“${text}” is not one of the choices.`
      onDraft?.(undefined)
      return onCommit(next)
    },
  })

  // A free text is taken as typed unless an option was walked to.
  const unaimed = free ? -1 : 0
  const shown = draft.edited ? filterOptions(options, draft.text) : options
  const ordered = groupOptions(shown)
  const flat = ordered.flatMap((group) => group.options)
  const current = open ? flat[active] : undefined

  const show = () => {
    if (disabled) return
    setOpen(true)
    setActive(draft.edited ? unaimed : flat.findIndex((option) => option.value === value))
  }

  const take = (option: Option) => {
    if (option.disabled) return
    draft.commit(option.label ?? option.value)
    setOpen(false)
  }

  const walk = (step: number) => {
    if (!open) show()
    else if (flat.length > 0) setActive((at) => stepIn(flat.length, at, step))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      if (Math.abs(step) > 1 && !open) return
      event.preventDefault()
      walk(step)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      take(current)
    } else if (event.key === 'Escape' && open) {
      // Closes the list only: the draft goes with the next one.
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else {
      if (event.key === 'Enter') setOpen(false)
      if (event.key === 'Escape') onDraft?.(undefined)
      draft.onKeyDown(event)
    }
  }

  const invalid = draft.refusal !== undefined || field['aria-invalid'] === true
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <div
          ref={anchor}
          className={classNames(control.control, styles.box)}
          aria-invalid={invalid || undefined}
          data-disabled={disabled || undefined}
          data-mono={mono || undefined}
        >
          <input
            {...field}
            className={styles.input}
            role="combobox"
            aria-label={label}
            aria-expanded={open}
            aria-controls={open ? `${id}-list` : undefined}
            aria-activedescendant={current ? `${id}-${active}` : undefined}
            aria-autocomplete="list"
            aria-invalid={invalid || undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            disabled={disabled}
            value={draft.text}
            onChange={(event) => {
              draft.setText(event.target.value)
              onDraft?.(valueOf(event.target.value))
              setActive(unaimed)
              setOpen(true)
            }}
            onClick={(event) => {
              // Typing replaces what is chosen, but a click into a draft only sets the caret.
              if (!open && !draft.edited) event.currentTarget.select()
              show()
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false)
              onDraft?.(undefined)
              // Half a name is no choice: leaving takes it back instead of complaining.
              if (free || options.some((option) => option.value === valueOf(draft.text)))
                draft.onBlur()
              else draft.revert()
            }}
          />
          <button
            type="button"
            className={styles.toggle}
            tabIndex={-1}
            aria-hidden
            disabled={disabled}
            onPointerDown={(event) => {
              event.preventDefault()
              anchor.current?.querySelector('input')?.focus()
              if (open) setOpen(false)
              else show()
            }}
          >
            <ChevronDown />
          </button>
        </div>
      </Popover.Anchor>
      {draft.refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {draft.refusal}
        </p>
      )}
      <Popover.Portal container={host}>
        <Popover.Content
          className={classNames(list.list, styles.list)}
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault()
          }}
          // A press in the list must not blur the input, which would commit what is half typed.
          onPointerDown={(event) => event.preventDefault()}
        >
          <ComboboxList
            id={id}
            label={label ?? 'Suggestions'}
            groups={ordered}
            value={value}
            active={active}
            mono={mono}
            empty={empty}
            onPoint={setActive}
            onTake={take}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
