import type { TextRange } from '../../base/index.ts'
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
  readonly parameters: Readonly<Record<string, string>>
  readonly seed: number
  /** When the run starts, in milliseconds since 1970. */
  readonly now: number | undefined
  readonly runName: string | undefined
  readonly mocks: readonly Mock[]
  /** Without any, the run is expected to succeed. */
  readonly checks: readonly Check[]
}

/** Which field of a node is looked at; `parameter` is an output, `input` an input parameter. */
export type NodeField =
  | { readonly field: 'phase' | 'type' | 'message' | 'result' | 'exitCode' }
  | { readonly field: 'parameter' | 'input'; readonly name: string }

/**
 * One thing that is expected of a run, and where that is written. Nodes are named as `nodesNamed` says. A text that is expected to
 * be null must not be there; in messages `*` stands for any text.
 */
export type Check = { readonly at: TextRange } & (
  | { readonly kind: 'phase' | 'message'; readonly expected: string }
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
