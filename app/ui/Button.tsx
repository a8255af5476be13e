import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { classNames } from './class-names.ts'
import { Spinner } from './Spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ControlSize = 'sm' | 'md' | 'lg'

type NativeProps = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children' | 'className' | 'aria-label' | 'aria-pressed'
>

interface CommonProps extends NativeProps {
  readonly variant?: ButtonVariant
  readonly size?: ControlSize
  readonly icon?: ReactNode
  readonly iconEnd?: ReactNode
  /** Makes it a toggle. */
  readonly pressed?: boolean
  /** Shows a spinner and refuses clicks, but keeps the focus. */
  readonly busy?: boolean
  readonly fullWidth?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words, or with an icon only and a label for those who cannot see it. */
export type ButtonProps = CommonProps &
  (
    | { readonly children: ReactNode; readonly label?: string }
    | { readonly children?: never; readonly icon: ReactNode; readonly label: string }
  )

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  iconEnd,
  pressed,
  busy = false,
  fullWidth = false,
  label,
  children,
  onClick,
  type = 'button',
  ...native
}: ButtonProps) {
  const iconOnly = children === undefined
  return (
    <button
      {...native}
      type={type}
      className={classNames(styles.button, iconOnly && styles.iconOnly, fullWidth && styles.full)}
      data-variant={variant}
      data-size={size}
      aria-label={label}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <Spinner /> : icon}
      {!iconOnly && <span className={styles.label}>{children}</span>}
      {iconEnd}
    </button>
  )
}
