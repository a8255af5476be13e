import { describe, expect, it } from 'vitest'
import { createPlayback, paceOf } from '../../../app/simulator/playback.ts'

describe('what is shown of a run in a frame', () => {
  it('is never more than there is', () => {
    expect(paceOf(0, 16)).toBe(0)
    expect(paceOf(1, 10_000)).toBeLessThanOrEqual(1)
  })

  it('is the more the more there is', () => {
    expect(paceOf(10_000, 16)).toBeGreaterThan(paceOf(100, 16))
  })

  it('shows every run to its end, one frame after the other', () => {
    for (const total of [1, 14, 300, 40_000]) {
      let frames: ((time: number) => void)[] = []
      const counts: number[] = []
      const playback = createPlayback(
        () => total,
        (count) => counts.push(count),
        (action) => frames.push(action),
      )
      playback.wake()
      playback.wake()
      let time = 0
      while (frames.length > 0) {
        expect(frames.length).toBe(1)
        const now = frames
        frames = []
        time += 16
        now.forEach((frame) => frame(time))
      }
      expect(counts.at(-1)).toBe(total)
      expect(counts).toEqual([...counts].sort((a, b) => a - b))
      expect(time).toBeLessThan(8000)
    }
  })

  it('goes on when more has happened', () => {
    let total = 1
    const frames: ((time: number) => void)[] = []
    const counts: number[] = []
    const playback = createPlayback(
      () => total,
      (count) => counts.push(count),
      (action) => frames.push(action),
    )
    const play = (): void => {
      for (let time = 0; frames.length > 0; time += 50) frames.shift()?.(time)
    }
    playback.wake()
    play()
    total = 3
    playback.wake()
    play()
    expect(counts.at(-1)).toBe(3)
  })
})
