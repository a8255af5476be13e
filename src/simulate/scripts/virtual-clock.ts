/**
 * The clock that a script sees. It stands still while the script works, so that a run is the same on every machine: each reading moves it on by a
 * millisecond, and sleeping by what was slept.
 */
export class VirtualClock {
  #elapsed = 0
  /** How long somebody has been asking for the time and doing nothing else. */
  #waited = 0
  readonly #start: number

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.#start = start
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return this.#elapsed
  }

  /** Milliseconds since 1970. */
  readonly date = (): number => {
    this.#waited = 0
    this.#elapsed += 1
    return this.#start + this.#elapsed
  }

  /** Milliseconds since the machine came up, which was a quarter of an hour before the run. */
  readonly uptime = (): number => {
    this.#waited = 0
    this.#elapsed += 1
    return UPTIME + this.#elapsed
  }

  /** The uptime for somebody who asks until it has come: in larger and larger steps, so that days pass at once. What is slept is exact to a ten-thousandth. */
  readonly await = (): number => {
    const step = Math.max(1, Math.ceil(this.#waited / 10_000))
    this.#waited += step
    this.#elapsed += step
    return UPTIME + this.#elapsed
  }

  /** Sets the clock back to where it began: what came before was no part of the run. */
  restart(): void {
    this.#elapsed = 0
  }

  /** Moves the clock on. */
  advance(milliseconds: number): void {
    this.#elapsed += milliseconds
  }
}

const UPTIME = 900_000

/** Runs a job that does not wait for anything, with this clock for all that asks JavaScript for the time. */
export function withClock<Answer>({ date, uptime }: VirtualClock, job: () => Answer): Answer {
  const dates = Object.getOwnPropertyDescriptor(Date, 'now')
  const own = Object.getOwnPropertyDescriptor(performance, 'now')
  Object.defineProperty(Date, 'now', { value: date, configurable: true, writable: true })
  Object.defineProperty(performance, 'now', { value: uptime, configurable: true, writable: true })
  try {
    return job()
  } finally {
    if (dates) Object.defineProperty(Date, 'now', dates)
    if (own) Object.defineProperty(performance, 'now', own)
    else Reflect.deleteProperty(performance, 'now')
  }
}
