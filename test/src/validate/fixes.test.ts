import { expect, test } from 'vitest'
import { fixAll } from '../../support/fix-laws.ts'

const calls = (name: string): string => `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: a   # why
        template: ${name}
  - name: measure
    container: {image: i:1}
`

test('a template that is not there: a similar one is called, or it is added', () => {
  const [similar, added, ...rest] = fixAll(calls('mesure'), 'template-unknown')
  expect(similar?.fix.title).toBe('Call measure')
  expect(similar?.text).toBe(calls('measure'))
  expect(added?.fix.title).toBe('Add a template mesure')
  expect(added?.text.startsWith(calls('mesure'))).toBe(true)
  expect(rest).toEqual([])
  expect(fixAll(calls('publish'), 'template-unknown')).toHaveLength(1)
})
