import { describe, expect, it } from 'vitest'
import {
  duplicateItem,
  insertItem,
  moveItem,
  removeParameter,
  convertField,
  renameField,
  renameParameter,
  setField,
  setFields,
  setParameter,
} from '../../../src/edit/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkCommand, valueOf } from '../../support/command-laws.ts'

const text = `kind: Workflow
metadata:
  labels: # whose
    app: shop # the shop
    "team": a
spec:
  entrypoint: main
  volumes:
    # work
    - name: work
      emptyDir: {}
    - name: cache # fast
      emptyDir:
        medium: Memory
    - {name: flow, emptyDir: {}}
  templates:
    - name: main
      retryStrategy:
        limit: "3" # tries
        backoff: {duration: 5s, factor: 2}
      container:
        image: alpine:3.20
        args: [a, b, "c"]
        resources:
          limits:
            cpu: 100m
`

const main = ['spec', 'templates', 0] as const

describe('setField', () => {
  it('writes only what differs in a map', () => {
    const path = [...main, 'retryStrategy']
    const value = { limit: '3', backoff: { duration: '10s', factor: 2 }, retryPolicy: 'Always' }
    const { removed, added } = checkCommand(text, 0, setField, { path, value })
    expect(removed).toEqual(['        backoff: {duration: 5s, factor: 2}'])
    expect(added).toEqual([
      '        backoff: {duration: 10s, factor: 2}',
      '        retryPolicy: Always',
    ])
  })
  it('writes a map anew that has nothing in common with what was there', () => {
    const path = ['spec', 'volumes', 1, 'emptyDir']
    const { removed, added } = checkCommand(text, 0, setField, {
      path,
      value: { sizeLimit: '1Gi' },
    })
    expect(removed).toEqual(['        medium: Memory'])
    expect(added).toEqual(['        sizeLimit: 1Gi'])
  })
  it('keeps the list when it goes one item on', () => {
    const path = [...main, 'container', 'args', 3]
    const { added } = checkCommand(text, 0, setField, { path, value: 'd' })
    expect(added).toEqual(['        args: [a, b, "c", d]'])
  })
  it('leaves an empty map, unless that is to go too', () => {
    const path = [...main, 'container', 'resources', 'limits', 'cpu']
    const kept = checkCommand(text, 0, setField, { path, value: null })
    expect(valueOf(kept.tree)).toMatchObject({
      spec: { templates: [{ container: { resources: { limits: {} } } }] },
    })
    const gone = checkCommand(text, 0, setField, { path, value: null, emptied: 2 })
    expect(gone.removed).toEqual([
      '        resources:',
      '          limits:',
      '            cpu: 100m',
    ])
    expect(gone.added).toEqual([])
  })
  it('says no to an alias', () => {
    const shared = 'a: &x {k: 1}\nb: *x\n'
    const result = setField(
      { tree: parseTree(shared), document: 0 },
      { path: ['b', 'k'], value: 2 },
    )
    expect(result.ok ? '' : result.error.message).toMatch(/is the alias \*x/)
  })
})

describe('setFields', () => {
  it('is one edit of several places', () => {
    const fields = [
      { path: [...main, 'container'], value: null },
      { path: [...main, 'suspend', 'duration'], value: '10s' },
      { path: ['spec', 'suspend'], value: true },
    ]
    const { tree } = checkCommand(text, 0, setFields, { fields })
    expect(valueOf(tree)).toMatchObject({
      spec: { suspend: true, templates: [{ suspend: { duration: '10s' } }] },
    })
  })
})

describe('renameField', () => {
  it('changes the key alone, in its quotes', () => {
    const { removed, added } = checkCommand(
      text,
      0,
      renameField,
      { path: ['metadata', 'labels', 'team'], name: 'owner' },
      { keepsComments: true },
    )
    expect(removed).toEqual(['    "team": a'])
    expect(added).toEqual(['    "owner": a'])
  })
  it('says no where the key is taken, or empty', () => {
    const context = { tree: parseTree(text), document: 0 }
    const path = ['metadata', 'labels', 'team']
    expect(renameField(context, { path, name: 'app' }).ok).toBe(false)
    expect(renameField(context, { path, name: '' }).ok).toBe(false)
  })
})

describe('items of lists', () => {
  const path = ['spec', 'volumes']
  it('are put in at the end, in between, and into a list that is not there', () => {
    const value = { name: 'more', emptyDir: {} }
    const lines = ['    - name: more', '      emptyDir: {}']
    expect(checkCommand(text, 0, insertItem, { path, value }).added).toEqual(lines)
    const first = checkCommand(text, 0, insertItem, { path, value, index: 0 })
    expect(first.added).toEqual(lines)
    expect(first.removed).toEqual([])
    const made = checkCommand(text, 0, insertItem, {
      path: [...main, 'container', 'env'],
      value: { name: 'A', value: '1' },
    })
    expect(made.added).toEqual(['        env:', '          - name: A', '            value: "1"'])
  })
  it('move with their comments', () => {
    for (const [from, to] of [
      [0, 2],
      [1, 0],
      [2, 0],
      [0, 3],
    ] as const) {
      const { tree } = checkCommand(text, 0, moveItem, { path, from, to }, { keepsComments: true })
      const names = ['work', 'cache', 'flow']
      const [moved = ''] = names.splice(from, 1)
      names.splice(to > from ? to - 1 : to, 0, moved)
      expect(valueOf(tree)).toMatchObject({ spec: { volumes: names.map((name) => ({ name })) } })
    }
  })
  it('are duplicated as they are written', () => {
    const { added, removed } = checkCommand(text, 0, duplicateItem, { path: [...path, 1] })
    expect(removed).toEqual([])
    expect(added).toEqual(['    - name: cache # fast', '      emptyDir:', '        medium: Memory'])
  })
  it('stay where there are none', () => {
    const context = { tree: parseTree(text), document: 0 }
    expect(moveItem(context, { path, from: 3, to: 0 }).ok).toBe(false)
    expect(moveItem(context, { path, from: 0, to: 1 }).ok).toBe(false)
    expect(moveItem(context, { path: ['spec', 'entrypoint'], from: 0, to: 2 }).ok).toBe(false)
    expect(duplicateItem(context, { path: ['spec', 'volumes'] }).ok).toBe(false)
    expect(insertItem(context, { path: ['spec', 'entrypoint'], value: 1 }).ok).toBe(false)
  })
})

describe('parameters of a template in place', () => {
  const inPlace = `spec:
  templates:
    - name: main
      steps:
        - - name: a
            arguments:
              parameters: [{name: who, value: you}]
            inline:
              inputs:
                parameters:
                  - name: who
              outputs:
                parameters:
                  - name: out
                    valueFrom: {path: /tmp/{{inputs.parameters.who}}}
              container: {image: x, args: ["{{inputs.parameters.who}}"]}
        - - name: b
            template: other
            arguments:
              parameters: [{name: x, value: "{{steps.a.outputs.parameters.out}}"}]
`.replaceAll('/tmp/{{inputs.parameters.who}}', "'/tmp/{{inputs.parameters.who}}'")
  const template = ['spec', 'templates', 0, 'steps', 0, 0, 'inline']
  it('are renamed with what refers to them', () => {
    const inputs = checkCommand(inPlace, 0, renameParameter, {
      template,
      kind: 'inputs',
      parameter: 'who',
      name: 'whom',
    })
    expect(inputs.text).toBe(inPlace.replaceAll('who', 'whom'))
    const outputs = checkCommand(inPlace, 0, renameParameter, {
      template,
      kind: 'outputs',
      parameter: 'out',
      name: 'file',
    })
    expect(outputs.text).toBe(
      inPlace.replace('name: out', 'name: file').replace('parameters.out}}', 'parameters.file}}'),
    )
  })
  it('are added and removed', () => {
    const added = checkCommand(inPlace, 0, setParameter, {
      template,
      kind: 'inputs',
      parameter: 'more',
      fields: { default: '1' },
    })
    expect(added.added).toEqual([
      '                  - name: more',
      '                    default: "1"',
    ])
    const removed = checkCommand(added.text, 0, removeParameter, {
      template,
      kind: 'inputs',
      parameter: 'more',
    })
    expect(removed.text).toBe(inPlace)
  })
  it('are refused where there is no template in place', () => {
    const context = { tree: parseTree(inPlace), document: 0 }
    const args = { template: ['spec', 'templates', 0], kind: 'inputs', parameter: 'x' } as const
    expect(setParameter(context, args).ok).toBe(false)
  })
})

describe('convertField', () => {
  const locks = `kind: Workflow
spec:
  synchronization:
    mutex: # why
      name: turn # one at a time
    semaphores: [{name: a}, {name: b}]
    flow: {name: x}
`
  const at = (name: string) => ['spec', 'synchronization', name]
  it('makes a list of one thing, and one thing of the list, in other words the text of before', () => {
    const list = checkCommand(
      locks,
      0,
      convertField,
      { path: at('mutex'), name: 'mutexes', form: 'list' },
      { keepsComments: true },
    )
    expect(list.added).toEqual(['    mutexes: # why', '    - name: turn # one at a time'])
    const single = checkCommand(
      list.text,
      0,
      convertField,
      { path: at('mutexes'), name: 'mutex', form: 'single' },
      { keepsComments: true },
    )
    expect(single.text).toBe(locks)
    const flow = checkCommand(locks, 0, convertField, { path: at('flow'), name: 'f', form: 'list' })
    expect(flow.added).toEqual(['    f:', '    - {name: x}'])
  })
  it('says no of a list that has not one item, and where the name is taken', () => {
    const context = { tree: parseTree(locks), document: 0 }
    const several = { path: at('semaphores'), name: 'semaphore', form: 'single' } as const
    expect(convertField(context, several).ok).toBe(false)
    const taken = { path: at('mutex'), name: 'flow', form: 'list' } as const
    expect(convertField(context, taken).ok).toBe(false)
    const none = { path: at('nothing'), name: 'x', form: 'list' } as const
    expect(convertField(context, none).ok).toBe(false)
  })
})
