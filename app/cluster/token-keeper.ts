import { readRecord, type KeptText } from '../platform/index.ts'

/** Holds the token of one server: in memory, and in the session of the tab only where the person asked for it. */
export interface TokenKeeper {
  readonly token: () => string | undefined
  readonly isKept: () => boolean
  /** Names the server that is spoken to. A token that was held for another one is forgotten: it must not reach this one. */
  readonly serve: (server: string) => void
  /** Gives whether it is kept as wished: a full or forbidden storage leaves it in memory. */
  readonly hold: (token: string, keep: boolean) => boolean
  readonly keep: (keep: boolean) => boolean
  readonly forget: () => void
}

/** `session` is the storage of the tab; what is in it from before a reload is taken up when its server is named. */
export function createTokenKeeper(session: KeptText): TokenKeeper {
  let server: string | undefined
  let token: string | undefined
  let kept = false

  const write = (keep: boolean): boolean => {
    const wanted = keep && token !== undefined && server !== undefined
    const done = session.write(wanted ? JSON.stringify({ server, token }) : undefined)
    kept = wanted && done
    return kept === keep
  }
  const forget = (): void => {
    token = undefined
    write(false)
  }
  return {
    token: () => token,
    isKept: () => kept,
    serve: (next) => {
      if (next === server) return
      server = next
      const stored = readRecord(session)
      if (stored['server'] === next && typeof stored['token'] === 'string') {
        token = stored['token']
        kept = true
      } else forget()
    },
    hold: (next, keep) => {
      token = next
      return write(keep)
    },
    keep: write,
    forget,
  }
}
