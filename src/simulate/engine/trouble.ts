/** Why something does not go on. */
export interface Trouble {
  readonly kind:
    /** Ends the node as an error. */
    | 'error'
    /** A reference has no value yet; Argo tries again later, forever if need be. */
    | 'missing'
    /** A limit on what runs at once is reached, or `failFast` starts nothing new; Argo tries again later. */
    | 'limit'
    /** A deadline has passed. */
    | 'timeout'
    /** Templates call each other too deeply. */
    | 'depth'
  /** In Argo's words. */
  readonly message: string
}

/** Trouble that ends a node as an error. */
export function fault(message: string): Trouble {
  return { kind: 'error', message }
}
