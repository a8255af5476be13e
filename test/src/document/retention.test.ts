import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { ChangeSet, DocumentState, EditorSession } from '../../../src/document/index.ts'

setFlagsFromString('--expose-gc')
function collect(): void {
  runInNewContext('gc()')
}

/** Megabytes more in use after `run` than before, with its result still held. */
function growth(run: () => unknown): number {
  collect()
  const before = process.memoryUsage().heapUsed
  const held = run()
  collect()
  const after = process.memoryUsage().heapUsed
  expect(held).toBeDefined()
  return (after - before) / 2 ** 20
}

const line = 'a line of this file, long enough for a view of it\n'
const text = line.repeat(10_000)

it('keeps of each removed line the line, not the text it was cut from', () => {
  const used = growth(() => {
    const session = new EditorSession(text)
    for (let time = 0; time < 400; time++) {
      const from = line.length * time
      session.dispatch(
        { changes: [{ from, to: from + line.length - 1, insert: '' }], userEvent: 'command.x' },
        time,
      )
    }
    return session
  })
  expect(used).toBeLessThan(10)
})

it('keeps one text however many edits nobody reads the tree of', () => {
  const used = growth(() => {
    let state = DocumentState.create(text)
    expect(state.good).toBe(state.tree)
    for (let time = 0; time < 400; time++) {
      const changes = ChangeSet.of(
        [{ from: time, to: time, insert: state.text.slice(time, time + 100) }],
        state.text.length,
      )
      state = state.update({ changes, userEvent: 'input.type', time })
    }
    return state
  })
  expect(used).toBeLessThan(10)
})
