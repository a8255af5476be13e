import type { RunOutcome } from './outcome.ts'
import type { RunSettings } from './settings.ts'

/** Runs a manifest with settings as the program does: under the name that it gives, on a clock that begins at `RUN_STARTS`. */
export type SimulateForOracle = (manifest: string, settings: RunSettings) => Promise<RunOutcome>

/** When workflows are created in the program, in milliseconds since 1970. */
export const RUN_STARTS = Date.UTC(2000, 0, 1, 0, 0, 1)

/** The namespace of manifests that name none. */
export const RUN_NAMESPACE = 'default'

/** How Stepwright runs a manifest; nothing as long as it cannot. */
export const simulateForOracle: SimulateForOracle | undefined = undefined
