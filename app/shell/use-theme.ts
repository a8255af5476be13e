import { useSyncExternalStore } from 'react'
import type { ThemeControl, ThemeState } from './theme.ts'

/** The theme as it is, live. */
export function useTheme(control: ThemeControl): ThemeState {
  return useSyncExternalStore(control.subscribe, control.getSnapshot)
}
