import type { JsonObject } from '../../yaml/index.ts'

/** Whether what a template runs ends with an exit code: a pod does, a request of Argo's agent does not. */
export function hasExitCode(template: JsonObject): boolean {
  return !('http' in template) && !('plugin' in template)
}

/** What Argo says of a pod whose main container ends with an exit code that is not 0 (`inferFailedReason`). */
export function exitMessage(template: JsonObject, exitCode: number): string | undefined {
  return hasExitCode(template) ? `main: Error (exit code ${String(exitCode)})` : undefined
}
