import { useEffect, useState } from 'react'

/** True once a thing has been so for a while; false as soon as it is not. For what must not flicker while one types. */
export function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [hasLasted, setHasLasted] = useState(false)
  if (!isSo && hasLasted) setHasLasted(false)
  useEffect(() => {
    if (!isSo) return undefined
    const timer = setTimeout(() => setHasLasted(true), milliseconds)
    return () => clearTimeout(timer)
  }, [isSo, milliseconds])
  return isSo && hasLasted
}
