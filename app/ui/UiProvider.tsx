import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { ConfirmProvider } from './ConfirmProvider.tsx'

/** What the controls share: tooltip timing and the place where confirmations appear. Stands once, at the top. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={450} skipDelayDuration={200}>
      <ConfirmProvider>{children}</ConfirmProvider>
    </Tooltip.Provider>
  )
}
