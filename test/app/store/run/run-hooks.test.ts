import { expect, it } from 'vitest'
import { createDesigner, keysIn, type ShownRun } from '../../../../app/store/index.ts'
import { indexOf } from './trace.ts'

const text = 'kind: Workflow\nspec: {templates: [{name: a, steps: [[{name: x, template: b}]]}]}\n'

function runOf(files: ShownRun['files']): ShownRun {
  return {
    id: 1,
    name: 'w',
    index: indexOf([]),
    files,
    text: files[0]?.text ?? '',
    document: 0,
    seed: 1,
    parameters: {},
    timing: { said: [], runs: [] },
    before: undefined,
    purpose: undefined,
  }
}

const designerOf = (origin?: string) =>
  createDesigner({ name: 'a.yaml', ...(origin === undefined ? {} : { origin }) }, text, () => 0)
const path = ['spec', 'templates', 0, 'steps', 0, 0]
const own = '0/spec/templates/=a/steps/-/=x'

it('finds the source of a run that is drawn, whichever it is, also after an edit', () => {
  const designer = designerOf()
  const keys = (files: ShownRun['files']) => keysIn(runOf(files), designer, () => [path])
  expect(keys([{ id: 0, text: 'older' }])).toEqual([`0:${own}`])
  expect(
    keys([
      { id: 3, text: '' },
      { id: 0, text },
    ]),
  ).toEqual([`1:${own}`])
  expect(keys([{ id: 3, text }])).toEqual([])
})

it('finds what the cluster has by its text', () => {
  const files = [
    { id: 3, text: '' },
    { id: undefined, text },
  ]
  expect(keysIn(runOf(files), designerOf('the cluster'), () => [path])).toEqual([`1:${own}`])
  // A file of one's own with that text is another one.
  expect(keysIn(runOf(files), designerOf(), () => [path])).toEqual([])
})
