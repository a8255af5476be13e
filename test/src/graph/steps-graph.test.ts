import { describe, expect, test } from 'vitest'
import { readManifest } from '../../../src/argo/index.ts'
import { chipsInRoom, describeCard, stepsGraph, type StepsGraph } from '../../../src/graph/index.ts'
import { parseTree, updateTree, type YamlTree } from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'
import { stepsManifest } from '../../support/generate.ts'

const coinflip = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: steps
  templates:
    - name: steps
      steps:
        - - name: flip
            template: flip
        - - name: heads
            template: it-was
            when: '{{steps.flip.outputs.result}} == "heads"'
            arguments:
              parameters:
                - {name: coin, value: heads}
          - name: tails
            template: it-was
            withItems: [1, 2]
            continueOn: {failed: true}
    - name: flip
      script: {image: python, source: print(1)}
    - name: it-was
      inputs: {parameters: [{name: coin}, {name: note, default: none}]}
      retryStrategy: {limit: 2}
      container: {image: alpine}
`

/** The chips of a step whose template has these fields. */
function chipsFor(...fields: readonly string[]) {
  const text = `spec:
  templates:
    - {name: main, steps: [[{name: a, template: b}]]}
    - name: b
      suspend: {}
${fields.map((field) => `      ${field}\n`).join('')}`
  return graphOf(parseTree(text)).lanes[0]?.cards[0]?.chips ?? []
}

describe('cards', () => {
  const graph = graphOf(parseTree(coinflip))
  const [flip, heads, tails] = graph.lanes.flatMap(({ cards }) => cards)

  test('stand in the lanes of the text', () => {
    expect(graph.lanes.map(({ cards }) => cards.map(({ title }) => title))).toEqual([
      ['flip'],
      ['heads', 'tails'],
    ])
  })

  test('say what they call and what is special', () => {
    expect(flip).toMatchObject({ kind: 'script', calls: 'flip', chips: [], missing: [] })
    expect(heads?.chips.map(({ text }) => text)).toEqual(['flip.result == heads', '2 retries'])
    expect(tails?.chips.map(({ kind }) => kind)).toEqual(['loop', 'retry', 'continueOn'])
  })

  test('say how the called template runs, with its values', () => {
    const chips = chipsFor(
      'timeout: 10m',
      'activeDeadlineSeconds: 60',
      'daemon: true',
      'memoize: {key: "{{inputs.parameters.a}}", maxAge: 1h, cache: {configMap: {name: memo}}}',
      'retryStrategy: {limit: "1", retryPolicy: Always}',
      'synchronization: {mutex: {name: m}, semaphores: [{configMapKeyRef: {name: c, key: k}}]}',
    )
    expect(chips.map(({ text, words }) => `${text}: ${words}`)).toEqual([
      '1 retry: its template is tried again up to 1 time on any failure or error',
      '10m: its template fails when it is not done after 10m and may run for 60 seconds',
      'daemon: runs on beside what comes after it',
      'cached: its outputs are kept in the cache memo under {{inputs.parameters.a}} for 1h',
      '2 locks: waits for the mutex m and the semaphore c / k',
    ])
    expect(chipsFor('daemon: false', 'synchronization: {}')).toEqual([])
    const { shown, rest } = chipsInRoom([...chips, ...chips])
    expect([shown.length, rest.length]).toEqual([4, 6])
    expect(chipsInRoom(chips).rest).toEqual([])
  })

  test('count the arguments that are missing', () => {
    expect(heads?.missing).toEqual([])
    expect(tails?.missing).toEqual(['coin'])
  })

  test('have a sentence', () => {
    expect(flip && describeCard(flip, 0, 2)).toBe('flip, script flip, lane 1 of 2')
    expect(heads && describeCard(heads, 1, 2)).toContain('lane 2 of 2, when flip.result == heads')
    expect(tails && describeCard(tails, 1, 2)).toContain('1 argument missing')
  })

  test('know references, inline and unknown templates', () => {
    const cards = cardsOf(`- - {name: a, templateRef: {name: lib, template: run}}
  - {name: b, inline: {suspend: {}}}
  - {name: c, template: nowhere}
  - just text`)
    expect(cards.map(({ kind, calls, title }) => [title, kind, calls])).toEqual([
      ['a', 'templateRef', 'lib / run'],
      ['b', 'suspend', 'inline'],
      ['c', 'unknown', 'nowhere'],
      ['(no name)', 'unknown', undefined],
    ])
  })
})

describe('ids', () => {
  test('are unique, whatever the names', () => {
    const cards = cardsOf(
      '- - {name: a}\n  - {name: a/2}\n  - {name: a}\n  - {}\n  - {}\n- - {name: a}',
    )
    const ids = cards.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('stay when other steps come and go', () => {
    const before = graphOf(parseTree(coinflip))
    const after = graphOf(parseTree(coinflip.replace(/ +- - name: flip\n.*\n/, '')))
    const ids = (graph: StepsGraph) => graph.lanes.flatMap(({ cards }) => cards.map(({ id }) => id))
    expect(ids(before)).toEqual(expect.arrayContaining(ids(after)))
  })
})

describe('an edit', () => {
  test('of one step makes one new card and one new lane', () => {
    const { before, after } = edited(stepsManifest(200), 'name: step-00100', 'name: renamed')
    expect(newOnes(before, after)).toEqual({ cards: 1, lanes: 1 })
  })

  test('of a called script makes none', () => {
    const { before, after } = edited(stepsManifest(200), 'import json', 'import json, os')
    expect(newOnes(before, after)).toEqual({ cards: 0, lanes: 0 })
  })

  test.each(['daemon: true', 'retryStrategy: {limit: 2}', 'timeout: 5m'])(
    'of how a called template runs changes the cards of its callers: %s',
    (field) => {
      const source = 'script:'
      const plain = stepsManifest(20)
      const { after } = edited(plain, source, `${field}\n      ${source}`)
      expect(after.lanes[0]?.cards[0]?.chips).not.toEqual([])
      const there = plain.replace(source, `${field}\n      ${source}`)
      const { before, after: gone } = edited(there, `${field}\n      `, '')
      expect(before.lanes[0]?.cards[0]?.chips).not.toEqual([])
      expect(gone).toEqual(graphOf(parseTree(plain)))
    },
  )

  test('of nothing gives the same graph', () => {
    const tree = parseTree(coinflip)
    expect(graphOf(tree)).toBe(graphOf(tree))
  })
})

test('a flat list, an empty lane and another type', () => {
  const flat = stepsOf('- name: a')
  expect(flat.lanes).toMatchObject([{ isList: false, cards: [] }])
  expect(stepsOf('- []').lanes).toMatchObject([{ isList: true, cards: [] }])
  expect(graphOf(parseTree(coinflip), 1).lanes).toEqual([])
  expect(graphOf(parseTree(coinflip), 99).lanes).toEqual([])
  expect(graphOf(parseTree('')).lanes).toEqual([])
})

test('real manifests: as many cards as steps, and unique ids', () => {
  for (const { text } of corpus('argo', 'hera')) {
    for (const document of parseTree(text).documents) {
      const manifest = readManifest(document)
      for (const [index, { lanes }] of manifest.spec.templates.entries()) {
        const graph = stepsGraph(manifest, index)
        expect(graph.lanes.map(({ cards }) => cards.length)).toEqual(
          lanes.map(({ steps }) => steps.length),
        )
        const ids = graph.lanes.flatMap(({ id, cards }) => [id, ...cards.map((card) => card.id)])
        expect(new Set(ids).size).toBe(ids.length)
      }
    }
  }
})

function graphOf(tree: YamlTree, template = 0): StepsGraph {
  const [document] = tree.documents
  if (document === undefined) throw new Error('no document')
  return stepsGraph(readManifest(document), template)
}

function stepsOf(steps: string): StepsGraph {
  const list = steps.replaceAll(/^/gm, '        ')
  return graphOf(
    parseTree(`kind: Workflow\nspec:\n  templates:\n    - name: a\n      steps:\n${list}\n`),
  )
}

function cardsOf(steps: string) {
  return stepsOf(steps).lanes.flatMap(({ cards }) => cards)
}

function edited(text: string, old: string, insert: string) {
  const tree = parseTree(text)
  const from = text.indexOf(old)
  const before = graphOf(tree)
  const change = { from, to: from + old.length, insert }
  const after = graphOf(updateTree(tree, [change], text.replace(old, insert)))
  return { before, after }
}

function newOnes(before: StepsGraph, after: StepsGraph) {
  const oldCards = new Set(before.lanes.flatMap(({ cards }) => cards))
  const oldLanes = new Set(before.lanes)
  return {
    cards: after.lanes.flatMap(({ cards }) => cards).filter((card) => !oldCards.has(card)).length,
    lanes: after.lanes.filter((lane) => !oldLanes.has(lane)).length,
  }
}
