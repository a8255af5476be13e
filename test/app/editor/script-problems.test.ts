import { expect, test } from 'vitest'
import { problemsInScript } from '../../../app/editor/script-problems.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const manifest = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: a-}
spec:
  entrypoint: main
  templates:
    - name: main
      script:
        image: "python:3.12"
        command: [python]
        source: |
          one = 1

          print("{{inputs.parameters.gone}}")
`
const path = ['spec', 'templates', 0, 'script', 'source']
const text = 'one = 1\n\nprint("{{inputs.parameters.gone}}")\n'
const tree = parseTree(manifest)
const list = checkTree(tree)

test('what is wrong in a script is marked where it stands there', () => {
  const found = problemsInScript({ list, tree }, { document: 0, path }, text)
  const undeclared = found.find(({ code }) => code === 'input-undeclared')
  expect(undeclared && text.slice(undeclared.range.from, undeclared.range.to)).toBe(
    'inputs.parameters.gone',
  )
})

test('nothing is marked in a text that is another by now, nor what is wrong elsewhere', () => {
  expect(problemsInScript({ list, tree }, { document: 0, path }, `${text}x`)).toEqual([])
  const image = ['spec', 'templates', 0, 'script', 'image']
  expect(problemsInScript({ list, tree }, { document: 0, path: image }, 'python:3.12')).toEqual([])
})
