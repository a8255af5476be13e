import type { TextChange } from '../base/index.ts'
import { ChangeBuilder } from './change-builder.ts'
import { ChangeCursor } from './change-cursor.ts'

/** Changes of a text, and the length of that text. */
export interface SizedChanges {
  readonly changes: readonly TextChange[]
  readonly length: number
}

/** Two sets of changes, the second made on the result of the first, as one. */
export function composeChanges(first: SizedChanges, second: SizedChanges): readonly TextChange[] {
  const out = new ChangeBuilder()
  const a = new ChangeCursor(first.changes, first.length)
  const b = new ChangeCursor(second.changes, second.length)
  while (!a.done || !b.done) {
    if (a.remove > 0) {
      out.remove(a.remove)
      a.remove = 0
    } else if (b.insert !== '') {
      out.insert(b.insert)
      b.insert = ''
    } else {
      // Both now stand before text of the middle: kept or inserted by `a`, kept or removed by `b`.
      const span = Math.min(a.keep || a.insert.length, b.keep || b.remove)
      if (a.keep > 0) {
        if (b.keep > 0) out.keep(span)
        else out.remove(span)
        a.keep -= span
      } else {
        if (b.keep > 0) out.insert(a.insert.slice(0, span))
        a.insert = a.insert.slice(span)
      }
      advance(b, span)
    }
    a.settle()
    b.settle()
  }
  return out.finish()
}

/**
 * `changes` as they have to be made after `over`, where both were made for the same text. Text that `over`
 * inserted stays; text that it removed cannot be removed again. Where both insert at one place,
 * `before` puts the text of `changes` first.
 */
export function rebaseChanges(
  changes: SizedChanges,
  over: SizedChanges,
  before: boolean,
): readonly TextChange[] {
  const out = new ChangeBuilder()
  const a = new ChangeCursor(changes.changes, changes.length)
  const b = new ChangeCursor(over.changes, over.length)
  while (!a.done || !b.done) {
    if (a.insert !== '' && (before || b.insert === '')) {
      out.insert(a.insert)
      a.insert = ''
    } else if (b.insert !== '') {
      out.keep(b.insert.length)
      b.insert = ''
    } else {
      const span = Math.min(a.keep || a.remove, b.keep || b.remove)
      if (b.keep > 0) {
        if (a.keep > 0) out.keep(span)
        else out.remove(span)
      }
      advance(a, span)
      advance(b, span)
    }
    a.settle()
    b.settle()
  }
  return out.finish()
}

function advance(cursor: ChangeCursor, span: number): void {
  if (cursor.keep > 0) cursor.keep -= span
  else cursor.remove -= span
}
