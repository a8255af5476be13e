import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChangeSet } from '../../../src/document/index.ts'
import { planned, plannedSet, somePlan, someText } from './arbitraries.ts'

/** One set on a text, as most laws need it. */
const setOnText = fc
  .tuple(someText, somePlan)
  .map(([text, plan]) => ({ text, set: plannedSet(plan, text.length) }))

describe('of', () => {
  it('sorts, joins what touches and drops what does nothing', () => {
    const set = ChangeSet.of(
      [
        { from: 6, to: 7, insert: 'C' },
        { from: 3, to: 3, insert: '' },
        { from: 0, to: 2, insert: '' },
        { from: 2, to: 3, insert: 'B' },
      ],
      8,
    )
    expect(set.changes).toEqual([
      { from: 0, to: 3, insert: 'B' },
      { from: 6, to: 7, insert: 'C' },
    ])
    expect(set.newLength).toBe(6)
    expect(set.size).toBe(2)
  })

  it('keeps the order of insertions at one offset, and puts them before a replacement there', () => {
    const set = ChangeSet.of(
      [
        { from: 1, to: 2, insert: 'x' },
        { from: 1, to: 1, insert: '1' },
        { from: 1, to: 1, insert: '2' },
        { from: 2, to: 2, insert: '3' },
      ],
      3,
    )
    expect(set.apply('abc')).toBe('a12x3c')
  })

  it.each([
    ['overlap', [0, 3], [2, 4]],
    ['the same place twice', [1, 2], [1, 2]],
    ['before the text', [-1, 1], [2, 2]],
    ['past the text', [1, 6], [0, 0]],
    ['backwards', [3, 2], [0, 0]],
    ['not a number', [NaN, 2], [0, 0]],
  ])('throws: %s', (_name, [from = 0, to = 0], [from2 = 0, to2 = 0]) => {
    const changes = [
      { from, to, insert: '' },
      { from: from2, to: to2, insert: '!' },
    ]
    expect(() => ChangeSet.of(changes, 5)).toThrow(RangeError)
  })

  it('makes the text that the changes say, one after the other from the end', () => {
    fc.assert(
      fc.property(someText, somePlan, (text, plan) => {
        const changes = planned(plan, text.length)
        const expected = changes.reduceRight(
          (result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to),
          text,
        )
        const set = ChangeSet.of(changes, text.length)
        expect(set.apply(text)).toBe(expected)
        expect(set.newLength).toBe(expected.length)
        set.changes.forEach((change, index) => {
          expect(change.to > change.from || change.insert !== '').toBe(true)
          expect(change.from).toBeGreaterThan(set.changes[index - 1]?.to ?? -1)
        })
      }),
    )
  })
})

describe('apply and invert', () => {
  it('restores the identical text', () => {
    fc.assert(
      fc.property(setOnText, ({ text, set }) => {
        const after = set.apply(text)
        const inverse = set.invert(text)
        expect(inverse.apply(after)).toBe(text)
        expect(inverse.invert(after)).toEqual(set)
        expect(inverse.changedRanges).toEqual(
          set.changedRanges.map((range) => ({ before: range.after, after: range.before })),
        )
      }),
    )
  })

  it('says where each change is, before and after', () => {
    fc.assert(
      fc.property(setOnText, ({ text, set }) => {
        const after = set.apply(text)
        set.changedRanges.forEach((range, index) => {
          const change = set.changes[index]
          expect(range.before).toEqual({ from: change?.from, to: change?.to })
          expect(after.slice(range.after.from, range.after.to)).toBe(change?.insert)
        })
      }),
    )
  })

  it('throws for a text of another length', () => {
    const set = ChangeSet.of([{ from: 0, to: 1, insert: '' }], 3)
    expect(() => set.apply('ab')).toThrow(RangeError)
    expect(() => set.invert('abcd')).toThrow(RangeError)
    expect(() => set.compose(ChangeSet.empty(3))).toThrow(RangeError)
    expect(() => set.rebase(ChangeSet.empty(2))).toThrow(RangeError)
  })
})

describe('compose', () => {
  it('does what both do, one after the other', () => {
    fc.assert(
      fc.property(setOnText, somePlan, ({ text, set: a }, plan) => {
        const middle = a.apply(text)
        const b = plannedSet(plan, middle.length)
        expect(a.compose(b).apply(text)).toBe(b.apply(middle))
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on what is composed first, and is undone by the inverses backwards', () => {
    fc.assert(
      fc.property(setOnText, somePlan, somePlan, ({ text, set: a }, planB, planC) => {
        const b = plannedSet(planB, a.newLength)
        const c = plannedSet(planC, b.newLength)
        const left = a.compose(b).compose(c)
        const right = a.compose(b.compose(c))
        expect(left.apply(text)).toBe(right.apply(text))
        const back = b.invert(a.apply(text)).compose(a.invert(text))
        expect(back.apply(a.compose(b).apply(text))).toBe(text)
      }),
    )
  })

  it('has the empty set as its neutral element', () => {
    fc.assert(
      fc.property(setOnText, ({ text, set }) => {
        expect(ChangeSet.empty(text.length).compose(set)).toEqual(set)
        expect(set.compose(ChangeSet.empty(set.newLength))).toEqual(set)
        expect(set.compose(set.invert(text)).trim(text).apply(text)).toBe(text)
      }),
    )
  })

  it('makes one change of typing', () => {
    let set = ChangeSet.empty(2)
    for (const [index, insert] of [...'steps'].entries()) {
      set = set.compose(ChangeSet.of([{ from: 1 + index, to: 1 + index, insert }], 2 + index))
    }
    expect(set.changes).toEqual([{ from: 1, to: 1, insert: 'steps' }])
  })
})

describe('rebase', () => {
  it('gives the same text whichever of two sets goes first', () => {
    fc.assert(
      fc.property(setOnText, somePlan, fc.boolean(), ({ text, set: a }, plan, before) => {
        const b = plannedSet(plan, text.length)
        const ab = a.compose(b.rebase(a, before))
        const ba = b.compose(a.rebase(b, !before))
        expect(ab.apply(text)).toBe(ba.apply(text))
      }),
      { numRuns: 500 },
    )
  })

  it('puts its text after what was inserted at the same place, or before', () => {
    const [a, b] = ['a', 'b'].map((insert) => ChangeSet.of([{ from: 1, to: 2, insert }], 3))
    expect(b && a?.rebase(b).apply('-b-')).toBe('-ba-')
    expect(b && a?.rebase(b, true).apply('-b-')).toBe('-ab-')
  })

  it('keeps text inserted meanwhile and does not remove text twice', () => {
    const remove = ChangeSet.of([{ from: 1, to: 4, insert: 'X' }], 5)
    const foreign = ChangeSet.of(
      [
        { from: 2, to: 2, insert: 'new' },
        { from: 3, to: 5, insert: '' },
      ],
      5,
    )
    expect(remove.rebase(foreign).apply(foreign.apply('abcde'))).toBe('aXnew')
  })
})

describe('mapPosition', () => {
  it('is monotone, stays in the text and knows the sides', () => {
    fc.assert(
      fc.property(setOnText, ({ text, set }) => {
        let last = [0, 0]
        for (let offset = 0; offset <= text.length; offset++) {
          const now = [set.mapPosition(offset, -1), set.mapPosition(offset, 1)]
          expect(now[0]).toBeGreaterThanOrEqual(last[0] ?? 0)
          expect(now[1]).toBeGreaterThanOrEqual(last[1] ?? 0)
          expect(now[1]).toBeGreaterThanOrEqual(now[0] ?? 0)
          expect(now[1]).toBeLessThanOrEqual(set.newLength)
          last = now
        }
      }),
    )
  })

  it('keeps what stays at its character', () => {
    fc.assert(
      fc.property(setOnText, ({ text, set }) => {
        const after = set.apply(text)
        for (let offset = 0; offset < text.length; offset++) {
          const changed = set.changes.some((change) => offset >= change.from && offset < change.to)
          if (!changed) expect(after[set.mapPosition(offset, 1)]).toBe(text[offset])
        }
      }),
    )
  })

  it.each([
    [2, -1, 2],
    [2, 1, 2],
    [3, -1, 2],
    [3, 1, 5],
    [4, -1, 5],
    [6, -1, 7],
    [6, 1, 8],
    [7, -1, 9],
  ] as const)('maps %i (%i) to %i', (offset, association, expected) => {
    const set = ChangeSet.of(
      [
        { from: 2, to: 4, insert: 'new' },
        { from: 6, to: 6, insert: '!' },
      ],
      8,
    )
    expect(set.mapPosition(offset, association)).toBe(expected)
  })

  it('makes a cursor of a range whose text was replaced with what is around it', () => {
    const set = ChangeSet.of([{ from: 1, to: 5, insert: 'new' }], 6)
    expect(set.mapRange({ from: 2, to: 3 })).toEqual({ from: 4, to: 4 })
    expect(set.mapRange({ from: 1, to: 5 })).toEqual({ from: 1, to: 4 })
  })

  it('maps ranges to ranges', () => {
    fc.assert(
      fc.property(setOnText, fc.nat(24), fc.nat(24), ({ text, set }, a, b) => {
        const [from = 0, to = 0] = [a, b].map((n) => Math.min(n, text.length)).sort((x, y) => x - y)
        const range = set.mapRange({ from, to })
        expect(range.from).toBeLessThanOrEqual(range.to)
        expect(range.to).toBeLessThanOrEqual(set.newLength)
      }),
    )
  })
})

describe('between', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'abXc', [{ from: 2, to: 2, insert: 'X' }]],
    ['aa', 'aaa', [{ from: 2, to: 2, insert: 'a' }]],
    ['a\nb', 'a\r\nb', [{ from: 1, to: 2, insert: '\r\n' }]],
    ['a\r\nb', 'a\rb', [{ from: 1, to: 3, insert: '\r' }]],
    ['-😀-', '-😁-', [{ from: 1, to: 3, insert: '😁' }]],
    ['\ud83d\ude00', '\ud83e\ude00', [{ from: 0, to: 2, insert: '\ud83e\ude00' }]],
  ])('%j to %j', (before, after, changes) => {
    expect(ChangeSet.between(before, after).changes).toEqual(changes)
  })

  it('is one splice, and nothing at either end could be left out but halves of a pair', () => {
    fc.assert(
      fc.property(someText, someText, someText, someText, (start, end, x, y) => {
        const [before, after] = [start + x + end, start + y + end]
        const set = ChangeSet.between(before, after)
        expect(set.apply(before)).toBe(after)
        expect(set.changes.length).toBe(before === after ? 0 : 1)
        const range = set.changedRanges[0]
        if (!range) return
        for (const offset of [range.before.from, range.before.to]) expectWhole(before, offset)
        for (const offset of [range.after.from, range.after.to]) expectWhole(after, offset)
      }),
      { numRuns: 500 },
    )
  })

  /** Only what was cut already may lie at the ends of the text itself. */
  function expectWhole(text: string, offset: number): void {
    if (offset === 0 || offset === text.length) return
    expect(text.slice(offset - 1, offset + 1)).not.toMatch(
      /^\r\n$|^[\ud800-\udbff][\udc00-\udfff]$/,
    )
  }
})
