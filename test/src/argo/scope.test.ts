import { describe, expect, it } from 'vitest'
import {
  findStep,
  freeName,
  nameProblem,
  readManifest,
  scriptLanguage,
  valuesInScope,
} from '../../../src/argo/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const TEXT = `kind: Workflow
spec:
  arguments: {parameters: [{name: env}]}
  templates:
  - name: main
    inputs: {parameters: [{name: who}], artifacts: [{name: data, path: /d}]}
    steps:
    - - {name: first, template: job}
      - {name: twin, template: job}
    - - {name: second, template: job, withParam: "[]"}
    - - {name: third, template: nap, withItems: [{k: 1}]}
  - name: job
    outputs: {parameters: [{name: out, valueFrom: {path: /x}}], artifacts: [{name: file, path: /f}]}
    script: {image: python, source: x}
  - name: nap
    suspend: {}
`

function scopeOf(step: string): string[] {
  const document = parseTree(TEXT).documents[0]
  if (document === undefined) throw new Error('no document')
  const manifest = readManifest(document)
  const place = findStep(manifest, 'main', step)
  return place === undefined ? [] : valuesInScope(manifest, place).map(({ reference }) => reference)
}

describe('valuesInScope', () => {
  it('offers inputs and the workflow to a step of the first lane, but not its siblings', () => {
    const scope = scopeOf('first')
    expect(scope).toContain('inputs.parameters.who')
    expect(scope).toContain('inputs.artifacts.data')
    expect(scope).toContain('workflow.parameters.env')
    expect(scope.some((reference) => reference.startsWith('steps.'))).toBe(false)
    expect(scope).not.toContain('item')
  })

  it('offers what earlier lanes leave behind, by the template they call', () => {
    const scope = scopeOf('third')
    expect(scope).toContain('steps.first.outputs.result')
    expect(scope).toContain('steps.twin.outputs.parameters.out')
    expect(scope).toContain('steps.first.outputs.artifacts.file')
    expect(scope).toContain('steps.second.outputs.parameters')
    expect(scope).not.toContain('steps.first.outputs.parameters')
    expect(scope).toContain('item.k')
    expect(scope.indexOf('steps.second.outputs.result')).toBeLessThan(
      scope.indexOf('steps.first.outputs.result'),
    )
  })

  it('knows the item of a loop', () => {
    expect(scopeOf('second')[0]).toBe('item')
  })
})

describe('names and languages', () => {
  it.each([
    ['flip-coin', undefined],
    ['', 'needed'],
    ['a_b', 'letters'],
    ['-a', 'letters'],
    ['<b>', 'letters'],
    ['x'.repeat(129), '129'],
  ])('judges %j', (name, problem) => {
    if (problem === undefined) expect(nameProblem(name)).toBeUndefined()
    else expect(nameProblem(name)).toContain(problem)
  })

  it('finds a free name', () => {
    expect(freeName('a', new Set())).toBe('a')
    expect(freeName('a', new Set(['a']))).toBe('a-2')
    expect(freeName('a-2', new Set(['a', 'a-2']))).toBe('a-3')
  })

  it.each([
    [['python'], 'x', 'python'],
    [['/usr/bin/env', 'python3.12'], undefined, 'python'],
    [['bash', '-c'], undefined, 'shell'],
    [['node'], undefined, 'javascript'],
    [[], 'docker.io/library/python:3.10', 'python'],
    [[], 'node:22', 'javascript'],
    [[], 'debian:9.4', 'shell'],
    [['ruby'], 'ruby', 'plaintext'],
    [[], undefined, 'plaintext'],
  ])('reads %j in %s as %s', (command, image, language) => {
    expect(scriptLanguage({ command, image })).toBe(language)
  })
})
