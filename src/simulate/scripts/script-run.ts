/** The two streams that a script writes to. */
export type ScriptSource = 'stdout' | 'stderr'

/** The languages whose scripts can run on the user's machine. */
export type RunnableLanguage = 'python' | 'javascript'

/** A file in the small file system of a run; its path begins with a slash. */
export interface ScriptFile {
  readonly path: string
  readonly content: Uint8Array
}

/** A script to be run once, with all that it may know of the world. */
export interface ScriptRun {
  readonly language: RunnableLanguage
  /** The body of the script after substitution. It lies at `SCRIPT_PATH`, as Argo lays it. */
  readonly source: string
  /** What follows the name of the file on the command line. */
  readonly args: readonly string[]
  /** Variables of the environment, over those that every container has. */
  readonly env: Readonly<Record<string, string>>
  /** The folder in which it runs; `/` unless told. It is made if it is not there. */
  readonly workingDir?: string
  /** Input artifacts, at their paths. Folders above them are made. */
  readonly files: readonly ScriptFile[]
  /** Paths that are read when the script is done: output parameters and artifacts. Of a folder all files are read. */
  readonly outputs: readonly string[]
  /** Chance: the same seed gives the same run. */
  readonly seed: number
  /**
   * Milliseconds since 1970 at which the run begins. The clock that a script reads starts there and is moved on by sleeping and, by a millisecond,
   * by each reading; it knows nothing of the time that the run takes.
   */
  readonly now: number
  /** How long the run may take, in milliseconds of the real clock. Loading the language does not count. */
  readonly timeLimit: number
  /** How much memory the run may have, in bytes, the language's own included: about 32 MB for Python. */
  readonly memoryLimit: number
}

/** A piece of what a script wrote. Lines end in a line feed; a piece may hold several, or a part of one. */
export interface ScriptLog {
  readonly source: ScriptSource
  readonly text: string
}

/**
 * Why a run did not end well: an exception that nobody caught, another exit code than 0, a limit, a module that is not shipped, a stop from outside;
 * `broken` is no fault of the script: the language could not be loaded, or crashed.
 */
export type ScriptFailureKind =
  'exception' | 'exit' | 'time-limit' | 'memory-limit' | 'missing-module' | 'stopped' | 'broken'

export interface ScriptFailure {
  readonly kind: ScriptFailureKind
  /** For people: what went wrong, and what to do where there is something. */
  readonly message: string
  /** The line of the body, from 1, at which it happened. */
  readonly line?: number
  /** The module that is not there. */
  readonly module?: string
}

/** What became of a script. */
export interface ScriptResult {
  /** As of the container: 0 is well, 137 of one that was killed for a limit, 143 of one that was stopped. */
  readonly exitCode: number
  /** In the order in which it was written. */
  readonly log: readonly ScriptLog[]
  /** Those of `outputs` that are there. */
  readonly files: readonly ScriptFile[]
  /** There whenever the exit code is not 0. */
  readonly failure?: ScriptFailure
  /** How far the clock of the run moved on, in milliseconds: mostly what it slept. */
  readonly elapsed: number
  /** How long it took, in milliseconds of the real clock. */
  readonly took: number
}

/** What an interpreter says of a run; the log went out while it ran. */
export interface Ran extends Omit<ScriptResult, 'log' | 'took'> {
  /** Whether the interpreter should make way for a new one: it is damaged, or holds much memory. */
  readonly isWorn?: boolean
}

/** A language that is loaded. Runs follow one another and know nothing of each other. */
export interface Interpreter {
  readonly run: (
    request: ScriptRun,
    write: (source: ScriptSource, text: string) => void,
  ) => Ran | Promise<Ran>
}

/** Where Argo lays the body of a script. */
export const SCRIPT_PATH = '/argo/staging/script'

/** The variables that every container has. */
export const EVERYWHERE = {
  HOME: '/root',
  HOSTNAME: 'dry-run',
  LANG: 'C.UTF-8',
  PATH: '/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
} as const

/** What a run that was killed for a limit ends with, as a container does. */
export const KILLED = 137

/** What a run that was stopped from outside ends with. */
export const STOPPED = 143
