import { describe, expect, test } from 'vitest'
import { renderTemplate } from '../../../src/expression/index.ts'

const variables = new Map([
  ['item', 'a<b'],
  ['steps.one.outputs.result', '10'],
  ['inputs.parameters.name', 'x'],
  ['outer-x', 'done'],
])

function rendered(text: string, strict: 'all' | readonly string[] = ['steps', 'tasks']): string {
  return renderTemplate(text, { variables, strict }).text
}

function waits(text: string, strict: 'all' | readonly string[] = ['steps', 'tasks']): unknown[] {
  const { unresolved } = renderTemplate(text, { variables, strict })
  return unresolved.map(({ names, strict: must, failure }) => [must, ...names, failure?.kind ?? ''])
}

describe('simple tags', () => {
  test('are replaced by their texts, white space aside', () => {
    expect(rendered('{{item}} and {{ inputs.parameters.name }}')).toBe('a<b and x')
  })

  test('of names that are not there stay; those that must be there stop Argo', () => {
    expect(rendered('{{steps.two.id}} {{pod.name}}')).toBe('{{steps.two.id}} {{pod.name}}')
    expect(waits('{{steps.two.id}} {{pod.name}} {{steps.two.outputs.artifacts.a}}')).toEqual([
      [true, 'steps.two.id', ''],
      [false, 'pod.name', ''],
      [false, 'steps.two.outputs.artifacts.a', ''],
    ])
    expect(waits('{{pod.name}}', 'all')).toEqual([[true, 'pod.name', '']])
  })

  test('in tags are replaced first', () => {
    const once = rendered('{{outer-{{inputs.parameters.name}}}}')
    expect(once).toBe('{{outer-x}}')
    expect(rendered(once)).toBe('done')
  })

  test('that are not closed stop Argo', () => {
    expect(waits('a {{item')).toEqual([[true, '']])
  })
})

describe('expression tags', () => {
  test('give strings bare and all else as JSON', () => {
    expect(rendered("{{=item}} {{= asInt(steps.one.outputs.result) + 1 }} {{=['<', nil]}}")).toBe(
      String.raw`a<b 11 ["\u003c",null]`,
    )
  })

  test('stop Argo at strict names, and stay at others', () => {
    expect(waits('{{=steps.two.outputs.result}}')).toEqual([
      [true, 'steps.two', 'steps.two.outputs', 'steps.two.outputs.result', ''],
    ])
    expect(waits('{{=inputs.parameters.other ?? "d"}}')).toEqual([])
    expect(waits('{{=inputs.parameters.other}}')).toEqual([[false, 'inputs.parameters.other', '']])
  })

  test('wait for what comes later', () => {
    const tag = '{{=retries ?? "none"}}'
    expect(waits(tag)).toEqual([[false, 'retries', '']])
    expect(rendered(tag)).toBe(tag)
  })

  test('say why they have no value', () => {
    expect(waits('{{=item + 1}}')).toEqual([[true, 'types']])
    expect(waits('{{=1 +}}', [])).toEqual([[true, 'syntax']])
    expect(waits('{{=nil}}')).toEqual([[true, '']])
    expect(waits('{{=asInt(item)}}', [])).toEqual([[false, 'run']])
  })
})
