import type { ScriptRunner } from '../simulate/index.ts'

/** What a run of the command line came to: 0, 1 for findings, 2 for misuse. */
export type ExitStatus = 0 | 1 | 2

/** A call that cannot be understood, or a file that cannot be read: told to the person, exit status 2. */
export class Misuse extends Error {}

/** What the commands need of the world around them, so that tests can stand in for it. */
export interface Terminal {
  out(text: string): void
  error(text: string): void
  readInput(): Promise<Uint8Array>
  /** Whether colours are legible there: a terminal whose user does not refuse them. */
  readonly hasColours: boolean
  /** Runs the scripts of workflows; where there is none, their outputs are made up. */
  startScripts?(): ScriptRunner
}

/** One command of the command line. */
export interface CliCommand {
  readonly name: string
  /** How it is called, for the help. */
  readonly usage: string
  readonly summary: string
  /** What else its help says: options, exit status. */
  readonly details?: string
  run(args: readonly string[], terminal: Terminal): Promise<ExitStatus>
}
