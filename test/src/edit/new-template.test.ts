import { expect, test } from 'vitest'
import { readManifest, templateTypes } from '../../../src/argo/index.ts'
import { newTemplateTypes, runCommand } from '../../../src/edit/index.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkCommand } from '../../support/command-laws.ts'

const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: x-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps: []
`

test.each(newTemplateTypes)(
  'a new %s comes with a step that calls it, and nothing is wrong with it',
  (type) => {
    const { tree } = checkCommand(
      text,
      0,
      (context, args) => runCommand(context, 'addStep', args),
      { template: 'main', newTemplate: { type } },
    )
    const [document] = tree.documents
    const templates = document === undefined ? [] : readManifest(document).spec.templates
    const made = templates.at(-1)
    const key = type === 'wait' || type === 'approval' ? 'suspend' : type
    expect(made?.type).toBe(key)
    expect(checkTree(tree).filter(({ severity }) => severity === 'error')).toEqual([])
  },
)

test('every type of Argo can be made', () => {
  for (const type of templateTypes) expect(newTemplateTypes).toContain(type)
  expect(parseTree(text).problems).toEqual([])
})
