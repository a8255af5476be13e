import { expect, test } from 'vitest'
import type { ArgoVersion } from '../../../src/schema/index.ts'
import { usualSettings, type CheckSettings } from '../../../src/validate/index.ts'
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

const locked = (version: string, body: string): string => `kind: Workflow # ${version}
spec:
  entrypoint: main
  templates:
  - name: main
    container: {image: i:1}
    synchronization:
${body}
    timeout: 1m
`

const mutex = '      mutex:\n        name: turn   # one at a time\n        # all share it'
const mutexes = '      mutexes:\n      - name: turn   # one at a time\n        # all share it'

test('one lock becomes a list of one, and back, for the version that is meant; only one problem says so', () => {
  const of = (target: ArgoVersion): CheckSettings => ({ ...usualSettings, target })
  const [toList, ...others] = fixAll(locked('4.1', mutex), 'field-removed')
  expect(toList?.text).toBe(locked('4.1', mutexes))
  expect(others).toEqual([])
  expect(fixAll(locked('4.1', mutex), 'field-superseded')).toEqual([])
  const [toSingle] = fixAll(locked('3.5', mutexes), 'field-unknown', of('3.5'))
  expect(toSingle?.text).toBe(locked('3.5', mutex))
  expect(fixAll(locked('3.5', mutexes), 'field-superseded', of('3.5'))).toEqual([])
  expect(fixAll(locked('3.5', mutex), 'field-superseded', of('3.5'))).toEqual([])
  const [early, ...rest] = fixAll(locked('3.7', mutex), 'field-superseded', of('3.7'))
  expect(early?.text).toBe(locked('3.7', mutexes))
  expect(rest).toEqual([])
  expect(fixAll(locked('3.7', mutex), 'field-removed', of('3.7'))).toEqual([])
  const [schedule] = fixAll(
    'kind: CronWorkflow\nspec:\n  schedule: 0 3 * * *   # at night\n  workflowSpec: {workflowTemplateRef: {name: x}}\n',
    'field-removed',
  )
  expect(schedule?.text).toBe(
    'kind: CronWorkflow\nspec:\n  schedules:   # at night\n  - 0 3 * * *\n  workflowSpec: {workflowTemplateRef: {name: x}}\n',
  )
})

test('where the list is there, the single field is only removed', () => {
  const both = locked('4.1', `${mutexes}\n${mutex}`)
  expect(fixAll(both, 'field-removed').map(({ fix }) => fix.title)).toEqual(['Remove mutex'])
})

test('a hook runs a template that is there', () => {
  const text = (name: string): string =>
    `kind: Workflow\nspec:\n  entrypoint: main\n  hooks: {running: {template: ${name}, expression: "true"}}\n  templates:\n  - name: main\n    container: {image: i:1}\n`
  expect(fixAll(text('mian'), 'hook-template-unknown').map((fixed) => fixed.text)).toEqual([
    text('main'),
  ])
})
