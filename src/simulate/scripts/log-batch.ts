import type { ScriptLog, ScriptSource } from './script-run.ts'

/** The most that is kept of a log, in characters: a loop that prints must not fill the page. */
const LONGEST = 4_000_000
/** So many pieces are sent at once as they are written. */
const AT_ONCE = 64
/** After that one is sent after so many milliseconds, or when it has so many characters. */
const PAUSE = 20
const ENOUGH = 16_000

/** Sends what a run writes, at once as long as that is little: while the run lasts nobody else can send what was held back. */
export class LogBatch {
  #pieces: ScriptLog[] = []
  #gathered = 0
  #sent = 0
  #free = AT_ONCE
  #last: number
  readonly #send: (pieces: readonly ScriptLog[]) => void
  readonly #now: () => number

  /** @param now a clock in milliseconds */
  constructor(send: (pieces: readonly ScriptLog[]) => void, now: () => number) {
    this.#send = send
    this.#now = now
    this.#last = now()
  }

  add(source: ScriptSource, text: string): void {
    const room = LONGEST - this.#sent - this.#gathered
    if (text === '' || room <= 0) return
    this.#push(source, text.slice(0, room))
    if (text.length >= room) this.#push('stderr', '\nThe log is too long: the rest is left out.\n')
    const now = this.#now()
    this.#free = Math.min(AT_ONCE, this.#free + (now - this.#last) / PAUSE)
    this.#last = now
    if (this.#free >= 1 || this.#gathered >= ENOUGH) this.flush()
  }

  /** Sends what is held back. */
  flush(): void {
    if (this.#pieces.length === 0) return
    this.#send(this.#pieces)
    this.#pieces = []
    this.#sent += this.#gathered
    this.#gathered = 0
    this.#free = Math.max(0, this.#free - 1)
  }

  #push(source: ScriptSource, text: string): void {
    const last = this.#pieces.at(-1)
    if (last?.source === source) {
      this.#pieces[this.#pieces.length - 1] = { source, text: last.text + text }
    } else this.#pieces.push({ source, text })
    this.#gathered += text.length
  }
}
