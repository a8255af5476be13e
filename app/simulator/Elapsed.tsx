import { useEffect, useState } from 'react'
import { spanWords } from './time-words.ts'

/** How long a script runs by now: seconds of the real clock, since a moment of `performance.now`. */
export function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.floor((now - since) / 1000))
  return (
    <span title="Of the real clock: the script runs just now">{spanWords(seconds * 1000)}</span>
  )
}
