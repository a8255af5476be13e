import type { ArgoVersion } from '../schema/index.ts'

/**
 * How Argo is to look at a file. `lint`: as `argo lint` does. `create`: as it checks what is about to run, when the arguments of a workflow
 * must have values.
 */
export type CheckMode = 'lint' | 'create'

/** What is asked of a check. The same object for as long as nothing of it changes: what was found is kept with it. */
export interface CheckSettings {
  readonly mode: CheckMode
  /** The version of Argo that is to run the file: it decides which fields and rules there are. */
  readonly target: ArgoVersion
  /** Codes that nobody wants to hear of; others than there are mean nothing. */
  readonly off: ReadonlySet<string>
  /**
   * Whether the file and the others beside it are all there is, as for `argo lint --offline`: what is in none of them is missing, and
   * namespaces must be the same.
   */
  readonly isOffline: boolean
}

/** What holds where nobody says otherwise. */
export const usualSettings: CheckSettings = {
  mode: 'lint',
  target: '4.1',
  off: new Set(),
  isOffline: false,
}
