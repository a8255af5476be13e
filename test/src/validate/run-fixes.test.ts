import { expect, test } from 'vitest'
import { fixAll } from '../../support/fix-laws.ts'

/* What Argo's lint does not look at, and a run does. Whole examples are in `test/corpus/rules`. */

const body = (fields: string, more = ''): string =>
  `kind: Workflow\nspec:\n  entrypoint: main\n${more}  templates:\n  - name: main\n${fields}\n`

test('a duration gets the unit that is needed, and days become hours', () => {
  const suspend = (duration: string): string => body(`    suspend: {duration: ${duration}}`)
  expect(fixAll(suspend('2d'), 'duration-unreadable').map(({ text }) => text)).toEqual([
    suspend('48h'),
  ])
  expect(fixAll(suspend('soon'), 'duration-unreadable')).toEqual([])
  const kept = (age: string): string =>
    body(
      `    memoize: {key: k, maxAge: ${age}, cache: {configMap: {name: kept}}}\n    container: {image: i:1}`,
    )
  expect(fixAll(kept('"60"'), 'duration-unreadable').map(({ text }) => text)).toEqual([
    kept('"60s"'),
  ])
})

test('a volume of nearly the same name is mounted', () => {
  const mounts = (name: string): string =>
    body(
      `    container: {image: i:1, volumeMounts: [{name: ${name}, mountPath: /w}]}`,
      '  volumes: [{name: work, emptyDir: {}}]\n',
    )
  expect(fixAll(mounts('wrok'), 'volume-unknown').map(({ text }) => text)).toEqual([mounts('work')])
  expect(fixAll(mounts('other'), 'volume-unknown')).toEqual([])
})
