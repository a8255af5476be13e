import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineMap, shownText } from '../../../app/editor/line-map.ts'
import { ModelSync } from '../../../app/editor/model-sync.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { FakeModel } from './fake-model.ts'

/** Texts in which every kind of line end, marks and odd separators meet. */
const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '\r', '\r\n', '\uFEFF', '\u2028', '😀'), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''))

const place = fc.nat({ max: 1000 })

function changesOf(length: number, parts: readonly [number, number, string][]): ChangeSet {
  let reached = 0
  const changes = []
  for (const [skip, remove, insert] of parts) {
    const from = Math.min(length, reached + skip)
    const to = Math.min(length, from + remove)
    changes.push({ from, to, insert })
    reached = to
  }
  return ChangeSet.of(changes, length)
}

const parts = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 }), text), { maxLength: 3 })

describe('LineMap', () => {
  test('after an edit is the map of the new text', () => {
    fc.assert(
      fc.property(text, parts, (before, spec) => {
        const changes = changesOf(before.length, spec)
        const after = changes.apply(before)
        expect(LineMap.of(before).update(changes, after)).toEqual(LineMap.of(after))
      }),
      { numRuns: 2000 },
    )
  })

  test('leads from every place of the model to its offset and back', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const map = LineMap.of(whole)
        const lines = shownText(whole).split('\n')
        expect(map.lineCount).toBe(lines.length)
        for (const [index, line] of lines.entries()) {
          for (let column = 1; column <= line.length + 1; column++) {
            const position = { lineNumber: index + 1, column }
            expect(map.positionAt(map.offsetAt(position))).toEqual(position)
          }
        }
      }),
    )
  })
})

interface Rig {
  readonly model: FakeModel
  readonly sync: ModelSync
  /** The text, kept by applying what the sync tells. */
  document: string
}

function rigOf(start: string): Rig {
  const model = new FakeModel(shownText(start))
  const sync = new ModelSync(model, start)
  const rig: Rig = { model, sync, document: start }
  model.onChange((edits) => {
    if (!sync.isApplying) rig.document = sync.read(edits).apply(rig.document)
  })
  return rig
}

function expectLaw({ model, sync, document }: Rig): void {
  expect(sync.text).toBe(document)
  expect(model.text).toBe(shownText(document))
  expect(sync.map).toEqual(LineMap.of(document))
}

describe('ModelSync', () => {
  test('after any edits on either side both show the same', () => {
    const typed = fc.record({
      side: fc.constant('model' as const),
      at: fc.array(fc.tuple(place, fc.nat({ max: 3 })), { minLength: 1, maxLength: 3 }),
      insert: text,
    })
    const foreign = fc.record({ side: fc.constant('document' as const), parts })
    fc.assert(
      fc.property(text, fc.array(fc.oneof(typed, foreign), { maxLength: 6 }), (start, steps) => {
        const rig = rigOf(start)
        for (const step of steps) {
          if (step.side === 'model') typeAtCursors(rig, step.at, step.insert)
          else {
            const changes = changesOf(rig.document.length, step.parts)
            rig.document = changes.apply(rig.document)
            rig.sync.write(changes, rig.document)
          }
          expectLaw(rig)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('what is typed into lines with CRLF leaves the others alone', () => {
    const rig = rigOf('a: 1\r\nb: 2\r\n\r\nc: 3\n')
    rig.model.type({ from: 4, to: 4, text: '0\nnew: x' })
    expect(rig.document).toBe('a: 10\r\nnew: x\r\nb: 2\r\n\r\nc: 3\n')
    expectLaw(rig)
  })

  test('several cursors are one set of changes', () => {
    const model = new FakeModel('x\nx\nx')
    const sync = new ModelSync(model, 'x\rx\rx')
    const seen: ChangeSet[] = []
    model.onChange((edits) => seen.push(sync.read(edits)))
    model.type(
      { from: 1, to: 1, text: '!' },
      { from: 3, to: 3, text: '!' },
      { from: 5, to: 5, text: '!' },
    )
    expect(sync.text).toBe('x!\rx!\rx!')
    expect(seen.map(({ changes }) => changes.length)).toEqual([3])
  })

  test('a byte order mark stays, and is not shown', () => {
    const rig = rigOf('\uFEFFa: 1\n')
    rig.model.type({ from: 0, to: 1, text: 'b' })
    expect(rig.document).toBe('\uFEFFb: 1\n')
    expectLaw(rig)
  })

  test('shows another text by a small change', () => {
    const rig = rigOf('one\r\ntwo\r\nthree')
    rig.document = 'one\r\n2\r\nthree'
    expect(rig.sync.show(rig.document).changes).toEqual([{ from: 5, to: 8, insert: '2' }])
    expectLaw(rig)
  })

  test('reads changes that came one after the other', () => {
    const sync = new ModelSync(new FakeModel(''), 'ab')
    const at = (column: number, end: number) => ({
      startLineNumber: 1,
      startColumn: column,
      endLineNumber: 1,
      endColumn: end,
    })
    sync.read([
      { range: at(1, 1), text: 'x' },
      { range: at(3, 4), text: 'y' },
    ])
    expect(sync.text).toBe('xay')
  })
})

/** Types the same at several places that do not overlap. */
function typeAtCursors(rig: Rig, at: readonly (readonly [number, number])[], insert: string): void {
  const { length } = rig.model.text
  const spans: { from: number; to: number }[] = []
  for (const [from, count] of at.toSorted(
    (a, b) => (a[0] % (length + 1)) - (b[0] % (length + 1)),
  )) {
    const start = from % (length + 1)
    const last = spans.at(-1)
    if (last && start <= last.to) continue
    spans.push({ from: start, to: Math.min(length, start + count) })
  }
  rig.model.type(...spans.map((span) => ({ ...span, text: insert.replace(/\r\n?/g, '\n') })))
}
