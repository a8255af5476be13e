import { expect, test } from 'vitest'
import { functionHover } from '../../../app/editor/function-hover.ts'

function said(marked: string, isYaml = true): readonly string[] | undefined {
  const offset = marked.indexOf('‸')
  return functionHover(marked.replace('‸', ''), offset, isYaml)?.paragraphs
}

const asInt = [
  '**asInt\\(value\\)**',
  'Gives the whole number that a text or a number stands for\\. It is of Argo\\.',
]

test('explains functions in tags', () => {
  expect(said('args: ["{{=as‸Int(item)}}"]')).toEqual(asInt)
  expect(said('print({{= 1 + asInt‸(item) }})', false)).toEqual(asInt)
  expect(said('a: "{{=item}} as‸Int(x)"')).toBeUndefined()
  expect(said('a: "{{as‸Int(x)}}"')).toBeUndefined()
  expect(said('x = as‸Int(1)', false)).toBeUndefined()
})

test('explains functions in fields that are expressions', () => {
  expect(said('hooks:\n  a:\n    expression: as‸Int(item) > 1')).toEqual(asInt)
  expect(said('hooks:\n  a:\n    template: as‸Int(item)')).toBeUndefined()
})
