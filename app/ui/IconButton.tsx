import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { Tooltip } from './Tooltip.tsx'

export type IconButtonProps = Omit<
  Extract<ButtonProps, { readonly children?: never }>,
  'children' | 'icon' | 'label' | 'iconEnd' | 'fullWidth'
> & {
  readonly icon: ReactNode
  readonly label: string
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

/** An icon with its name in a tooltip. Stays focusable while disabled, so that its name can be read. */
export function IconButton({
  label,
  shortcut,
  side,
  variant = 'ghost',
  disabled = false,
  onClick,
  ...button
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} {...(side && { side })}>
      <Button
        {...button}
        label={label}
        variant={variant}
        aria-disabled={disabled || undefined}
        onClick={(event) => {
          if (!disabled) onClick?.(event)
        }}
      />
    </Tooltip>
  )
}
