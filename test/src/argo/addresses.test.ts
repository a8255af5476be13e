import { describe, expect, test } from 'vitest'
import {
  calledAddress,
  readManifest,
  sameTemplate,
  stepAt,
  stepPath,
  stepPlaceOf,
  templateAddressOf,
  templateAt,
  templatePath,
} from '../../../src/argo/index.ts'
import { locate, parseTree } from '../../../src/yaml/index.ts'

const text = `
kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: plain
            template: leaf
          - name: outer
            inline:
              steps:
                - - name: inner
                    inline:
                      script: {image: python, source: print(1)}
    - name: graph
      dag:
        tasks:
          - name: task
            inline:
              steps:
                - - {name: deep, template: leaf}
    - name: leaf
      container: {image: alpine}
`
const tree = parseTree(text)
const [document] = tree.documents
if (document === undefined) throw new Error('no document')
const manifest = readManifest(document)

const main = ['spec', 'templates', 0]
const outer = [...main, 'steps', 0, 1]
const inner = [...outer, 'inline', 'steps', 0, 0]
const task = ['spec', 'templates', 1, 'dag', 'tasks', 0]

describe('addresses of templates', () => {
  test.each([
    { path: main, address: 0 },
    { path: [...main, 'steps', 0, 0, 'when'], address: 0 },
    { path: outer, address: 0 },
    { path: [...outer, 'inline'], address: [...outer, 'inline'] },
    { path: [...inner, 'name'], address: [...outer, 'inline'] },
    {
      path: [...inner, 'inline', 'script', 'source'],
      address: [...inner, 'inline'],
    },
    { path: [...task, 'inline', 'steps'], address: [...task, 'inline'] },
    { path: task, address: 1 },
    { path: ['spec', 'entrypoint'], address: undefined },
  ])('$path is in $address', ({ path, address }) => {
    expect(templateAddressOf(manifest, path)).toEqual(address)
  })

  test('lead to the same node as their path', () => {
    const addresses = [0, 1, 2, [...outer, 'inline'], [...inner, 'inline'], [...task, 'inline']]
    for (const address of addresses) {
      const path = templatePath(manifest, address)
      expect(templateAt(manifest, address)?.node).toBe(locate(tree, { document: 0, path })?.node)
    }
    expect(templateAt(manifest, inner)).toBeUndefined()
    expect(templateAt(manifest, [...main, 'steps', 0, 0, 'inline'])).toBeUndefined()
  })

  test('are compared by what they lead to', () => {
    expect(sameTemplate([...outer, 'inline'], [...outer, 'inline'])).toBe(true)
    expect(sameTemplate([...outer, 'inline'], 0)).toBe(false)
    expect(sameTemplate(undefined, undefined)).toBe(true)
  })
})

test('a path leads into the innermost step, whether through inline templates or not', () => {
  const place = { template: [...outer, 'inline'], lane: 0, step: 0 }
  expect(stepPlaceOf(manifest, [...inner, 'inline', 'script'])).toEqual(place)
  expect(stepPlaceOf(manifest, [...outer, 'inline'])).toEqual({ template: 0, lane: 0, step: 1 })
  expect(stepPlaceOf(manifest, [...task, 'inline'])).toBeUndefined()
  expect(stepPath(manifest, place.template, 0, 0)).toEqual(inner)
  expect(stepAt(manifest, place)?.name).toBe('inner')
})

test('a step calls the template of its name, or the one that it gives', () => {
  const view = (lane: number, step: number) => {
    const found = stepAt(manifest, { template: 0, lane, step })
    if (found === undefined) throw new Error('no such step')
    return found
  }
  expect(calledAddress(manifest, view(0, 0), [...main, 'steps', 0, 0])).toBe(2)
  expect(calledAddress(manifest, view(0, 1), outer)).toEqual([...outer, 'inline'])
})
