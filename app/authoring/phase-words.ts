import type { CardPhase } from '../store/index.ts'

/** How a phase is coloured; never the only sign of it. */
export function phaseTone(phase: CardPhase): 'success' | 'danger' | 'info' | 'warning' | 'neutral' {
  return TONES[phase]
}

const TONES = {
  Pending: 'neutral',
  Running: 'info',
  Waiting: 'warning',
  Succeeded: 'success',
  Failed: 'danger',
  Error: 'danger',
  Skipped: 'neutral',
  Omitted: 'neutral',
  Unreached: 'neutral',
} as const

const WORDS: Readonly<Record<CardPhase, string>> = {
  Pending: 'Pending',
  Running: 'Running',
  Waiting: 'Waits for a person',
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Error: 'Error',
  Skipped: 'Skipped',
  Omitted: 'Omitted',
  Unreached: 'Not reached',
}

/** A phase in words: Argo's own, where it has one. */
export function phaseWords(phase: CardPhase): string {
  return WORDS[phase]
}
