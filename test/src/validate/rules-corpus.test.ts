import { describe, expect, it } from 'vitest'
import { checkTree, problemCodes } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { ruleExamples } from '../../oracle/manifests/rule-examples.ts'
import { fixAll } from '../../support/fix-laws.ts'

/** Codes without examples, and why. */
const without: Readonly<Record<string, string>> = {
  'field-superseded':
    'It is about versions before 4.0 only: see fixes.test.ts. For 4.0 see field-removed.',
  'step-never-runs': 'It is found by dry runs, not by a rule: see check-branches.test.ts.',
  'template-ref-unknown':
    'It is about several files, and asked only without a cluster: see offline.test.ts.',
  'test-unreadable': 'It is about files of tests, which are no manifests: see check-tests.test.ts.',
  'yaml-too-deep': 'A text of a thousand levels is made by a test, not kept.',
  'yaml-too-large': 'A text of megabytes is made by a test, not kept.',
}

const examples = ruleExamples()

function codesOf(text: string): readonly string[] {
  return checkTree(parseTree(text)).map(({ code }) => code)
}

describe('the examples of rules', () => {
  it.each(Object.keys(problemCodes).filter((code) => !(code in without)))(
    'has a bad and a good one for %s',
    (code) => {
      const own = examples.filter((example) => example.code === code)
      expect(new Set(own.map(({ isBad }) => isBad))).toEqual(new Set([true, false]))
    },
  )
  it('are of codes that there are, and named for what they are', () => {
    for (const { name, code } of examples) {
      expect(Object.keys(problemCodes)).toContain(code)
      expect(name).toMatch(/^[a-z0-9.-]+\/(bad|good)-[a-z0-9-]+\.yaml$/)
    }
  })
  it.each(examples.filter(({ isBad }) => isBad).map(({ name, code, text }) => [name, code, text]))(
    '%s gives its code',
    (_, code, text) => {
      expect(codesOf(text)).toContain(code)
    },
  )
  it.each(examples.filter(({ isBad }) => isBad).map(({ name, code, text }) => [name, code, text]))(
    '%s is mended by each fix that is offered',
    (_, code, text) => {
      fixAll(text, code)
    },
  )
  it.each(examples.filter(({ isBad }) => !isBad).map(({ name, code, text }) => [name, code, text]))(
    '%s does not give its code',
    (_, code, text) => {
      expect(codesOf(text)).not.toContain(code)
    },
  )
})
