import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { ChangeSet, DocumentState, type Selection } from '../../../src/document/index.ts'
import type * as Yaml from '../../../src/yaml/index.ts'
import { parseTree, updateTree } from '../../../src/yaml/index.ts'
import { stepsManifest } from '../../support/generate.ts'
import { plannedSet, somePlan, someText } from './arbitraries.ts'

vi.mock('../../../src/yaml/index.ts', async (original) => {
  const yaml = await original<typeof Yaml>()
  return { ...yaml, updateTree: vi.fn(yaml.updateTree) }
})

const selection: Selection = {
  steps: [{ document: 0, path: ['steps', 0] }],
  ranges: [
    { from: 1, to: 1 },
    { from: 2, to: 4 },
  ],
}

/** The state with its text changed to `text`. */
function changed(state: DocumentState, text: string): DocumentState {
  const changes = ChangeSet.between(state.text, text)
  return state.update({ changes, userEvent: 'input.type', time: 0 })
}

it('has the text of the changes and the tree of the text, whoever reads what when', () => {
  const reads = fc.array(fc.tuple(somePlan, fc.boolean()), { maxLength: 6 })
  fc.assert(
    fc.property(someText, reads, (text, steps) => {
      let state = DocumentState.create(text)
      for (const [plan, read] of steps) {
        const changes = plannedSet(plan, state.text.length)
        const expected = changes.apply(state.text)
        state = state.update({ changes, userEvent: 'input.type', time: 0 })
        expect(state.text).toBe(expected)
        if (read) expect(state.tree.text).toBe(expected)
      }
      expect(state.tree).toEqual(parseTree(state.text))
    }),
    { numRuns: 50 },
  )
})

it('tells the parser all that happened since the tree was read, as one set of changes', () => {
  vi.mocked(updateTree).mockClear()
  let state = DocumentState.create('a: 1\nb: 2\nc: 3\n')
  const before = state.tree.text
  for (const value of [1, 2, 3]) state = changed(state, state.text.replace(`: ${value}`, `: new`))
  expect(state.tree.text).toBe('a: new\nb: new\nc: new\n')
  expect(updateTree).toHaveBeenCalledOnce()
  const [tree, changes = [], text] = vi.mocked(updateTree).mock.lastCall ?? []
  expect(tree?.text).toBe(before)
  expect(ChangeSet.of(changes, before.length).apply(before)).toBe(text)
})

it('reads a tree once, and shares it with states that only select otherwise', () => {
  const state = DocumentState.create('a: 1\n')
  const changes = ChangeSet.empty(state.text.length)
  const next = state.update({ changes, userEvent: 'select', time: 0, selection })
  expect(next.tree).toBe(state.tree)
  expect(next.selection).toBe(selection)
})

it('leaves earlier states as they were', () => {
  const first = DocumentState.create('a: 1\n')
  const second = changed(first, 'a: 2\n')
  expect(second.tree.text).toBe('a: 2\n')
  expect(first.text).toBe('a: 1\n')
  expect(first.tree.text).toBe('a: 1\n')
})

it('keeps the last good tree while the text is broken', () => {
  const first = DocumentState.create('a: 1\n')
  const good = changed(first, 'a: 2\n')
  const tree = good.tree
  const broken = changed(good, 'a: [2\n')
  expect(broken.tree.problems.some((problem) => problem.severity === 'error')).toBe(true)
  expect(broken.good).toBe(tree)
  const worse = changed(broken, 'a: [2, {\n')
  expect(worse.good).toBe(tree)
  const repaired = changed(worse, 'a: [2, 3]\n')
  expect(repaired.good).toBe(repaired.tree)
})

it('is the same nodes outside of a text that was broken for a while', () => {
  const text = '- a: 1\n- b: 2\n- c: 3\n'
  let state = DocumentState.create(text)
  const root = state.tree.documents[0]?.root
  for (const value of ['"', '"4', '"4"']) {
    state = changed(state, text.replace('2', value))
    expect(state.tree).toEqual(parseTree(state.text))
  }
  const repaired = state.tree.documents[0]?.root
  if (root?.kind !== 'seq' || repaired?.kind !== 'seq') throw new Error('not a sequence')
  const kept = root.items.map((item, index) => item.value === repaired.items[index]?.value)
  expect(kept).toEqual([true, false, true])
})

it('has no good tree as long as there was none', () => {
  const state = DocumentState.create('a: [\n')
  expect(state.good).toBeUndefined()
  expect(changed(state, 'a: [}\n').good).toBeUndefined()
})

it('moves ranges along and takes the selection that a transaction brings', () => {
  const state = DocumentState.create('abcdef', selection)
  const changes = ChangeSet.of([{ from: 0, to: 0, insert: '__' }], 6)
  const moved = state.update({ changes, userEvent: 'input.type', time: 0 })
  expect(moved.selection).toEqual({
    steps: selection.steps,
    ranges: [
      { from: 3, to: 3 },
      { from: 4, to: 6 },
    ],
  })
  const chosen = state.update({ changes, userEvent: 'input.type', time: 0, selection })
  expect(chosen.selection).toBe(selection)
})

it('throws for changes of another text', () => {
  const changes = ChangeSet.empty(2)
  const state = DocumentState.create('abc')
  expect(() => state.update({ changes, userEvent: 'x', time: 0 })).toThrow(RangeError)
})

it('has a provisional tree in haste, for as long as a long text does not parse and is not settled', () => {
  const sound = DocumentState.create(stepsManifest(400))
  const good = sound.tree
  const at = sound.text.indexOf('template: ')
  const type = (state: DocumentState, from: number, insert: string): DocumentState => {
    const changes = ChangeSet.of([{ from, to: from, insert }], state.text.length)
    return state.update({ changes, userEvent: 'input.type', time: 0, isHasty: true })
  }
  let state = type(sound, at, 'whe\n            ')
  for (const settles of [false, true]) {
    expect(state.tree.isProvisional).toBe(true)
    expect(state.tree.text).toBe(state.text)
    expect(state.good).toBe(good)
    const { settled } = state
    expect(settled.tree).toEqual(parseTree(state.text))
    expect(settled.tree.problems).not.toEqual([])
    expect(settled.good).toBe(good)
    expect(settled.settled).toBe(settled)
    state = type(settles ? settled : state, at + (settles ? 4 : 3), settles ? ':' : 'n')
  }
  expect(state.tree).toEqual(parseTree(state.text))
  expect(state.tree.problems).toEqual([])
  expect(state.settled).toBe(state)
})
