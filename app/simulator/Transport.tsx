import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useRun, useRuns, type ShownRun } from '../store/index.ts'
import { IconButton, Select } from '../ui/index.ts'
import { spanWords } from './time-words.ts'
import styles from './Transport.module.css'

/** Events a second. */
const SPEEDS = [
  { value: '2', label: 'Slow' },
  { value: '8', label: 'Medium' },
  { value: '40', label: 'Fast' },
] as const

/** Goes back and forth through the events of a run; the canvas and all lists follow. */
export function Transport({ run, count }: { readonly run: ShownRun; readonly count: number }) {
  const { store } = useRuns()
  const { index } = run
  const total = useRun((state) => state.count)
  const [speed, setSpeed] = useState('8')
  const [isPlaying, setPlaying] = useState(false)
  const isAtEnd = count >= total
  const seek = (to: number): void => {
    const next = Math.max(1, Math.min(total, to))
    store.setState({ cursor: next >= total ? undefined : next })
  }
  const goOn = useEffectEvent(() => {
    if (count + 1 >= total) setPlaying(false)
    seek(count + 1)
  })
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setInterval(goOn, 1000 / Number(speed))
    return () => clearInterval(timer)
  }, [isPlaying, speed])
  const stopAt = (to: number) => () => {
    setPlaying(false)
    seek(to)
  }
  const time = spanWords(index.timeAt(count) - index.timeAt(1))
  return (
    <div className={styles.transport} role="group" aria-label="Time travel">
      <IconButton size="sm" icon={<ChevronFirst />} label="To the start" onClick={stopAt(1)} />
      <IconButton
        size="sm"
        icon={<StepBack />}
        label="One event back"
        disabled={count <= 1}
        onClick={stopAt(count - 1)}
      />
      <IconButton
        size="sm"
        icon={isPlaying ? <Pause /> : <Play />}
        label={isPlaying ? 'Pause' : isAtEnd ? 'Play from the start' : 'Play'}
        onClick={() => {
          if (!isPlaying && isAtEnd) seek(1)
          setPlaying(!isPlaying)
        }}
      />
      <IconButton
        size="sm"
        icon={<StepForward />}
        label="One event on"
        disabled={isAtEnd}
        onClick={stopAt(count + 1)}
      />
      <IconButton size="sm" icon={<ChevronLast />} label="To the end" onClick={stopAt(total)} />
      <input
        className={styles.scrubber}
        type="range"
        min={1}
        max={Math.max(1, total)}
        value={Math.max(1, count)}
        aria-label="Moment of the run"
        aria-valuetext={`Event ${String(count)} of ${String(total)}, after ${time}`}
        onChange={(event) => stopAt(Number(event.target.value))()}
      />
      <span className={styles.time}>
        {time}
        <span className={styles.count}>{` · ${String(count)}/${String(total)}`}</span>
      </span>
      <Select quiet label="Speed" value={speed} options={SPEEDS} onChange={setSpeed} />
    </div>
  )
}
