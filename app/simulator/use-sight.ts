import { useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react'
import { rowsInSight } from './visible-rows.ts'

export interface Sight {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly from: number
  readonly to: number
  /** How many rows fit. */
  readonly page: number
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
  /** Scrolls so that a row is in sight. */
  readonly show: (index: number) => void
}

/** Which rows of a long list are in sight: all are equally high, and only those are drawn. */
export function useSight(count: number, rowHeight: number): Sight {
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(400)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { from, to } = rowsInSight(count, rowHeight, top, height)
  return {
    ref,
    from,
    to,
    page: Math.max(1, Math.floor(height / rowHeight) - 1),
    onScroll: ({ currentTarget }) => setTop(currentTarget.scrollTop),
    show: (index) => {
      const element = ref.current
      if (element === null) return
      const at = index * rowHeight
      const { scrollTop, clientHeight } = element
      if (at < scrollTop) element.scrollTop = at
      else if (at + rowHeight > scrollTop + clientHeight)
        element.scrollTop = at + rowHeight - clientHeight
    },
  }
}
