import { printDuration } from '../../expression/index.ts'
import { milliseconds } from '../engine/time.ts'

/** A duration as Argo reads it: a number of seconds, or `1h30m`; nothing for anything else, and for what is less than no time. Out: milliseconds. */
export function parseDuration(text: string): number | undefined {
  const duration = milliseconds(text)
  // Go counts nanoseconds: what a fraction of a second leaves beyond them is none of its.
  return duration.ok && duration.value >= 0 ? Math.round(duration.value * 1e6) / 1e6 : undefined
}

/** A duration of milliseconds as short as Argo reads it: `90ms`, `1h30m`. */
export function durationText(duration: number): string {
  return printDuration(BigInt(Math.round(duration * 1e6)))
    .replace(/m0s$/, 'm')
    .replace(/h0m$/, 'h')
}
