import { Maximize, Minus, Plus } from 'lucide-react'
import { useMemo, type RefObject } from 'react'
import { IconButton } from '../ui/index.ts'
import { LETTER, momentWords, ticksOf, type TimeSpan } from './time-axis.ts'
import styles from './TimeAxis.module.css'
import type { TimeView } from './use-time-view.ts'

/** Pixels right of the axis. */
const MARGIN = 8

/** What a press of a button or a key changes. */
export const ZOOM_IN = 0.5
export const ZOOM_OUT = 2

/** The axis of the time of a run, with what zooms it. Times of `whole` and `view` are milliseconds since 1970. */
export function TimeAxis({
  view,
  axis,
  whole,
}: {
  readonly view: TimeView
  readonly axis: RefObject<HTMLDivElement | null>
  readonly whole: TimeSpan
}) {
  const { span, isWhole } = view
  const from = span.from - whole.from
  const to = span.to - whole.from
  const length = Math.max(1, to - from)
  const ticks = useMemo(() => ticksOf({ from, to }, view.width), [from, to, view.width])
  // Of the last mark only a part could be read.
  const fits = (at: number, words: string): boolean =>
    ((to - at) / length) * view.width + MARGIN >= words.length * LETTER
  const share = (at: number): string => `${String((100 * (at - from)) / length)}%`
  return (
    <div className={styles.head}>
      <span className={styles.zoom} role="group" aria-label="Zoom of the time">
        <IconButton
          size="sm"
          icon={<Minus />}
          label="Show more time"
          shortcut="-"
          disabled={isWhole}
          onClick={() => view.zoom(ZOOM_OUT)}
        />
        <IconButton
          size="sm"
          icon={<Plus />}
          label="Show less time, in more detail"
          shortcut="+"
          onClick={() => view.zoom(ZOOM_IN)}
        />
        <IconButton
          size="sm"
          icon={<Maximize />}
          label={
            isWhole
              ? 'The whole run is shown'
              : `Show the whole run, not only ${momentWords(Math.round(from))} to ${momentWords(Math.round(to))}`
          }
          shortcut="0"
          disabled={isWhole}
          onClick={view.fit}
        />
      </span>
      <div
        ref={axis}
        className={styles.axis}
        data-part={!isWhole || undefined}
        aria-hidden
        onPointerDown={view.onPointerDown}
      >
        {ticks.map(({ at, words }) => (
          <span key={at} className={styles.tick} style={{ left: share(at) }}>
            {fits(at, words) && words}
          </span>
        ))}
        {!isWhole && (
          <span
            className={styles.part}
            style={{
              left: `${String((100 * from) / (whole.to - whole.from))}%`,
              width: `${String((100 * length) / (whole.to - whole.from))}%`,
            }}
          />
        )}
      </div>
    </div>
  )
}

/** Lines through all rows, at the marks of the axis. */
export function TimeLines({ view, start }: { readonly view: TimeView; readonly start: number }) {
  const { from, to } = view.span
  const ticks = useMemo(
    () => ticksOf({ from: from - start, to: to - start }, view.width),
    [from, to, start, view.width],
  )
  return ticks.map(({ at }) => (
    <span
      key={at}
      className={styles.line}
      style={{ left: `${String((100 * (at + start - from)) / Math.max(1, to - from))}%` }}
    />
  ))
}
