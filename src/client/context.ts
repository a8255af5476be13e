/** What was going on when a call failed, for its message. */
export interface CallContext {
  /** Completes "Argo refused to …". */
  readonly action: string
  readonly writes: boolean
  readonly token: string | undefined
}

/** Without an answer nobody knows whether Argo acted, and sending again could create it twice: says so. */
export function unsure(writes: boolean): string {
  return writes
    ? ' It may have been created all the same: look in Argo before you send it again.'
    : ''
}
