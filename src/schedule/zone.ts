const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formatters.has(zone)) return formatters.get(zone)
  const formatter = newFormatter(zone)
  formatters.set(zone, formatter)
  return formatter
}

function newFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
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

/** What is wrong with the name of a time zone; nothing for names of the IANA database, which Go looks up, and UTC. */
export function zoneProblem(name: string): string | undefined {
  if (name === 'Local')
    return 'Local is the zone of whatever machine the controller runs on. Name a place, as Europe/Berlin.'
  // Browsers take offsets for zones, Go does not.
  if (/^[+-]|^\d/.test(name) || formatterOf(name) === undefined)
    return `There is no time zone ${name}. Name a place, as Europe/Berlin, or UTC.`
  return undefined
}

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const parts = formatterOf(zone)?.formatToParts(instant) ?? []
  const number = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  const wall = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  return wall - Math.floor(instant / 1000) * 1000
}

/** The time zones that the environment knows, sorted; UTC first. */
export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]
}
