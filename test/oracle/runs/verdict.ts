/** Why a run is not followed any further, where it is not done. */
export type RunEnd = 'stuck' | 'waiting' | 'endless'

/** What the program says came of a run; `test/oracle/argo/run_verdict.go` has the same. Times are seconds after the workflow was created. */
export interface RunVerdict {
  readonly name: string
  /** Nothing when it is done. */
  readonly end?: RunEnd
  /** The last error in the controller’s log, where it is stuck. */
  readonly trouble?: string
  readonly phase: string
  readonly message?: string
  readonly outputs?: VerdictValues
  readonly nodes: readonly VerdictNode[]
  readonly finished?: number
}

export interface VerdictNode {
  readonly name: string
  readonly id: string
  readonly displayName: string
  readonly type: string
  readonly phase: string
  readonly message?: string
  readonly templateName?: string
  readonly templateRef?: Readonly<Record<string, unknown>>
  readonly boundaryID?: string
  readonly children?: readonly string[]
  readonly outboundNodes?: readonly string[]
  readonly inputs?: VerdictValues
  readonly outputs?: VerdictValues
  readonly nodeFlag?: { readonly hooked?: boolean; readonly retried?: boolean }
  readonly daemoned?: boolean
  readonly memoizationStatus?: { readonly hit?: boolean; readonly key?: string }
  readonly synchronizationStatus?: { readonly waiting?: string }
  readonly pod?: string
  readonly round: number
  readonly started?: number
  readonly finished?: number
}

/** Inputs or outputs in Argo’s shape. */
export interface VerdictValues {
  readonly parameters?: readonly { readonly name: string; readonly value?: unknown }[]
  readonly artifacts?: readonly { readonly name: string }[]
  readonly result?: string
  readonly exitCode?: string
}
