import { createContext, useContext } from 'react'

/** What brings the keys to the inspector. */
export const InspectContext = createContext<() => void>(() => undefined)

export function useInspect(): () => void {
  return useContext(InspectContext)
}
