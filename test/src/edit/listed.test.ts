import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mainDocument, readManifest } from '../../../src/argo/index.ts'
import {
  addStep,
  commandIds,
  moveDocument,
  removeDocument,
  renameAcross,
  renameTemplate,
  setField,
  setKind,
} from '../../../src/edit/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { addressAt, locate, parseTree, wholeDocuments } from '../../../src/yaml/index.ts'
import { checkCommand, diff } from '../../support/command-laws.ts'
import { corpus } from '../../support/corpus.ts'
import { judge } from '../../support/judge.ts'
import { oddManifests } from '../../support/odd-manifests.ts'

const list = oddManifests.find(({ name }) => name === 'a list')?.text ?? ''
const tree = parseTree(list)
const kinds = tree.documents.map((document) => readManifest(document).kind)

describe('the items of a list', () => {
  test('are documents behind those of the stream', () => {
    expect(kinds).toEqual(['List', 'WorkflowTemplate', 'ConfigMap', 'Workflow', 'CronWorkflow'])
    expect(wholeDocuments(tree)).toHaveLength(1)
    expect(mainDocument(tree)).toBe(1)
    const two = parseTree(`${list}---\nkind: Workflow\n`)
    expect(two.documents.map((document) => readManifest(document).kind)).toEqual([
      'List',
      'Workflow',
      ...kinds.slice(1),
    ])
  })

  test('are found by places in the text, from their first line to their last', () => {
    for (const [word, document] of [
      ['resourceVersion', 0],
      ['lib', 1],
      ['settings', 2],
      ['run-', 3],
      ['nightly', 4],
    ] as const) {
      const at = addressAt(tree, list.indexOf(word) + 1)
      expect(at.document, word).toBe(document)
      expect(locate(tree, at), word).toBeDefined()
    }
  })

  test('are no documents in other files, and other items are none', () => {
    for (const text of [
      'kind: Workflow\nitems:\n- {kind: Workflow}\n',
      'kind: List\nitems: {a: {kind: Workflow}}\n',
      'kind: List\nitems: [1, x, {a: b}, [c]]\n',
      '- kind: List\n  items: [{kind: Workflow}]\n',
    ])
      expect(parseTree(text).documents, text).toHaveLength(1)
  })

  test('are edited where they stand', () => {
    const { added, removed } = checkCommand(list, 3, addStep, {
      template: 'main',
      step: { name: 'd', template: 'say' },
      to: { lane: 0, index: 2 },
    })
    expect(removed).toEqual([])
    expect(added).toEqual(['        - name: d', '          template: say'])
    const name = checkCommand(list, 4, setField, { path: ['metadata', 'name'], value: 'daily' })
    expect(name.text).toBe(list.replace('nightly', 'daily'))
    const label = checkCommand(list, 1, setField, { path: ['metadata', 'labels', 'a'], value: 'b' })
    expect(label.added).toEqual(['    labels:', '      a: b'])
    const top = checkCommand(list, 1, setField, { path: ['extra'], value: 'x' })
    expect(top.added).toEqual(['  extra: x'])
    const said = checkCommand(list, 3, renameTemplate, { template: 'say', name: 'tell' })
    expect(said.text).toBe(list.replaceAll(/(template|name): say/g, '$1: tell'))
  })

  test('become of another kind', () => {
    const { text } = checkCommand(list, 3, setKind, { kind: 'CronWorkflow', lose: true })
    const after = parseTree(text)
    expect(after.documents.map((document) => readManifest(document).kind)).toEqual(
      kinds.map((kind) => (kind === 'Workflow' ? 'CronWorkflow' : kind)),
    )
    expect(diff(list, text).removed).not.toContain('  kind: WorkflowTemplate   # behind its kind')
  })

  test('rename each other', () => {
    const at = { tree: 0, document: 1 }
    const done = renameAcross([tree], at, { kind: 'manifest' }, 'library')
    if (!done.ok) throw new Error(done.error.message)
    const [changes = []] = done.value
    expect(changes).toHaveLength(2)
    const template = renameAcross([tree], at, { kind: 'template', template: 'echo' }, 'shout')
    expect(template).toMatchObject({ ok: true })
  })

  test('leave moving and removing to the documents of the stream', () => {
    const two = `${list}---\nkind: Workflow\n`
    const context = { tree: parseTree(two), document: 0 }
    const after = (done: ReturnType<typeof moveDocument>): string => {
      if (!done.ok) throw new Error(done.error.message)
      return ChangeSet.of(done.value.changes, two.length).apply(two)
    }
    expect(after(moveDocument(context, { from: 1, to: 0 }))).toMatch(/^kind: Workflow\n---\n/)
    expect(after(removeDocument(context, { index: 1 }))).toBe(list)
    expect(moveDocument({ tree, document: 0 }, { from: 2, to: 0 }).ok).toBe(false)
    expect(removeDocument({ tree, document: 0 }, { index: 2 }).ok).toBe(false)
  })

  test('are checked, each problem once', () => {
    const bad = parseTree(
      list
        .replace('template: say}', 'template: none}')
        .replace('data: {a: b}', 'data: {a: b, a: c}'),
    )
    const errors = checkTree(bad).filter(({ code }) => /duplicate-key|template-unknown/.test(code))
    expect(errors.map(({ code, document }) => `${code} ${String(document)}`)).toEqual([
      'yaml-duplicate-key 0',
      'template-unknown 3',
    ])
  })
})

const many = corpus('argo')
  .filter(({ text }) => text.length < 4000 && !/^(---|\.\.\.|%|\uFEFF|\t)/m.test(text))
  .map(({ text }) => `- ${text.trimEnd().replaceAll(/\n(?=.)/g, '\n  ')}\n`)
  .filter((item) => /^- (apiVersion|kind|metadata)/.test(item))

test('real manifests in lists keep the laws', () => {
  const runs = Number(process.env['PROPERTY_RUNS'] ?? 40)
  const command = fc.record({ id: fc.constantFrom(...commandIds), seed: fc.nat(0xffffffff) })
  const picks = fc.array(fc.nat(Math.max(0, many.length - 1)), { minLength: 2, maxLength: 3 })
  fc.assert(
    fc.property(picks, fc.array(command, { minLength: 1, maxLength: 8 }), (items, commands) => {
      const text = `apiVersion: v1\nkind: List\nitems:\n${items.map((item) => many[item] ?? '').join('')}`
      if (many.length === 0 || parseTree(text).problems.length > 0) return
      judge(text, commands, { done: new Map(), refused: new Map() })
    }),
    { numRuns: runs },
  )
}, 400_000)
