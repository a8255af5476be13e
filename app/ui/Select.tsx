import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { useFieldProps } from './field-context.ts'
import { useLayerHost } from './layer-host.ts'
import { groupOptions, type Option } from './option.ts'
import styles from './Select.module.css'

export interface SelectProps {
  readonly value: string | undefined
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
  /** Needed outside of a `Field`. */
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly mono?: boolean
  /** For toolbars: no box until hovered, as wide as its text. */
  readonly quiet?: boolean
}

// Radix keeps the empty string for "nothing chosen", but it is a value like others here.
const encode = (value: string) => `v:${value}`
const decode = (value: string) => value.slice(2)

/** One of a few known values. For many values, or for free ones, use `Combobox`. */
export function Select({
  value,
  options,
  onChange,
  label,
  placeholder = 'Choose…',
  disabled = false,
  mono = false,
  quiet = false,
}: SelectProps) {
  const host = useLayerHost()
  const chosen = options.find((option) => option.value === value)
  return (
    <Radix.Root
      value={value === undefined ? '' : encode(value)}
      onValueChange={(next) => onChange(decode(next))}
      disabled={disabled}
    >
      <Radix.Trigger
        {...useFieldProps()}
        aria-label={label}
        className={classNames(control.control, styles.trigger, quiet && styles.quiet)}
        data-mono={mono || undefined}
      >
        {chosen?.icon && <span className={styles.icon}>{chosen.icon}</span>}
        <span className={classNames(styles.value, value === undefined && styles.placeholder)}>
          <Radix.Value placeholder={placeholder}>
            {value === undefined ? undefined : (chosen?.label ?? value)}
          </Radix.Value>
        </span>
        <ChevronDown className={styles.chevron} aria-hidden />
      </Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content
          className={styles.list}
          position="popper"
          sideOffset={4}
          collisionPadding={8}
        >
          <Radix.Viewport className={styles.viewport}>
            {groupOptions(options).map(({ group, options: members }, index) => (
              <Radix.Group key={group ?? index}>
                {group !== undefined && <Radix.Label className={styles.group}>{group}</Radix.Label>}
                {members.map((option) => (
                  <Radix.Item
                    key={option.value}
                    className={styles.option}
                    value={encode(option.value)}
                    textValue={option.label ?? option.value}
                    disabled={option.disabled ?? false}
                  >
                    {option.icon && <span className={styles.icon}>{option.icon}</span>}
                    <Radix.ItemText asChild>
                      <span className={styles.words}>
                        <span>{option.label ?? option.value}</span>
                        {option.description !== undefined && (
                          <span className={styles.description}>{option.description}</span>
                        )}
                      </span>
                    </Radix.ItemText>
                    <Radix.ItemIndicator className={styles.check}>
                      <Check />
                    </Radix.ItemIndicator>
                  </Radix.Item>
                ))}
              </Radix.Group>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
