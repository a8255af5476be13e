const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const days = 'sun mon tue wed thu fri sat'.split(' ')

/** Reads the parts of a time from a text, as leniently as Go's time.Parse does. Each method says whether the text fits. */
export class Scanner {
  year = 0
  month = 1
  day = 1
  hour = 0
  minute = 0
  second = 0
  nanoseconds = 0
  half: 'AM' | 'PM' | undefined
  /** In seconds, where the text gives one. */
  offset: number | undefined
  zoneName: string | undefined
  private rest: string

  constructor(text: string) {
    this.rest = text
  }

  atEnd(): boolean {
    return this.rest === ''
  }

  /** What stands between the parts. A space fits several, and none at the end. */
  literal(text: string): boolean {
    if (text === ' ') {
      if (this.rest !== '' && !this.rest.startsWith(' ')) return false
      this.rest = this.rest.replace(/^ +/, '')
      return true
    }
    if (!this.rest.startsWith(text)) return false
    this.rest = this.rest.slice(text.length)
    return true
  }

  /** One part, by Go's name for it. */
  field(name: string, fractionFollows: boolean): boolean {
    switch (name) {
      case 'Mon':
        return this.named(days) !== undefined
      case 'Jan':
        return this.set('month', this.named(months), 1, 12)
      case '2006':
        return this.set('year', this.take(/^\d{4}/), 0, 9999)
      case '01':
        return this.set('month', this.take(/^\d\d/), 1, 12)
      // Whether the month has the day is seen at the end.
      case '02':
        return this.set('day', this.take(/^\d\d/), 0, 99)
      case '_2':
        return this.set('day', this.take(/^ ?(\d\d?)/), 0, 99)
      case '15':
        return this.set('hour', this.take(/^\d\d?/), 0, 23)
      case '3':
        return this.set('hour', this.take(/^\d\d?/), 0, 12)
      case '04':
        return this.set('minute', this.take(/^\d\d/), 0, 59)
      case '05':
        return this.set('second', this.take(/^\d\d/), 0, 59) && (fractionFollows || this.fraction())
      case '.9':
        return this.fraction()
      case 'PM':
        return this.halfOfDay()
      case 'MST':
        return this.zone()
      default:
        return this.numericZone(name)
    }
  }

  private set(
    part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second',
    value: number | undefined,
    least: number,
    most: number,
  ): boolean {
    if (value === undefined || value < least || value > most) return false
    this[part] = value
    return true
  }

  private take(pattern: RegExp): number | undefined {
    const [whole, inner] = pattern.exec(this.rest) ?? []
    if (whole === undefined) return undefined
    this.rest = this.rest.slice(whole.length)
    return Number(inner ?? whole)
  }

  /** The number, from 1, of the name that stands here in any case. */
  private named(names: readonly string[]): number | undefined {
    const index = names.indexOf(this.rest.slice(0, 3).toLowerCase())
    if (index < 0) return undefined
    this.rest = this.rest.slice(3)
    return index + 1
  }

  /** A fraction of a second after a dot or a comma; digits from the tenth on do not count. */
  private fraction(): boolean {
    const [whole, digits = ''] = /^[.,](\d+)/.exec(this.rest) ?? []
    if (whole === undefined) return true
    this.rest = this.rest.slice(whole.length)
    this.nanoseconds = Number(digits.slice(0, 9).padEnd(9, '0'))
    return true
  }

  private halfOfDay(): boolean {
    const half = this.rest.slice(0, 2)
    if (half !== 'AM' && half !== 'PM') return false
    this.half = half
    this.rest = this.rest.slice(2)
    return true
  }

  /** A zone by its name: three to five capitals, of four or five the last a T, but for a few that are named otherwise. */
  private zone(): boolean {
    const { rest } = this
    if (rest.startsWith('UTC')) {
      this.offset = 0
      this.rest = rest.slice(3)
      return true
    }
    const name = zoneNameAt(rest)
    if (name === undefined) return false
    this.zoneName = name
    this.rest = rest.slice(name.length)
    return true
  }

  /** `+0200` or `+02:00`; with a Z in the name of the part also `Z`. */
  private numericZone(name: string): boolean {
    if (name.startsWith('Z') && this.rest.startsWith('Z')) {
      this.offset = 0
      this.rest = this.rest.slice(1)
      return true
    }
    const pattern = name.includes(':') ? /^([+-])(\d\d):(\d\d)/ : /^([+-])(\d\d)(\d\d)/
    const [whole, sign, hours, minutes] = pattern.exec(this.rest) ?? []
    if (whole === undefined || Number(hours) > 24 || Number(minutes) > 60) return false
    this.rest = this.rest.slice(whole.length)
    const seconds = (Number(hours) * 60 + Number(minutes)) * 60
    this.offset = sign === '-' ? -seconds : seconds
    return true
  }
}

function zoneNameAt(text: string): string | undefined {
  if (/^(?:ChST|MeST)/.test(text)) return text.slice(0, 4)
  // The sign's number may have any digits, as long as it is below 24.
  const signed = /^(?:GMT)?[+-](\d+)/.exec(text)
  if (signed && Number(signed[1]) < 24) return signed[0]
  if (text.startsWith('GMT')) return 'GMT'
  const [capitals = ''] = /^[A-Z]{0,6}/.exec(text) ?? []
  if (capitals.length === 3) return capitals
  const named = capitals === 'WITA' || capitals.endsWith('T')
  return (capitals.length === 4 || capitals.length === 5) && named ? capitals : undefined
}
