import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextChange } from '../../../src/base/index.ts'
import {
  ChangeSet,
  emptySelection,
  History,
  mapSelection,
  type HistoryLimits,
  type HistoryMove,
  type Snapshot,
  type Transaction,
} from '../../../src/document/index.ts'
import { plannedSet, somePlan, someText, type Plan } from './arbitraries.ts'

/** A text, its selection and its history, moved along without any tree. */
class Bench {
  now: Snapshot
  history: History

  constructor(text: string, limits?: HistoryLimits) {
    this.now = { text, selection: emptySelection }
    this.history = History.empty(limits)
  }

  push(transaction: Transaction): void {
    this.history = this.history.push(this.now, transaction)
    this.enter(transaction)
  }

  edit(userEvent: string, time: number, ...changes: TextChange[]): void {
    this.push({ changes: ChangeSet.of(changes, this.now.text.length), userEvent, time })
  }

  type(insert: string, at: number, time: number, userEvent = 'input.type'): void {
    this.edit(userEvent, time, { from: at, to: at, insert })
  }

  plan(plan: Plan, userEvent: string, time: number, addToHistory = true): void {
    const changes = plannedSet(plan, this.now.text.length)
    const ranges = changes.changedRanges.map((range) => range.after)
    const selection = { steps: [{ document: 0, path: [time] }], ranges }
    this.push({ changes, userEvent, time, selection, addToHistory })
  }

  move(move: HistoryMove | undefined): boolean {
    if (!move) return false
    this.history = move.history
    this.enter(move.transaction)
    return true
  }

  undo(): boolean {
    return this.move(this.history.undo(this.now, 0))
  }

  redo(): boolean {
    return this.move(this.history.redo(this.now, 0))
  }

  /** How many steps can be undone. */
  get depth(): number {
    return this.texts().length - 1
  }

  /** The present text and those that undo goes back to, one after the other. */
  texts(): string[] {
    let { now, history } = this
    const texts = [now.text]
    for (let move = history.undo(now, 0); move; move = history.undo(now, 0)) {
      const { changes, selection = emptySelection } = move.transaction
      now = { text: changes.apply(now.text), selection }
      history = move.history
      texts.push(now.text)
    }
    return texts
  }

  private enter({ changes, selection }: Transaction): void {
    this.now = {
      text: changes.apply(this.now.text),
      selection: selection ?? mapSelection(this.now.selection, changes),
    }
  }
}

const someEvent = fc.constantFrom('input.type', 'input.delete', 'input.compose', 'command.x')
const someEdits = fc.array(fc.tuple(somePlan, someEvent, fc.nat(800)), { maxLength: 10 })

/** A bench on which the edits were made, each some time after the one before. */
function edited(text: string, edits: readonly (readonly [Plan, string, number])[]): Bench {
  const bench = new Bench(text)
  let time = 0
  for (const [plan, userEvent, elapsed] of edits) bench.plan(plan, userEvent, (time += elapsed))
  return bench
}

describe('undo and redo', () => {
  it('lead back to the identical text and selection, and forth again, any number of times', () => {
    fc.assert(
      fc.property(someText, someEdits, (text, edits) => {
        // An edit without changes only selects: then no step has the last selection.
        const bench = edited(
          text,
          edits.filter(([plan]) => plan.some(([, , insert]) => insert !== '')),
        )
        const end = bench.now
        for (let round = 0; round < 2; round++) {
          const way = [bench.now]
          while (bench.undo()) way.push(bench.now)
          expect(bench.now).toEqual({ text, selection: emptySelection })
          expect(bench.history.canUndo).toBe(false)
          for (const snapshot of way.reverse().slice(1)) {
            expect(bench.redo()).toBe(true)
            expect(bench.now).toEqual(snapshot)
          }
          expect(bench.now).toEqual(end)
          expect(bench.history.canRedo).toBe(false)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('say which step they are about', () => {
    const bench = new Bench('ab')
    expect(bench.history.undoLabel).toBeUndefined()
    bench.type('x', 0, 0, 'command.moveStep')
    bench.type('y', 0, 0, 'input.paste')
    expect([bench.history.undoLabel, bench.history.redoLabel]).toEqual(['input.paste', undefined])
    bench.undo()
    expect([bench.history.undoLabel, bench.history.redoLabel]).toEqual([
      'command.moveStep',
      'input.paste',
    ])
  })

  it('forget what could be redone when something else happens, but not when only the cursor moves', () => {
    const bench = new Bench('ab')
    bench.type('x', 0, 0)
    bench.undo()
    const changes = ChangeSet.empty(2)
    bench.push({ changes, userEvent: 'select', time: 1, selection: emptySelection })
    expect(bench.history.canRedo).toBe(true)
    bench.type('y', 0, 2)
    expect(bench.history.canRedo).toBe(false)
  })

  it('do not join typing to a step that was redone', () => {
    const bench = new Bench('')
    bench.type('a', 0, 0)
    bench.undo()
    bench.redo()
    bench.type('b', 1, 1)
    expect(bench.texts()).toEqual(['ab', 'a', ''])
  })
})

describe('grouping', () => {
  /** The texts back from typing that comes `[insert, at, time, userEvent?]`. */
  function typed(...keys: [string, number, number, string?][]): string[] {
    const bench = new Bench('')
    for (const [insert, at, time, userEvent] of keys) bench.type(insert, at, time, userEvent)
    return bench.texts()
  }

  it('joins typing', () => {
    expect(typed(['a', 0, 0], ['b', 1, 500], ['c', 2, 900])).toEqual(['abc', ''])
  })

  it('begins a step after a pause', () => {
    expect(typed(['a', 0, 0], ['b', 1, 501])).toEqual(['ab', 'a', ''])
  })

  it('begins a step when the clock goes back', () => {
    expect(typed(['a', 0, 10], ['b', 1, 0])).toEqual(['ab', 'a', ''])
  })

  it('begins a step with a new line', () => {
    expect(typed(['a', 0, 0], ['\n', 1, 1], ['b', 2, 2])).toEqual(['a\nb', 'a', ''])
    expect(typed(['a', 0, 0], ['\r\n', 1, 1], ['\r\n', 3, 2])).toEqual([
      'a\r\n\r\n',
      'a\r\n',
      'a',
      '',
    ])
  })

  it('begins a step elsewhere', () => {
    expect(typed(['abc', 0, 0], ['d', 3, 1], ['x', 1, 2])).toEqual(['axbcd', 'abcd', ''])
  })

  it('begins a step when the cursor went elsewhere, even if it came back', () => {
    const bench = new Bench('0123456789')
    bench.type('a', 5, 0)
    const changes = ChangeSet.empty(11)
    for (const at of [0, 6]) {
      const selection = { steps: [], ranges: [{ from: at, to: at }] }
      bench.push({ changes, userEvent: 'select', time: 1, selection })
    }
    bench.type('b', 6, 2)
    expect(bench.depth).toBe(2)
  })

  it('goes on while the cursor stays with what was typed', () => {
    const bench = new Bench('0123456789')
    bench.type('{}', 5, 0)
    const selection = { steps: [], ranges: [{ from: 6, to: 6 }] }
    bench.push({ changes: ChangeSet.empty(12), userEvent: 'select', time: 1, selection })
    bench.type('b', 6, 2)
    expect(bench.depth).toBe(1)
  })

  it('joins deleting in both directions, and typing after it', () => {
    const bench = new Bench('0123456789')
    bench.edit('input.delete', 0, { from: 4, to: 5, insert: '' })
    bench.edit('input.delete', 1, { from: 3, to: 4, insert: '' })
    bench.edit('input.delete', 2, { from: 3, to: 4, insert: '' })
    bench.type('x', 3, 3)
    expect(bench.texts()).toEqual(['012x6789', '0123456789'])
  })

  it('joins typing at several cursors, and begins a step when one of them jumps', () => {
    const bench = new Bench('____')
    bench.edit('input.type', 0, { from: 1, to: 1, insert: 'a' }, { from: 3, to: 3, insert: 'a' })
    bench.edit('input.type', 1, { from: 2, to: 2, insert: 'b' }, { from: 5, to: 5, insert: 'b' })
    bench.edit('input.type', 2, { from: 3, to: 3, insert: 'c' }, { from: 8, to: 8, insert: 'c' })
    expect(bench.texts()).toEqual(['_abc__ab_c', '_ab__ab_', '____'])
  })

  it('joins what an input method writes, however slowly, until it is isolated', () => {
    const bench = new Bench('')
    bench.type('n', 0, 0, 'input.compose')
    bench.edit('input.compose', 5000, { from: 0, to: 1, insert: 'に' })
    bench.edit('input.compose', 9000, { from: 0, to: 1, insert: '日' })
    bench.history = bench.history.isolate()
    bench.type('h', 1, 9001, 'input.compose')
    expect(bench.texts()).toEqual(['日h', '日', ''])
  })

  it('makes everything else a step of its own', () => {
    for (const userEvent of ['input.paste', 'command.x', 'input.typed']) {
      expect(typed(['a', 0, 0], ['b', 1, 1, userEvent], ['c', 2, 2])).toEqual([
        'abc',
        'ab',
        'a',
        '',
      ])
      expect(typed(['a', 0, 0, userEvent], ['b', 1, 1, userEvent])).toEqual(['ab', 'a', ''])
    }
  })

  it('never has more steps than edits, and one for each edit that does not join', () => {
    fc.assert(
      fc.property(someText, someEdits, (text, edits) => {
        const bench = edited(text, edits)
        expect(bench.depth).toBeLessThanOrEqual(edits.length)
        const commands = new Bench(text)
        let made = 0
        for (const [plan] of edits) {
          if (!plannedSet(plan, commands.now.text.length).isEmpty) made++
          commands.plan(plan, 'command.x', 0)
        }
        expect(commands.depth).toBe(made)
      }),
    )
  })
})

describe('gestures', () => {
  it('go back to the identical text and selection, with what could be redone', () => {
    fc.assert(
      fc.property(someText, someEdits, fc.nat(5), someEdits, (text, edits, undos, moves) => {
        const bench = edited(text, edits)
        for (let index = 0; index < undos; index++) bench.undo()
        const { now, history } = bench
        bench.history = bench.history.mark(bench.now, 'command.moveStep')
        for (const [plan, userEvent, time] of moves) bench.plan(plan, userEvent, time)
        expect([bench.undo(), bench.redo()]).toEqual([false, false])
        expect(bench.move(bench.history.bail(bench.now, 0))).toBe(true)
        expect(bench.now).toEqual(now)
        expect(bench.history).toEqual(history.isolate())
      }),
    )
  })

  it('are one step', () => {
    fc.assert(
      fc.property(someText, someEdits, someEdits, (text, edits, moves) => {
        const bench = edited(text, edits)
        const { now, depth } = bench
        bench.history = bench.history.mark(bench.now, 'command.moveStep')
        for (const [plan, userEvent, time] of moves) bench.plan(plan, userEvent, time)
        bench.history = bench.history.squash(bench.now)
        const end = bench.now
        const moved = end.text !== now.text
        if (moved) expect(bench.depth).toBe(depth + 1)
        if (bench.depth === depth) return
        expect(bench.history.undoLabel).toBe('command.moveStep')
        bench.undo()
        expect(bench.now).toEqual(now)
        bench.redo()
        expect(bench.now).toEqual(end)
      }),
    )
  })

  it('are no step if they end where they began', () => {
    const bench = new Bench('a\nb\n')
    bench.type('c', 0, 0, 'command.x')
    bench.undo()
    const { history } = bench
    bench.history = history.mark(bench.now, 'command.moveStep')
    bench.edit('drag', 0, { from: 0, to: 2, insert: '' }, { from: 4, to: 4, insert: 'a\n' })
    bench.edit('drag', 1, { from: 0, to: 0, insert: 'a\n' }, { from: 2, to: 4, insert: '' })
    bench.history = bench.history.squash(bench.now)
    expect(bench.now.text).toBe('a\nb\n')
    expect(bench.history).toEqual(history)
  })

  it('do not nest, and do nothing where there is none', () => {
    const bench = new Bench('a')
    expect(bench.history.bail(bench.now, 0)).toBeUndefined()
    expect(bench.history.squash(bench.now)).toEqual(bench.history)
    const marked = bench.history.mark(bench.now, 'command.x')
    expect(() => marked.mark(bench.now, 'command.x')).toThrow('gesture')
  })
})

describe('foreign changes', () => {
  const someMixed = fc.array(fc.tuple(somePlan, fc.boolean()), { maxLength: 8 })

  it('go through the steps: redo leads to the identical text again', () => {
    fc.assert(
      fc.property(someText, someMixed, fc.nat(4), somePlan, (text, mixed, undos, late) => {
        const bench = new Bench(text)
        mixed.forEach(([plan, own], time) => bench.plan(plan, 'command.x', time, own))
        for (let index = 0; index < undos; index++) bench.undo()
        bench.plan(late, 'file.reload', 9, false)
        while (bench.redo());
        const end = bench.now.text
        while (bench.undo());
        while (bench.redo());
        expect(bench.now.text).toBe(end)
      }),
      { numRuns: 200 },
    )
  })

  it('stay when all else is undone', () => {
    fc.assert(
      fc.property(someText, someEdits, fc.boolean(), (text, edits, gesture) => {
        const bench = new Bench(text)
        if (gesture) bench.history = bench.history.mark(bench.now, 'command.x')
        let foreign = 0
        edits.forEach(([plan], time) => {
          bench.plan(plan, 'command.x', time)
          const at = bench.now.text.length
          if (time % 2 === 0) {
            foreign++
            bench.push({
              changes: ChangeSet.of([{ from: at, to: at, insert: '§' }], at),
              userEvent: 'file.reload',
              time,
              addToHistory: false,
            })
          }
        })
        if (gesture) bench.move(bench.history.bail(bench.now, 0))
        while (bench.undo());
        expect([...bench.now.text].filter((char) => char === '§')).toHaveLength(foreign)
        expect(bench.now.text.replaceAll('§', '')).toBe(text)
      }),
    )
  })

  it('come to the steps below a gesture through the gesture', () => {
    const bench = new Bench('abc')
    bench.edit('command.x', 0, { from: 1, to: 2, insert: '' })
    bench.history = bench.history.mark(bench.now, 'command.moveStep')
    bench.type('long', 0, 1, 'drag')
    const changes = ChangeSet.of([{ from: 6, to: 6, insert: '!' }], 6)
    bench.push({ changes, userEvent: 'file.reload', time: 2, addToHistory: false })
    bench.move(bench.history.bail(bench.now, 3))
    expect(bench.texts()).toEqual(['ac!', 'abc!'])
  })

  it('move the selections of the steps along', () => {
    const bench = new Bench('abc')
    bench.now = { ...bench.now, selection: { steps: [], ranges: [{ from: 1, to: 3 }] } }
    bench.edit('command.x', 0, { from: 1, to: 3, insert: '' })
    const changes = ChangeSet.of([{ from: 0, to: 0, insert: '__' }], 1)
    bench.push({ changes, userEvent: 'file.reload', time: 1, addToHistory: false })
    bench.undo()
    expect(bench.now).toEqual({
      text: '__abc',
      selection: { steps: [], ranges: [{ from: 3, to: 5 }] },
    })
  })
})

describe('limits', () => {
  it('keep the newest steps', () => {
    const bench = new Bench('', { steps: 3, characters: 1e6 })
    for (let time = 0; time < 9; time++) bench.type(String(time), time, time, 'command.x')
    expect(bench.texts()).toEqual(['012345678', '01234567', '0123456', '012345'])
  })

  it('keep so much text, and the newest step in any case', () => {
    const bench = new Bench('x'.repeat(5000), { steps: 1000, characters: 2500 })
    for (let time = 0; time < 4; time++) {
      bench.edit('command.x', time, { from: 0, to: 1000, insert: '' })
    }
    expect(bench.depth).toBe(2)
    const large = new Bench('x'.repeat(5000), { steps: 1000, characters: 2500 })
    large.edit('command.x', 0, { from: 0, to: 5000, insert: '' })
    expect(large.depth).toBe(1)
  })
})
