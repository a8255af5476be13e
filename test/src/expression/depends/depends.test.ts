import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToDepends,
  dependsDemands,
  dependsReferences,
  parseDepends,
  printDepends,
  removeFromDepends,
  renameInDepends,
  taskResults,
  type DependsNode,
} from '../../../../src/expression/index.ts'
import type { TextChange } from '../../../../src/base/index.ts'

function applied(text: string, changes: readonly TextChange[]): string {
  return changes.reduceRight(
    (result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to),
    text,
  )
}

/** A tree without its ranges. */
function shape(node: DependsNode | undefined): unknown {
  if (node === undefined) return undefined
  if (node.kind === 'task') return [node.task, node.result]
  if (node.kind === 'not') return ['!', shape(node.operand)]
  if (node.kind === 'group') return ['()', shape(node.inner)]
  return [node.operator, shape(node.left), shape(node.right)]
}

const names = ['a', 'b', 'build-it', 'x1', 'a-b', '0z', 'snake_case']
const leaf = fc
  .tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(...taskResults)))
  .map(([task, result]) => (result === null ? task : `${task}.${result}`))
const { text: texts } = fc.letrec<{ text: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('text').map((inner) => `(${inner})`),
    tie('atom').map((inner) => `!${inner}`),
  ),
  text: fc
    .tuple(
      tie('atom'),
      fc.array(fc.tuple(fc.constantFrom(' && ', ' || ', '&&', '||', '\n  && '), tie('atom')), {
        maxLength: 3,
      }),
    )
    .map(([first, rest]) => first + rest.map(([operator, next]) => operator + next).join('')),
}))

describe('depends', () => {
  it('is printed so that it reads the same', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tree, problems } = parseDepends(text)
        expect(problems).toEqual([])
        if (tree === undefined) throw new Error('no tree')
        expect(text.slice(tree.range.from, tree.range.to)).toBe(text.trim())
        const printed = printDepends(tree)
        expect(shape(parseDepends(printed).tree)).toEqual(shape(tree))
      }),
    )
  })
  it('gets identical bytes back when a task is renamed and renamed back', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...names), (text, name) => {
        const renamed = applied(text, renameInDepends(text, name, 'fresh-name'))
        expect(dependsReferences(renamed).some(({ task }) => task === name)).toBe(false)
        expect(applied(renamed, renameInDepends(renamed, 'fresh-name', name))).toBe(text)
      }),
    )
  })
  it('parses after an operand was removed, and names all others as before', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...names), (text, name) => {
        const changes = removeFromDepends(text, name)
        const kept = dependsReferences(text).filter(({ task }) => task !== name)
        if (changes === 'all') {
          expect(kept).toEqual([])
          return
        }
        const after = applied(text, changes ?? [])
        expect(parseDepends(after).problems).toEqual([])
        const words = (list: typeof kept) => list.map(({ task, result }) => [task, result])
        expect(words(dependsReferences(after).slice())).toEqual(words(kept))
        if (kept.length === dependsReferences(text).length) expect(after).toBe(text)
      }),
    )
  })
  it('asks for one thing more, and for all that it asked before', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = applied(text, addToDepends(text, 'more.Failed') ?? [])
        const { tree, problems } = parseDepends(after)
        expect(problems).toEqual([])
        expect(tree?.kind === 'binary' && tree.operator).toBe('&&')
        const before = shape(parseDepends(text).tree)
        expect(tree?.kind === 'binary' && shape(tree.right)).toEqual(['more', 'Failed'])
        const left = tree?.kind === 'binary' ? shape(tree.left) : undefined
        expect([JSON.stringify(before), JSON.stringify(['()', before])]).toContain(
          JSON.stringify(left),
        )
      }),
    )
  })
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab.-!&|() F'.split('')) }), (text) => {
        parseDepends(text)
        dependsDemands(text)
        removeFromDepends(text, 'a')
        addToDepends(text, 'a')
      }),
    )
    expect(parseDepends('('.repeat(4000)).tree).toBeUndefined()
    expect(parseDepends(Array(4000).fill('a').join('&&')).problems[0]?.code).toBe('too-deep')
  })
  it.each([
    ['A && B', 'A', 'B'],
    ['A && B', 'B', 'A'],
    ['A && (B.Succeeded || C.Failed)', 'B', 'A && C.Failed'],
    ['(A || B) && C', 'C', '(A || B)'],
    ['A && !B.Failed && C', 'B', 'A && C'],
    ['(A && (B || A)) || C', 'A', 'B || C'],
    ['A.Failed || A.Errored || B', 'A', 'B'],
  ])('%s without %s is %s', (text, name, expected) => {
    const changes = removeFromDepends(text, name)
    expect(changes === 'all' ? changes : applied(text, changes ?? [])).toBe(expected)
  })
  it.each([
    ['A &&', 'missing-operand'],
    ['A B', 'missing-operator'],
    ['A and B', 'missing-operator'],
    ['A.Suceeded', 'unknown-result'],
    ['(A', 'unbalanced-parenthesis'],
    ['A)', 'unbalanced-parenthesis'],
    ['A & B', 'unknown-sign'],
    ['{{inputs.parameters.x}}', 'unknown-sign'],
    ['  ', 'empty'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseDepends(text).problems[0]?.code).toBe(code)
  })
  it('says what it asks of each task', () => {
    expect(dependsDemands('A && (B.Failed || C) && !D.Skipped && (E.Failed || E.Errored)')).toEqual(
      [
        { task: 'A', results: [''], isOptional: false },
        { task: 'B', results: ['Failed'], isOptional: true },
        { task: 'C', results: [''], isOptional: true },
        { task: 'D', results: ['!Skipped'], isOptional: false },
        { task: 'E', results: ['Failed', 'Errored'], isOptional: false },
      ],
    )
  })
})
