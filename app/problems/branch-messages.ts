import type { CheckSettings, Problem } from '../../src/validate/index.ts'

/** Of which text it is to be found out whether its steps can run, with the texts that it may refer to. */
export interface BranchRequest {
  readonly version: number
  readonly text: string
  readonly others: readonly string[]
  readonly settings: CheckSettings
}

/** The steps that never run. */
export interface BranchAnswer {
  readonly version: number
  readonly list: readonly Problem[]
}
