import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Submission } from '../store/index.ts'
import { freeCorner, type Corner } from './free-corner.ts'

/** Where to put what there is to say, so that it does not cover the steps that are selected. Chosen once for each message. */
export function useFreeCorner(area: RefObject<HTMLElement | null>, about: Submission): Corner {
  const [corner, setCorner] = useState<Corner>('top-right')
  useLayoutEffect(() => {
    if (about.kind !== 'failed') return
    // The selection that the failure makes is drawn with the next frame.
    const frame = requestAnimationFrame(() => {
      const card = area.current?.firstElementChild?.getBoundingClientRect()
      const region = area.current?.closest('[data-region]')
      if (!area.current || !card || !region) return
      const seen = [...region.querySelectorAll('[data-card][data-selected]')]
      setCorner(
        freeCorner(
          area.current.getBoundingClientRect(),
          card,
          seen.map((step) => step.getBoundingClientRect()),
        ),
      )
    })
    return () => {
      cancelAnimationFrame(frame)
      setCorner('top-right')
    }
  }, [about, area])
  return corner
}
