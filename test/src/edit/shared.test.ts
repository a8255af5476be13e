import { describe, expect, it } from 'vitest'
import {
  placesThatShare,
  runCommand,
  withShared,
  type SharedChoice,
} from '../../../src/edit/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkEdit } from '../../support/command-laws.ts'

const FILE = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - &first   # the first
        name: a
        template: echo
        arguments: &args
          parameters:
          # what it says
          - name: message
            value: "hi"
    - - <<: *first
        name: b
      - name: c
        template: echo
        arguments: *args
      - {name: d, template: echo, arguments: *args}
    - &lane
      - name: e
        template: echo
  - name: other
    steps:
    - *lane
  - name: echo
    container: &box {image: alpine, args: [a, b]}
  - name: echo-2
    container: *box
`

function run(id: string, args: object, shared?: SharedChoice) {
  const tree = parseTree(FILE)
  const all = shared === undefined ? args : { ...args, shared }
  const result = runCommand({ tree, document: 0 }, id, all)
  if (!result.ok) return { refusal: result.error, removed: [], added: [] }
  const { removed, added } = checkEdit(tree, 0, result.value, all)
  return { removed, added, refusal: undefined }
}

const message = { template: 'main', step: 'c', name: 'message', value: 'bye' }
const image = { path: ['spec', 'templates', 3, 'container', 'image'], value: 'busybox' }
const when = { template: 'other', lane: 0, index: 0, when: '1 > 0' }

describe('an edit of what is shared', () => {
  it('asks, and says who shares it', () => {
    const { refusal } = run('setArgument', message)
    expect(refusal?.message).toMatch(/is the alias \*args/)
    expect(refusal?.shared).toEqual({
      anchor: 'args',
      at: { document: 0, path: ['spec', 'templates', 0, 'steps', 1, 1, 'arguments'] },
      choices: ['anchor', 'expand'],
    })
    const places = refusal?.shared && placesThatShare(parseTree(FILE), refusal.shared)
    expect(places?.map(({ path }) => path.slice(3))).toEqual([
      ['steps', 0, 0, 'arguments'],
      ['steps', 1, 1, 'arguments'],
      ['steps', 1, 2, 'arguments'],
    ])
  })

  it('is made at the anchor for all', () => {
    expect(run('setArgument', message, 'anchor')).toMatchObject({
      removed: ['            value: "hi"'],
      added: ['            value: "bye"'],
    })
    expect(run('setField', image, 'anchor')).toMatchObject({
      removed: ['    container: &box {image: alpine, args: [a, b]}'],
      added: ['    container: &box {image: busybox, args: [a, b]}'],
    })
    expect(run('setWhen', when, 'anchor')).toMatchObject({
      removed: [],
      added: ['        when: 1 > 0'],
    })
  })

  it('leaves the comment behind the last line with the anchor', () => {
    const text = 'kind: Workflow\na: &x\n  b: 1 # one\nc: *x\nd: 2\n'
    const tree = parseTree(text)
    const args = { path: ['c', 'b'], value: 3, shared: 'anchor' }
    const result = runCommand({ tree, document: 0 }, 'setField', args)
    expect(result.ok && checkEdit(tree, 0, result.value, args).text).toBe(
      text.replace('b: 1', 'b: 3'),
    )
  })

  it('is made here alone, with the text written out', () => {
    expect(run('setArgument', message, 'expand')).toMatchObject({
      removed: ['        arguments: *args'],
      added: [
        '        arguments:',
        '          parameters:',
        '          # what it says',
        '          - name: message',
        '            value: "bye"',
      ],
    })
    expect(run('setField', image, 'expand')).toMatchObject({
      removed: ['    container: *box'],
      added: ['    container: {image: busybox, args: [a, b]}'],
    })
    expect(run('setWhen', when, 'expand')).toMatchObject({
      removed: ['    - *lane'],
      added: ['    - - name: e', '        template: echo', '        when: 1 > 0'],
    })
    expect(run('setArgument', { ...message, step: 'd' }, 'expand')).toMatchObject({
      added: [
        '      - {name: d, template: echo, arguments: {parameters: [{name: message, value: bye}]}}',
      ],
    })
  })

  it('asks where a map is merged, and writes the key beside it or changes the anchor', () => {
    const merged = { ...message, step: 'b' }
    const { refusal } = run('setArgument', merged)
    expect(refusal?.shared).toMatchObject({ anchor: 'first', merged: 'arguments' })
    expect(run('setArgument', merged, 'expand')).toMatchObject({
      removed: [],
      added: [
        '        arguments:',
        '          parameters:',
        '          # what it says',
        '          - name: message',
        '            value: "bye"',
      ],
    })
    expect(run('setArgument', merged, 'anchor')).toMatchObject({
      removed: ['            value: "hi"'],
      added: ['            value: "bye"'],
    })
  })

  it('writes out what needs an anchor that goes', () => {
    const gone = { template: 'main', step: 'e' }
    expect(run('deleteStep', gone).refusal?.shared).toMatchObject({
      anchor: 'lane',
      choices: ['expand'],
    })
    expect(run('deleteStep', gone, 'anchor').refusal).toBeDefined()
    expect(run('deleteStep', gone, 'expand')).toMatchObject({
      removed: ['    - &lane', '      - name: e', '        template: echo', '    - *lane'],
      added: ['    - - name: e', '        template: echo'],
    })
  })

  it('is the same for any planner', () => {
    const tree = parseTree(FILE)
    const plan = (context: Parameters<typeof runCommand>[0]) =>
      runCommand(context, 'setField', image)
    expect(withShared({ tree, document: 0 }, plan, 'expand')).toEqual(
      runCommand({ tree, document: 0 }, 'setField', { ...image, shared: 'expand' }),
    )
  })
})
