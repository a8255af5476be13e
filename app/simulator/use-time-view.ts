import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from 'react'
import { panned, within, zoomed, type TimeSpan } from './time-axis.ts'

/** Which part of a run's time is shown, and what changes that. */
export interface TimeView {
  readonly span: TimeSpan
  readonly isWhole: boolean
  /** Pixels. */
  readonly width: number
  /** Shows less time with a factor below 1, and more above. */
  readonly zoom: (factor: number) => void
  /** Goes on or back by a share of what is shown. */
  readonly pan: (share: number) => void
  readonly fit: () => void
  /** Drags the time. */
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
}

/** The view, and the elements that it needs to know. */
interface TimeViewParts {
  readonly view: TimeView
  /** For the axis: its width and place are those of the time. */
  readonly axis: RefObject<HTMLDivElement | null>
  /** For what is around axis and bars: the wheel zooms there with Ctrl, and pans with Shift or to the side. */
  readonly pane: RefObject<HTMLDivElement | null>
}

/** Pixels of the wheel that make a picture so much smaller that e fits in where 1 did. */
const WHEEL = 300
/** Pixels of a line, for wheels that count lines. */
const LINE = 16

/** Shows the whole of a run, which may grow, until a person zooms. `anchors` are moments to zoom at: the first that is in sight, else the middle. */
export function useTimeView(whole: TimeSpan, anchors: readonly number[]): TimeViewParts {
  const axis = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(300)
  const [part, setPart] = useState<TimeSpan>()
  const span = part === undefined ? whole : within(part, whole)
  const length = span.to - span.from
  const show = (next: TimeSpan): void => setPart(next === whole ? undefined : next)
  const pan = (by: number): void => show(panned(span, whole, by))

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
    const rect = axis.current?.getBoundingClientRect()
    if (rect === undefined) return
    if (event.ctrlKey || event.metaKey) {
      const share = Math.min(1, Math.max(0, (event.clientX - rect.left) / rect.width))
      const factor = Math.exp((event.deltaY * scale) / WHEEL)
      show(zoomed(span, whole, span.from + share * length, factor))
    } else {
      const side = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
      if (side === 0 || part === undefined) return
      pan((side * scale * length) / rect.width)
    }
    event.preventDefault()
  })
  useLayoutEffect(() => {
    const element = axis.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    // React's own listeners cannot keep the page from zooming.
    const listener = (event: WheelEvent): void => onWheel(event)
    element.addEventListener('wheel', listener, { passive: false })
    return () => element.removeEventListener('wheel', listener)
  }, [])

  const onPointerDown = ({
    currentTarget,
    pointerId,
    clientX,
    button,
  }: PointerEvent<HTMLElement>) => {
    if (button !== 0 || part === undefined) return
    currentTarget.setPointerCapture(pointerId)
    const from = span
    const perPixel = length / Math.max(1, width)
    const move = (event: globalThis.PointerEvent): void =>
      show(panned(from, whole, (clientX - event.clientX) * perPixel))
    const end = new AbortController()
    currentTarget.addEventListener('pointermove', move, { signal: end.signal })
    for (const type of ['pointerup', 'pointercancel'] as const)
      currentTarget.addEventListener(type, () => end.abort(), { signal: end.signal })
  }
  const view: TimeView = {
    span,
    isWhole: part === undefined,
    width,
    zoom: (factor) => {
      const seen = anchors.find((at) => at >= span.from && at <= span.to)
      const middle = span.from + length / 2
      const around = panned(span, { from: -Infinity, to: Infinity }, (seen ?? middle) - middle)
      show(zoomed(around, whole, seen ?? middle, factor))
    },
    pan: (share) => pan(share * length),
    fit: () => setPart(undefined),
    onPointerDown,
  }
  return { view, axis, pane }
}
