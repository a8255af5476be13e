import { describe, expect, it } from 'vitest'
import { usualSettings, type ProblemCode } from '../../../src/validate/index.ts'
import { fixAll } from '../../support/fix-laws.ts'

const template = (fields: string): string => `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: library}
spec:
  templates:
  - name: main   # first
    inputs:
      parameters: [{name: text, default: x}]
${fields}`

/** Each with the titles of its fixes, and the fields after the first. */
const mended: readonly (readonly [ProblemCode, string, readonly string[], string])[] = [
  [
    'field-unknown',
    '    container: {image: "i:1", comand: []}\n',
    ['Rename it to command', 'Remove comand'],
    '    container: {image: "i:1", command: []}\n',
  ],
  [
    'field-unknown',
    '    container:\n      Image: i:1   # why\n',
    ['Rename it to image', 'Remove Image'],
    '    container:\n      image: i:1   # why\n',
  ],
  ['field-unknown', '    suspend: {}\n    zzzzzzzz: 1\n', ['Remove zzzzzzzz'], '    suspend: {}\n'],
  [
    'yaml-duplicate-key',
    '    container:\n      image: i:1   # old\n      # new\n      image: i:2\n',
    ['Remove the other'],
    '    container:\n      # new\n      image: i:2\n',
  ],
  [
    'yaml-duplicate-key',
    '    container: {image: "i:1", args: [a], image: "i:2"}\n',
    ['Remove the other'],
    '    container: {args: [a], image: "i:2"}\n',
  ],
  [
    'text-unquoted',
    '    container: {image: "i:1", args: [a, 5]}\n',
    ['Quote it'],
    '    container: {image: "i:1", args: [a, "5"]}\n',
  ],
  [
    'value-type',
    '    suspend: {}\n    parallelism: "3" # at most\n',
    ['Write 3 without quotes'],
    '    suspend: {}\n    parallelism: 3 # at most\n',
  ],
  [
    'value-type',
    "    suspend: {}\n    daemon: 'no'\n",
    ['Write false without quotes'],
    '    suspend: {}\n    daemon: false\n',
  ],
  [
    'shape',
    '    container:\n      image: i:1\n      args: go # on\n',
    ['Make it a list of one'],
    '    container:\n      image: i:1\n      args: # on\n      - go\n',
  ],
  [
    'shape',
    '    container: {image: ["i:1"]}\n',
    ['Take the one item out of the list'],
    '    container: {image: i:1}\n',
  ],
  [
    'key-unreadable',
    '    container:\n      image: i:1\n      args:\n      - {{inputs.parameters.text}}\n',
    ['Quote it'],
    '    container:\n      image: i:1\n      args:\n      - "{{inputs.parameters.text}}"\n',
  ],
  [
    'yaml-1.1-trap',
    '    suspend: {}\n  - name: other\n    suspend: {}\n    inputs: {parameters: [{name: p, default: 0755}]}\n',
    ['Quote it'],
    '    suspend: {}\n  - name: other\n    suspend: {}\n    inputs: {parameters: [{name: p, default: "0755"}]}\n',
  ],
  [
    'lanes-flat',
    `    steps:
    # one
    - name: a
      template: wait   # why

    - name: b
      arguments:
        parameters: []
      template: wait
  - name: wait
    suspend: {}
`,
    ['Make each step a lane of its own', 'Make each step a lane of its own'],
    `    steps:
    # one
    - - name: a
        template: wait   # why

    - - name: b
        arguments:
          parameters: []
        template: wait
  - name: wait
    suspend: {}
`,
  ],
  [
    'lanes-flat',
    '    steps: [{name: a, template: wait}, [{name: b, template: wait}]]\n  - name: wait\n    suspend: {}\n',
    ['Make each step a lane of its own'],
    '    steps: [[{name: a, template: wait}], [{name: b, template: wait}]]\n  - name: wait\n    suspend: {}\n',
  ],
]

describe('what Argo cannot decode', () => {
  it.each(mended)('is mended: %s in %j', (code, fields, titles, after) => {
    const fixes = fixAll(template(fields), code)
    expect(fixes.map(({ fix }) => fix.title)).toEqual(titles)
    expect(fixes[0]?.text).toBe(template(after))
  })
  it('has another API version', () => {
    const text = template('    suspend: {}\n').replace('argoproj.io/v1alpha1', 'v1')
    const [fixed] = fixAll(text, 'api-version')
    expect(fixed?.text).toBe(template('    suspend: {}\n'))
  })
  it('depends on the version of Argo', () => {
    const text = template('    suspend: {}\n    pendingTimeout: 5s\n')
    expect(fixAll(text, 'field-unknown')).toEqual([])
    const old = { ...usualSettings, target: '4.0' } as const
    const [fixed, ...rest] = fixAll(text, 'field-unknown', old)
    expect(fixed?.text).toBe(template('    suspend: {}\n'))
    expect(rest).toEqual([])
  })
})
