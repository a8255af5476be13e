import { err, ok, type Result } from '../base/index.ts'

const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
}

/** A duration as Go writes it (`1h30m`, `1.5h`, `90s`), in seconds. Refused for anything else, days included: Go has none. */
export function readDuration(text: string): Result<number, string> {
  const [, sign, parts] = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)[a-zµμ]+)+)$/.exec(text) ?? []
  if (parts === undefined)
    return text === '0'
      ? ok(0)
      : err(`“${text}” is no duration. Write it with units, as in 1h30m or 90s.`)
  let seconds = 0
  for (const [, amount, unit] of parts.matchAll(/(\d+\.?\d*|\.\d+)([a-zµμ]+)/g)) {
    const size = unit === undefined ? undefined : units[unit]
    if (size === undefined)
      return err(`“${String(unit)}” is no unit of a duration. There are h, m, s, ms, us and ns.`)
    seconds += Number(amount) * size
  }
  return ok(sign === '-' ? -seconds : seconds)
}
