const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

/** Whether the environment knows a time zone of this name. Browsers take offsets such as `+01:00` for names, and any case. */
export function isTimeZone(name: string): boolean {
  return formatterOf(name) !== undefined
}

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant, in milliseconds since 1970; 0 for a zone that is not known. */
export function zoneOffset(name: string, instant: number): number {
  const formatter = formatterOf(name)
  if (formatter === undefined) return 0
  const parts = formatter.formatToParts(instant)
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  const isBeforeChrist = parts.some(({ type, value }) => type === 'era' && value.startsWith('B'))
  const year = isBeforeChrist ? 1 - number('year') : number('year')
  const clock = (number('hour') * 60 + number('minute')) * 60 + number('second')
  // `Date.UTC` alone takes the years up to 99 for those of the last century.
  const day = new Date(0).setUTCFullYear(year, number('month') - 1, number('day'))
  return day + clock * 1000 - Math.floor(instant / 1000) * 1000
}

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, newFormatter(zone))
  return formatters.get(zone)
}

function newFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}
