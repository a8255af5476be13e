/** A moment as people name it: the time of day, and the date when it was another day. */
export function clockTime(time: number, now: number): string {
  const date = new Date(time)
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`
  if (date.toDateString() === new Date(now).toDateString()) return clock
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
