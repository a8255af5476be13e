import type { Path, TextRange } from '../../base/index.ts'
import type { Mock } from '../mocks/mock.ts'

/** A file of tests beside a workflow. */
export interface TestFile {
  /** Path of the workflow from the file's folder; nothing for the one that has the file's name. */
  readonly workflow: string | undefined
  /** Paths of further manifests that it refers to. */
  readonly sources: readonly string[]
  /** For all tests of the file; those of a test go before them. */
  readonly mocks: readonly Mock[]
  readonly tests: readonly WorkflowTest[]
}

export interface WorkflowTest {
  readonly name: string
  /** Where it stands in the file. */
  readonly range: TextRange
  readonly path: Path
  readonly parameters: Readonly<Record<string, string>>
  readonly seed: number
  /** When the run starts, in milliseconds since 1970. */
  readonly now: number | undefined
  readonly runName: string | undefined
  readonly mocks: readonly Mock[]
  /** Without any, the run is expected to succeed. */
  readonly checks: readonly Check[]
}

/**
 * Which field of a node is looked at; `parameter` and `artifact` are outputs, `input` is an input parameter. `log` is all that it wrote.
 */
export type NodeField =
  | { readonly field: 'phase' | 'type' | 'message' | 'result' | 'exitCode' | 'log' }
  | {
      readonly field: 'parameter' | 'input' | 'artifact' | 'input artifact'
      readonly name: string
    }

/**
 * One thing that is expected of a run, and where that is written. Nodes are named as `nodesNamed` says. A text that is expected to
 * be null must not be there; in messages, logs and artifacts `*` stands for any text, and a line break at the end of the last two does
 * not count.
 */
export type Check = { readonly at: TextRange; readonly path: Path } &
  /** `isSaid`: whether the test says the phase, or says nothing and a success is expected. */
  (
    | { readonly kind: 'phase'; readonly expected: string; readonly isSaid: boolean }
    | { readonly kind: 'message'; readonly expected: string }
    | { readonly kind: 'output'; readonly name: string; readonly expected: string | null }
    | {
        readonly kind: 'node'
        readonly node: string
        readonly what: NodeField
        readonly expected: string | null
      }
    | { readonly kind: 'count'; readonly node: string; readonly expected: number }
    /** `skipped`: it is there, and was skipped or omitted. `never`: it did not run, there or not. */
    | { readonly kind: 'skipped' | 'never'; readonly node: string }
    /** One begins only when the other has ended. */
    | { readonly kind: 'order'; readonly first: string; readonly then: string }
  )
