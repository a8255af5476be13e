import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consumersOf,
  edgesAround,
  edgesOf,
  flowOf,
  ownersOf,
  producersOf,
  referenceRange,
  referencesOf,
  referencesTo,
  symbolAt,
  symbolKey,
} from '../../../src/flow/index.ts'
import { findExpressionReferences, findReferences } from '../../../src/expression/index.ts'
import { isManifestKind } from '../../../src/argo/index.ts'
import { parseTree, updateTree, type YamlNode, type YamlTree } from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'
import { stepsManifest } from '../../support/generate.ts'

const files = corpus('argo', 'hera')

/** Everything that is known of a tree, as data. */
function everything(tree: YamlTree): unknown {
  return [...tree.documents.keys()].map((document) => {
    const flow = flowOf(tree, document)
    if (flow === undefined) return undefined
    const references = referencesOf(flow)
    const steps = [
      ...new Map(
        references
          .filter(({ reader }) => reader.kind === 'step')
          .map(({ reader }) => [reader.path.join('/'), reader.path]),
      ).values(),
    ].slice(0, 12)
    return {
      references: references.map((one) => [one, referenceRange(tree, one)]),
      edges: ownersOf(flow).map(({ view }) => edgesOf(view)),
      producers: steps.map((path) => producersOf(flow, path)),
      consumers: steps.map((path) => consumersOf(flow, path)),
    }
  })
}

/** How many references the texts under a node hold. */
function count(node: YamlNode, key = ''): number {
  if (node.kind === 'seq') return sum(node.items.map(({ value }) => count(value, key)))
  if (node.kind === 'map')
    return sum(
      node.entries.map((entry) =>
        count(entry.value, entry.key.kind === 'scalar' ? entry.key.value : ''),
      ),
    )
  if (node.kind !== 'scalar') return 0
  const isExpression = key === 'expression' || key === 'fromExpression'
  return (isExpression ? findExpressionReferences : findReferences)(node.value).length
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

describe('the corpus', () => {
  test.each(files.map((file) => [file.name, file.text]))('%s', (name, text) => {
    const tree = parseTree(text)
    for (const [document, { root }] of tree.documents.entries()) {
      const flow = flowOf(tree, document)
      if (flow === undefined || !isManifestKind(flow.manifest.kind)) continue
      const references = referencesOf(flow)
      const data = references.filter(({ what }) => what.role === 'data')
      const spec =
        root.kind === 'map'
          ? root.entries.find((entry) => entry.key.kind === 'scalar' && entry.key.value === 'spec')
              ?.value
          : undefined
      // Every tag and every expression below the spec is found, whatever stands around it.
      if (spec !== undefined && !/^\s*- \*|<<:/m.test(text))
        expect(data.length, name).toBe(count(spec))
      for (const reference of references) {
        const range = referenceRange(tree, reference)
        if (range === undefined) throw new Error(`${name}: ${reference.text} is nowhere`)
        const source = text.slice(range.from, range.to)
        if (/^[\w.-]+$/.test(source)) expect(source).toBe(reference.text)
        // Whoever stands on a reference is told of it, and of the thing it means.
        for (const { symbol, within } of reference.parts) {
          const at = range.from + Math.floor((within.from + within.to) / 2) - reference.within.from
          const found = symbolAt(tree, at)
          if (!/^[\w.-]+$/.test(source)) continue
          expect(found?.symbol && symbolKey(found.symbol)).toBe(symbolKey(symbol))
          expect(
            referencesTo(tree, symbol).some(({ path }) => path.join() === reference.path.join()),
          ).toBe(true)
        }
      }
    }
  })

  test('references that are told to mean nothing are few, and so', () => {
    const problems = files.flatMap(({ name, text }) => {
      const tree = parseTree(text)
      return [...tree.documents.keys()].flatMap((document) => {
        const flow = flowOf(tree, document)
        return flow === undefined
          ? []
          : referencesOf(flow).flatMap(({ problem, text: own }) =>
              problem === undefined ? [] : [`${name}: ${own}: ${problem}`],
            )
      })
    })
    expect(problems).toMatchInlineSnapshot(`[]`)
  })
})

test('the edges around a step are those of the template that begin or end there', () => {
  for (const { name, text } of files) {
    const tree = parseTree(text)
    for (const document of tree.documents.keys()) {
      const flow = flowOf(tree, document)
      for (const { view } of flow ? ownersOf(flow) : []) {
        const all = edgesOf(view)
        const ends = all
          .flatMap(({ from, to }) => [from, to])
          .filter((end) => typeof end !== 'string')
        for (const path of ends) {
          const around = edgesAround(view, path)
          const meant = all.filter(({ from, to }) =>
            [from, to].some((end) => String(end) === String(path)),
          )
          expect(new Set(around), name).toEqual(new Set(meant))
        }
      }
    }
  }
})

test('after an edit the same is known as of the new text on its own', () => {
  const texts = [
    stepsManifest(20),
    ...files.filter(({ text }) => text.length < 6000).map(({ text }) => text),
  ]
  const words = [
    'steps',
    'tasks',
    '{{',
    '}}',
    'flip',
    '.',
    'outputs',
    ' ',
    '\n',
    '- ',
    'a',
    'name: ',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.nat(6),
          insert: fc.constantFrom(...words),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (text, edits) => {
        let tree = parseTree(text)
        everything(tree)
        for (const { at, length, insert } of edits) {
          const from = Math.floor(at * tree.text.length)
          const to = Math.min(tree.text.length, from + length)
          const next = tree.text.slice(0, from) + insert + tree.text.slice(to)
          tree = updateTree(tree, [{ from, to, insert }], next)
          expect(everything(tree)).toEqual(everything(parseTree(tree.text)))
        }
      },
    ),
    { numRuns: 80 },
  )
})

test('at 10,000 steps, asking after an edit costs little', () => {
  const text = stepsManifest(10_000)
  let tree = parseTree(text)
  const ask = (): number => {
    const start = performance.now()
    const flow = flowOf(tree, 0)
    const main = flow?.templates.get('main')
    if (flow === undefined || main === undefined) throw new Error('no flow')
    const path = [...main.path, 'steps', 2000, 0]
    producersOf(flow, path)
    consumersOf(flow, path)
    return performance.now() - start
  }
  const first = ask()
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const from = tree.text.indexOf('nothing yet')
    const next = tree.text.slice(0, from) + 'x' + tree.text.slice(from)
    tree = updateTree(tree, [{ from, to: from, insert: 'x' }], next)
    times.push(ask())
  }
  const median = times.sort((a, b) => a - b)[7] ?? 0
  console.info(`10,000 steps: first ${first.toFixed(1)} ms, after an edit ${median.toFixed(1)} ms`)
  // A fraction of the first time: what an edit left alone is not read again. No figure, since machines differ.
  expect(median).toBeLessThan(first / 4)
})
