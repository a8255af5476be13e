/** Runs an action at the next frame, with the time of then in milliseconds. */
export type NextFrame = (action: (time: number) => void) => void

/** Events a second that are shown at least, so that a short run can be followed with the eyes. */
const LEAST = 24
/** What part of those that wait is shown in a second: however long the run, it does not fall behind. */
const SHARE = 1.6
/** After a pause of the page a frame counts for no more than this, in milliseconds. */
const LONGEST = 100

/** How many of the events that wait are shown in a frame of so many milliseconds. Fractions add up over frames. */
export function paceOf(waiting: number, milliseconds: number): number {
  const seconds = Math.min(milliseconds, LONGEST) / 1000
  return Math.min(waiting, seconds * Math.max(LEAST, waiting * SHARE))
}

export interface Playback {
  /** Says that there may be more to show. */
  readonly wake: () => void
}

/**
 * Shows a growing list of events one after the other, in frames: at a speed that eyes can follow, and faster the more there are. `available` tells how many there
 * are, `show` how many are shown from now on; it is told once a frame at most.
 */
export function createPlayback(
  available: () => number,
  show: (count: number) => void,
  nextFrame: NextFrame,
): Playback {
  let shown = 0
  let exact = 0
  let last: number | undefined
  let isAwake = false
  const step = (time: number): void => {
    exact = shown + paceOf(available() - shown, last === undefined ? 16 : time - last) + (exact % 1)
    last = time
    const next = Math.min(available(), Math.floor(exact))
    const isNew = next > shown
    shown = next
    isAwake = shown < available()
    if (isAwake) nextFrame(step)
    if (isNew || !isAwake) show(shown)
  }
  return {
    wake: () => {
      if (isAwake) return
      isAwake = true
      last = undefined
      nextFrame(step)
    },
  }
}
