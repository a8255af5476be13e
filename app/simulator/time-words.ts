/** A span of time in few letters: `0 s`, `350 ms`, `12 s`, `3 min 5 s`, `2 h 10 min`, `3 d 4 h`. */
export function spanWords(milliseconds: number): string {
  if (milliseconds < 1000 && milliseconds > 0) return `${String(Math.round(milliseconds))} ms`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) {
    const isWhole = milliseconds % 1000 === 0 || milliseconds >= 10_000
    return `${isWhole ? String(seconds) : (milliseconds / 1000).toFixed(1)} s`
  }
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return pair(minutes, 'min', seconds % 60, 's')
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? pair(hours, 'h', minutes % 60, 'min')
    : pair(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

function pair(big: number, bigUnit: string, small: number, smallUnit: string): string {
  const rest = small === 0 ? '' : ` ${String(small)} ${smallUnit}`
  return `${String(big)} ${bigUnit}${rest}`
}

/** An amount of bytes: `512 kB`, `8.4 MB`. */
export function byteWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${String(Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
