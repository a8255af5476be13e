import { expect, test } from 'vitest'
import { referenceList } from '../../../app/references/reference-list.ts'
import { renameSymbol, type Designer } from '../../../app/store/index.ts'
import { symbolAt } from '../../../src/flow/index.ts'
import { openDesigner } from '../canvas/open-designer.ts'

const library = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
  - name: job
    container: {image: i}
  - name: all
    steps:
    - - {name: one, template: job}
`
const caller = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - {name: a, templateRef: {name: lib, template: job}}
`

function lines(designer: Designer): readonly string[] {
  const found = referenceList(designer).getSnapshot()
  return (found?.lines ?? []).map(
    ({ fileName = 'here', line, match, isDefinition }) =>
      `${fileName} ${String(line)} ${match}${isDefinition ? ' !' : ''}`,
  )
}

/** The library on the canvas, the caller beside it, and the places of `job` searched for. */
function searched(): Designer {
  const designer = openDesigner(caller)
  designer.workspace.add({ name: 'lib.yaml' }, library)
  const symbol = symbolAt(designer.scene().tree, library.indexOf('job') + 1)?.symbol
  if (symbol === undefined) throw new Error('no symbol')
  designer.actions.findReferences(symbol)
  const list = referenceList(designer)
  list.getSnapshot()
  // As a pane does that shows it.
  list.subscribe(() => void list.getSnapshot())
  return designer
}

test('places in other files are listed with the name of the file', () => {
  const designer = searched()
  expect(lines(designer)).toEqual(['here 5 job !', 'here 9 job', 'a.yaml 6 job'])
  expect(referenceList(designer).getSnapshot()?.title).toBe(
    '2 references to template job in 2 files',
  )
})

test('a line of another file shows that file, and the list stays', () => {
  const designer = searched()
  const line = referenceList(designer).getSnapshot()?.lines.at(-1)
  if (line === undefined) throw new Error('no line')
  designer.actions.goTo(line)
  expect(designer.document.getState().file.name).toBe('a.yaml')
  expect(designer.scene().selectedNodes).toHaveLength(1)
  expect(lines(designer)).toEqual(['lib.yaml 5 job !', 'lib.yaml 9 job', 'here 6 job'])
})

test('the thing is followed through edits, and through a rename of it', () => {
  const designer = searched()
  const at = library.indexOf('kind')
  designer.actions.edit({
    changes: [{ from: at, to: at, insert: '# a line\n' }],
    userEvent: 'input',
  })
  expect(lines(designer)).toEqual(['here 6 job !', 'here 10 job', 'a.yaml 6 job'])
  const symbol = referenceList(designer).getSnapshot()?.symbol
  if (symbol === undefined) throw new Error('no symbol')
  expect(renameSymbol(designer, symbol, 'task')).toMatchObject({ ok: true })
  expect(lines(designer)).toEqual(['here 6 task !', 'here 10 task', 'a.yaml 6 task'])
  designer.actions.undo()
  expect(lines(designer)).toEqual(['here 6 job !', 'here 10 job', 'a.yaml 6 job'])
})

test('the thing is followed also after another file was looked at', () => {
  const designer = searched()
  const list = referenceList(designer)
  const line = list.getSnapshot()?.lines.at(-1)
  if (line === undefined) throw new Error('no line')
  designer.actions.goTo(line)
  expect(lines(designer)).toEqual(['lib.yaml 5 job !', 'lib.yaml 9 job', 'here 6 job'])
  const { file, symbol } = list.getSnapshot() ?? {}
  if (file === undefined || symbol === undefined) throw new Error('no symbol')
  designer.workspace.show(file)
  expect(renameSymbol(designer, symbol, 'task')).toMatchObject({ ok: true })
  expect(lines(designer)).toEqual(['here 5 task !', 'here 9 task', 'a.yaml 6 task'])
  // What comes before it moves its place in the list of templates, too.
  const at = library.indexOf('  - name: job')
  const insert = '  - {name: first, suspend: {}}\n'
  designer.actions.edit({ changes: [{ from: at, to: at, insert }], userEvent: 'input' })
  expect(lines(designer)).toEqual(['here 6 task !', 'here 10 task', 'a.yaml 6 task'])
})

test('what is gone has no lines', () => {
  const designer = searched()
  const from = library.indexOf('  - name: job')
  designer.actions.edit({
    changes: [{ from, to: library.indexOf('  - name: all'), insert: '' }],
    userEvent: 'input',
  })
  expect(referenceList(designer).getSnapshot()).toMatchObject({ symbol: undefined, lines: [] })
})
