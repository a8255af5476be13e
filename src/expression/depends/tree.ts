import type { TextRange } from '../../base/index.ts'

/** What a `depends` asks for, as a tree. Ranges count from the start of its text. */
export type DependsNode = DependsTask | DependsNot | DependsBinary | DependsGroup

/** A task, alone or with one of its results: `build`, `build.Failed`. */
export interface DependsTask {
  readonly kind: 'task'
  readonly task: string
  readonly taskRange: TextRange
  /** Absent for a bare task, which means that it ended well, was skipped, or is a daemon that is up. */
  readonly result: string | undefined
  readonly resultRange: TextRange | undefined
  readonly range: TextRange
}

export interface DependsNot {
  readonly kind: 'not'
  readonly operand: DependsNode
  readonly range: TextRange
}

export interface DependsBinary {
  readonly kind: 'binary'
  readonly operator: '&&' | '||'
  readonly operatorRange: TextRange
  readonly left: DependsNode
  readonly right: DependsNode
  readonly range: TextRange
}

/** Something in parentheses. */
export interface DependsGroup {
  readonly kind: 'group'
  readonly inner: DependsNode
  readonly range: TextRange
}

export type DependsProblemCode =
  | 'empty'
  | 'unknown-sign'
  | 'missing-operand'
  | 'missing-operator'
  | 'unbalanced-parenthesis'
  | 'unknown-result'
  | 'too-deep'

/** What is wrong with a `depends`, where, and what to do about it. */
export interface DependsProblem {
  readonly code: DependsProblemCode
  readonly message: string
  /** In the text of the `depends`. */
  readonly range: TextRange
}

/** The results of a task that a `depends` may ask for. `AnySucceeded` and `AllFailed` are those of a loop. */
export const taskResults = [
  'Succeeded',
  'Failed',
  'Errored',
  'Skipped',
  'Omitted',
  'Daemoned',
  'AnySucceeded',
  'AllFailed',
] as const

export type TaskResult = (typeof taskResults)[number]

/** Whether a word is the name of a result. */
export function isTaskResult(word: string | undefined): word is TaskResult {
  return taskResults.some((result) => result === word)
}
