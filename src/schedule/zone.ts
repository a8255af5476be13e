import { isTimeZone } from '../base/index.ts'

/** What is wrong with the name of a time zone; nothing for names of the IANA database, which Go looks up, and UTC. */
export function zoneProblem(name: string): string | undefined {
  if (name === 'Local')
    return 'Local is the zone of whatever machine the controller runs on. Name a place, as Europe/Berlin.'
  // Browsers take offsets for zones, Go does not.
  if (/^[+-]|^\d/.test(name) || !isTimeZone(name))
    return `There is no time zone ${name}. Name a place, as Europe/Berlin, or UTC.`
  return undefined
}

/** The time zones that the environment knows, sorted; UTC first. */
export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]
}
