import { describe, expect, it } from 'vitest'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkTree, usualSettings, type CheckSettings } from '../../../src/validate/index.ts'
import { corpus } from '../../support/corpus.ts'

/** Written for versions that had fields which are no more. */
const older: readonly string[] = [
  'hera/upstream--dag-inline-cronworkflow.yaml',
  'hera/upstream--steps-daemon-retry-strategy.yaml',
  'hera/upstream--synchronization-mutex-tmpl-level-legacy.yaml',
  'hera/upstream--synchronization-tmpl-level-legacy.yaml',
  'hera/upstream--synchronization-wf-level-legacy.yaml',
]
/** Argo's command line finds nothing in it, for it has a key twice. */
const refused = ['argo/k8s-patch-json-workflow.yaml']

function settingsFor(name: string): CheckSettings {
  return older.includes(name) ? { ...usualSettings, target: '3.7' } : usualSettings
}

describe('the manifests of Argo and Hera', () => {
  it.each(
    corpus('argo', 'hera')
      .filter(({ name }) => !refused.includes(name))
      .map(({ name, text }) => [name, text]),
  )('%s has no error', (name, text) => {
    const problems = checkTree(parseTree(text), [], settingsFor(name))
    const shown = problems.map(({ severity, code, message, range }) => {
      const line = text.slice(0, range.from).split('\n').length
      return `${severity} ${code} ${String(line)}: ${message}`
    })
    expect(shown.filter((line) => line.startsWith('error'))).toEqual([])
    if (process.env['SHOW'] !== undefined && shown.length > 0) console.log(name, shown)
  })

  it.each(older)('%s has fields that Argo 4 does not have', (name) => {
    const text = corpus('hera').find((one) => one.name === name)?.text ?? ''
    const errors = checkTree(parseTree(text)).filter(({ severity }) => severity === 'error')
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['field-removed']))
  })
  it.each(refused)('%s has a key twice', (name) => {
    const text = corpus('argo').find((one) => one.name === name)?.text ?? ''
    const errors = checkTree(parseTree(text)).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code }) => code)).toEqual(['yaml-duplicate-key'])
  })
})
