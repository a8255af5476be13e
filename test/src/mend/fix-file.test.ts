import { describe, expect, it } from 'vitest'
import { fixFile, type Verdict } from '../../../src/mend/index.ts'
import type { Fix, Problem } from '../../../src/validate/index.ts'
import {
  anchorsOf,
  parseTree,
  toValue,
  type JsonObject,
  type YamlTree,
} from '../../../src/yaml/index.ts'

/** What a judge of ours says about the value of each key of a map. */
type Judge = (
  key: string,
  value: string,
) => (Partial<Problem> & { readonly to?: string }) | undefined

function fixOf(key: string, value: string, isSafe: boolean): Fix {
  const args: JsonObject = { path: [key], value }
  return { title: `Set ${key}`, command: 'setField', args, isSafe }
}

function verdictBy(judge: Judge, isSafe = true): (tree: YamlTree) => Verdict {
  return (tree) => {
    const document = tree.documents[0]
    const value = document === undefined ? null : toValue(document.root, anchorsOf(document.root))
    const own = Object.entries(value ?? {}).flatMap(([key, text]): Problem[] => {
      const found = judge(key, String(text))
      if (found === undefined) return []
      const { to, ...rest } = found
      return [
        {
          code: 'shape',
          severity: 'warning',
          message: `${key} is wrong.`,
          range: { from: 0, to: 0 },
          document: 0,
          path: [key],
          ...(to === undefined ? {} : { fixes: [fixOf(key, to, isSafe)] }),
          ...rest,
        },
      ]
    })
    return { own, elsewhere: [] }
  }
}

function fixed(text: string, judge: Judge, isSafe = true) {
  const { tree, made } = fixFile(parseTree(text), verdictBy(judge, isSafe))
  return { text: tree.text, made: made.map(({ problem }) => problem.path.join('.')) }
}

const old: Judge = (_, value) => (value === 'old' ? { to: 'new' } : undefined)

describe('safe fixes', () => {
  it('are made until none is left, and nothing else changes', () => {
    const text = '# first\na: old   # yes\nb: fine\nc: "old"\n'
    expect(fixed(text, old)).toEqual({
      text: '# first\na: new   # yes\nb: fine\nc: "new"\n',
      made: ['a', 'c'],
    })
  })

  it('are made of what comes with others', () => {
    const chain: Judge = (_, value) =>
      Number(value) > 0 ? { to: String(Number(value) - 1) } : undefined
    expect(fixed('a: "3"\nb: "1"\n', chain).text).toBe('a: "0"\nb: "0"\n')
  })

  it('are not made when they are not safe', () => {
    expect(fixed('a: old\n', old, false)).toEqual({ text: 'a: old\n', made: [] })
  })

  it('are not kept where they bring an error, and those beside them are', () => {
    const judge: Judge = (key, value) => {
      if (value === 'new' && key === 'c') return { severity: 'error', message: 'c must be old.' }
      return old(key, value)
    }
    expect(fixed('a: old\nb: old\nc: old\nd: old\n', judge)).toEqual({
      text: 'a: new\nb: new\nc: old\nd: new\n',
      made: ['a', 'b', 'd'],
    })
  })

  it('may stay where an error was before', () => {
    const judge: Judge = (key, value) =>
      key === 'b' ? { severity: 'error', message: 'b is wrong.' } : old(key, value)
    expect(fixed('a: old\nb: x\n', judge).text).toBe('a: new\nb: x\n')
  })

  it('that bring back what was there before come to an end', () => {
    const swap: Judge = (_, value) => ({ to: value === 'x' ? 'y' : 'x' })
    expect(fixed('a: "x"\n', swap)).toEqual({ text: 'a: "y"\n', made: ['a'] })
  })

  it('that never end are given up', () => {
    const grow: Judge = (_, value) => ({ to: `${value}x` })
    expect(fixed('a: x\n', grow).text.length).toBeLessThan(1_000)
  })

  it('are not kept where they bring an error into another file', () => {
    const own = verdictBy(old)
    const elsewhere = (tree: YamlTree): readonly Problem[] =>
      tree.text.includes('new')
        ? [
            {
              code: 'template-unknown',
              severity: 'error',
              message: 'It was called.',
              range: { from: 0, to: 0 },
              document: 0,
              path: [],
            },
          ]
        : []
    const judge = (tree: YamlTree) => ({ ...own(tree), elsewhere: elsewhere(tree) })
    expect(fixFile(parseTree('a: old\n'), judge).tree.text).toBe('a: old\n')
  })
})
