import { describe, expect, it } from 'vitest'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { corpus } from '../../support/corpus.ts'

describe('the manifests of Argo and Hera', () => {
  it.each(corpus('argo', 'hera').map(({ name, text }) => [name, text]))(
    '%s has no error',
    (_, text) => {
      const problems = checkTree(parseTree(text))
      const shown = problems.map(({ severity, code, message, range }) => {
        const line = text.slice(0, range.from).split('\n').length
        return `${severity} ${code} ${String(line)}: ${message}`
      })
      expect(shown.filter((line) => line.startsWith('error'))).toEqual([])
      if (process.env['SHOW'] !== undefined && shown.length > 0) console.log(_, shown)
    },
  )
})
