/** A time as Go's time.Time has it. */
export interface GoTime {
  /** Whole seconds since 1970 in UTC. */
  readonly seconds: number
  readonly nanoseconds: number
  readonly zone: { readonly name: string; readonly offset: number }
}

/** A time as Go prints it with `%v`. */
export function timeText({ seconds, nanoseconds, zone }: GoTime): string {
  const clock = new Date((seconds + zone.offset) * 1000).toISOString()
  const fraction =
    nanoseconds === 0 ? '' : `.${String(nanoseconds).padStart(9, '0').replace(/0+$/, '')}`
  const minutes = Math.trunc(Math.abs(zone.offset) / 60)
  const two = (number: number): string => String(number).padStart(2, '0')
  const sign = zone.offset < 0 ? '-' : '+'
  const offset = `${sign}${two(Math.trunc(minutes / 60))}${two(minutes % 60)}`
  return `${clock.slice(0, 10)} ${clock.slice(11, 19)}${fraction} ${offset} ${zone.name === '' ? offset : zone.name}`
}
