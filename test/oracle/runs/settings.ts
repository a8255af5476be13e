import { parse } from 'yaml'

/**
 * What becomes of pods, requests over HTTP, plugins and suspended nodes: of all whose template, display name, node and attempt are as
 * it says. The first mock that fits counts. `test/oracle/argo/mocks.go` has the same rules.
 */
export interface OracleMock {
  readonly template?: string
  /** The whole display name. */
  readonly name?: string
  /** A regular expression that is looked for in the name of the node. */
  readonly node?: string
  /** The number at the end of the name of a retried node, from 0. */
  readonly attempt?: number
  /** Without it, the exit code says. Pending pods never start, Running ones never end. */
  readonly phase?: 'Succeeded' | 'Failed' | 'Error' | 'Pending' | 'Running'
  readonly exitCode?: number
  /** What is printed; without it, the name of the template with _ in place of -. */
  readonly result?: string
  /** What is in the files of output parameters; without it TEMPLATE-PARAMETER in each, if it succeeds. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The artifacts that are there; without it all, if it succeeds. */
  readonly artifacts?: readonly string[]
  readonly message?: string
  /** In seconds; without it, one. Daemons run until they are stopped without it. */
  readonly duration?: number
  /** Exit codes of the containers of a set, other than 0. */
  readonly containers?: Readonly<Record<string, number>>
}

/** How a manifest of the corpus runs: what is in `NAME.mocks.yaml`. */
export interface RunSettings {
  readonly mocks?: readonly OracleMock[]
  readonly parameters?: Readonly<Record<string, string>>
  readonly entrypoint?: string
  /** Whether suspended nodes without a mock are resumed after a second. */
  readonly resume?: boolean
  /** That somebody ends it so many seconds after it was created. */
  readonly shutdown?: { readonly after: number; readonly strategy: 'Stop' | 'Terminate' }
  /** Laid over the configuration of the controller. */
  readonly config?: Readonly<Record<string, unknown>>
}

/** Reads settings; an empty text is none. Throws where the text is not a map, since a person wrote it for a test. */
export function readSettings(text: string): RunSettings {
  const read: unknown = parse(text)
  if (read === null || read === undefined) return {}
  if (typeof read !== 'object' || Array.isArray(read)) throw new Error(`no settings: ${text}`)
  return read
}
