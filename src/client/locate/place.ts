import type { Path } from '../../base/index.ts'

/**
 * What a message of Argo's speaks of, as far as its wording tells. Argo gives no lines, and it names templates and
 * steps rather than counting them, so whoever has the document turns this into a range.
 */
export interface MessagePlace {
  readonly template?: string
  /** A step, or a task of a dag, of `template`. */
  readonly step?: string
  /** The group in which Argo met the step, from 0; absent for tasks. */
  readonly group?: number
  /** An input or output of `template`, an argument of `step`, or else a workflow argument. */
  readonly parameter?: string
  readonly artifact?: string
  /** The template that `step` calls, when the message goes on about its inputs. */
  readonly callee?: string
  /** A template that is referred to and does not exist. */
  readonly missing?: string
  /** A tag that means nothing where it stands, without its braces. */
  readonly variable?: string
  /** A key that Argo does not know, when the message says nothing of where it is. */
  readonly field?: string
  /** A path inside `step`, or inside `template` when there is no step. */
  readonly path?: Path
  /** A path from the root of the document, when no template is named. */
  readonly specPath?: Path
}
