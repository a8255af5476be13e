import { describe, expect, test } from 'vitest'
import { ignoreProblem, mend, mendAlike } from '../../../app/store/mend.ts'
import { createDesigner, type ProblemSource } from '../../../app/store/index.ts'
import { checkTree, usualSettings, type Problem } from '../../../src/validate/index.ts'

const workflow = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: a, template: worg}  # one
          - {name: b, template: wort}
    - name: work
      container: {image: alpine}
`

function opened(text = workflow) {
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  const { tree } = designer.session.state
  const snapshot = { tree, list: checkTree(tree) }
  const source: ProblemSource = {
    getSnapshot: () => snapshot,
    subscribe: () => () => undefined,
    settings: {
      getSnapshot: () => usualSettings,
      subscribe: () => () => undefined,
      change: () => undefined,
    },
  }
  const find = (word: string): Problem => {
    const found = snapshot.list.find(({ message }) => message.includes(word))
    if (found === undefined) throw new Error(`no problem with ${word}`)
    return found
  }
  const text_ = (): string => designer.session.state.text
  return { designer, source, find, text: text_ }
}

describe('a fix', () => {
  test('is one step with a name, and undo gives the bytes of before', () => {
    const { designer, source, find, text } = opened()
    const problem = find('worg')
    const [fix] = problem.fixes ?? []
    if (fix === undefined) throw new Error('no fix')
    expect(mend(designer, source, problem, fix)).toBe(true)
    expect(text()).toBe(workflow.replace('worg', 'work'))
    expect(designer.session.history.undoLabel).toBe(`command.fix.${fix.title}`)
    designer.actions.undo()
    expect(text()).toBe(workflow)
    expect(designer.session.history.canUndo).toBe(false)
  })

  test('finds its place where the text has moved', () => {
    const { designer, source, find, text } = opened()
    const problem = find('wort')
    const [fix] = problem.fixes ?? []
    if (fix === undefined) throw new Error('no fix')
    const insert = '# first\n'
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input.type' })
    expect(mend(designer, source, problem, fix)).toBe(true)
    expect(text()).toBe(insert + workflow.replace('wort', 'work'))
  })

  test('is not made, and says so, where nothing is wrong any more', () => {
    const { designer, source, find, text } = opened()
    const problem = find('worg')
    const [fix] = problem.fixes ?? []
    if (fix === undefined) throw new Error('no fix')
    const from = workflow.indexOf('worg')
    const changes = [{ from, to: from + 4, insert: 'work' }]
    designer.actions.edit({ changes, userEvent: 'input.type' })
    expect(mend(designer, source, problem, fix)).toBe(false)
    expect(text()).toBe(workflow.replace('worg', 'work'))
    expect(designer.view.getState().notice?.text).toMatch(/no longer wrong/)
  })

  test('leaves a text alone that does not parse', () => {
    const { designer, source, find, text } = opened()
    const problem = find('worg')
    const [fix] = problem.fixes ?? []
    if (fix === undefined) throw new Error('no fix')
    designer.actions.edit({ changes: [{ from: 0, to: 0, insert: '[' }], userEvent: 'input.type' })
    expect(mend(designer, source, problem, fix)).toBe(false)
    expect(text()).toBe(`[${workflow}`)
  })
})

/** Fixes that are sure to be safe, whatever the rules say of theirs. */
const checkSafely = (tree: Parameters<typeof checkTree>[0]): readonly Problem[] =>
  checkTree(tree).map(({ fixes = [], ...problem }) => ({
    ...problem,
    fixes: fixes.map((fix) => ({ ...fix, isSafe: true })),
  }))

describe('all fixes of a kind', () => {
  test('are made as one step, and nothing else', () => {
    const { designer, source, text } = opened()
    expect(mendAlike(designer, source, 'template-unknown', checkSafely)).toBe(true)
    expect(text()).toBe(workflow.replace(/worg|wort/g, 'work'))
    designer.actions.undo()
    expect(text()).toBe(workflow)
    expect(designer.session.history.canUndo).toBe(false)
  })

  test('say so where there are none', () => {
    const { designer, source, text } = opened()
    expect(mendAlike(designer, source, 'shape')).toBe(false)
    expect(text()).toBe(workflow)
    expect(designer.view.getState().notice?.text).toMatch(/nothing left of shape/)
  })
})

describe('a problem that is to be ignored', () => {
  test.each(['here', 'file'] as const)('is turned off by a comment, %s', (where) => {
    const { designer, source, find, text } = opened()
    expect(ignoreProblem(designer, source, find('worg'), where)).toBe(true)
    const left = checkTree(designer.session.state.tree).map(({ message }) => message)
    expect(left.filter((message) => message.includes('worg'))).toEqual([])
    expect(left.filter((message) => message.includes('wort'))).toHaveLength(
      where === 'here' ? 1 : 0,
    )
    designer.actions.undo()
    expect(text()).toBe(workflow)
  })
})
