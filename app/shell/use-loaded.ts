import { useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/**
 * A part of the page that is fetched at rest, and at the latest when it is wanted. Unlike `lazy`, which first shows that it waits and
 * keeps to that for a while, it is there with the very key that asks for it once it has come.
 */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted: boolean): Part | undefined {
  const [part, setPart] = useState<{ readonly loaded: Part }>()
  const isNeeded = part === undefined
  useEffect(() => {
    if (!isNeeded) return undefined
    // What does not come, as when the network is away, is asked for again when it is wanted.
    const fetch = (): void =>
      void load().then(
        (loaded) => setPart({ loaded }),
        () => undefined,
      )
    if (!isWanted) return whenIdle(fetch)
    fetch()
    return undefined
  }, [load, isWanted, isNeeded])
  return part?.loaded
}
