import type { Path, TextRange } from '../base/index.ts'
import type { StepPlace } from '../argo/index.ts'
import type { ProblemCode, Severity } from './codes.ts'
import type { Fix, FixMaker } from './fix.ts'

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
  /** What mends it, the best way first; nothing where none is known. */
  readonly fixes?: readonly Fix[]
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
  /** What mends it, the best way first. Their paths are from what the rule was asked about, too. */
  readonly fixes?: readonly FixMaker[]
}

/** Findings as seen from further up. */
export function findingsBelow(path: Path, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => findingBelow(path, finding))
}

/** A finding as seen from further up. */
export function findingBelow(path: Path, finding: Finding): Finding {
  const placed = { ...finding, path: [...path, ...finding.path] }
  if (finding.fixes === undefined) return placed
  const fixes = finding.fixes.map(
    (make): FixMaker =>
      (place) =>
        make({ ...place, path: [...place.path, ...path] }),
  )
  return { ...placed, fixes }
}
