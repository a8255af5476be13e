import type { Path, TextRange } from '../base/index.ts'
import type { StepPlace } from '../argo/index.ts'
import type { ProblemCode, Severity } from './codes.ts'

/** Something wrong with a file: what it is, where, and in the message what to do about it. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly message: string
  /** In the text. */
  readonly range: TextRange
  /** Index of the document, and where in it. */
  readonly document: number
  readonly path: Path
  /** Index of the template that it is about. */
  readonly template?: number
  /** The step that it is about. */
  readonly step?: StepPlace
}

/** What a rule finds. It holds no offset, so that it can be kept for as long as its node lives. */
export interface Finding {
  readonly code: ProblemCode
  readonly message: string
  /** From what the rule was asked about: a document, a template or a step. */
  readonly path: Path
  /** Another severity than that of the code. */
  readonly severity?: Severity
  /** Which part of a text value it is about. */
  readonly within?: TextRange
  /** Marks the key of the last part of the path, not its value. */
  readonly marks?: 'key'
}
