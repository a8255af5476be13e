import { expect, test } from 'vitest'
import { keysToDepth } from '../../../src/graph/index.ts'
import { addressAt } from '../../../src/yaml/index.ts'
import { openDesigner } from '../canvas/open-designer.ts'

const manifest = `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - {name: plain, template: work}
    - - {name: inner, template: part}
    - - name: script
        inline:
          script:
            image: i
            source: print(1)
    - - name: placed
        inline:
          steps:
          - - {name: deep, template: work}
  - name: part
    dag:
      tasks:
      - {name: one, template: work}
  - name: work
    inputs: {parameters: [{name: x, value: y}]}
    container: {image: i}
`

/** Goes to a text of the manifest, and gives the drawn template, the selected step and the one in an unfolded card. */
function going(to: string, depth = 0) {
  const designer = openDesigner(manifest)
  const { manifest: view, address } = designer.scene()
  if (address === undefined) throw new Error('nothing is drawn')
  if (depth > 0)
    designer.actions.setView({
      unfolded: new Map([['main', new Set(keysToDepth(view, address, depth))]]),
    })
  const { tree } = designer.scene()
  designer.actions.goTo(addressAt(tree, manifest.indexOf(to)))
  const { template, selectedNodes, nested } = designer.scene()
  return { template: template?.name, selected: selectedNodes, nested }
}

test('to a step of another template, that is drawn', () => {
  expect(going('one, template')).toEqual({
    template: 'part',
    selected: [{ template: 1, task: 0 }],
    nested: [],
  })
})

test('to a step in an unfolded card, which stays unfolded', () => {
  expect(going('one, template', 1)).toEqual({
    template: 'main',
    selected: [],
    nested: [{ template: 1, task: 0 }],
  })
})

test('to a program that is given in place: the step that gives it', () => {
  const step = { template: 0, lane: 2, step: 0 }
  expect(going('print(1)')).toEqual({ template: 'main', selected: [step], nested: [] })
})

test('to a step of a template that is given in place, drawn or unfolded', () => {
  const inline = ['spec', 'templates', 0, 'steps', 3, 0, 'inline']
  const step = { template: inline, lane: 0, step: 0 }
  expect(going('deep, template')).toEqual({ template: undefined, selected: [step], nested: [] })
  expect(going('deep, template', 1)).toEqual({ template: 'main', selected: [], nested: [step] })
})

test('to what is of no step, the template itself', () => {
  expect(going('value: y', 2)).toEqual({ template: 'work', selected: [], nested: [] })
})
