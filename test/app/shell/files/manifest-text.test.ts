import { describe, expect, test } from 'vitest'
import { documentAsJson, isManifestText } from '../../../../app/shell/files/manifest-text.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

describe('a whole manifest', () => {
  test.each([
    'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n',
    'kind: "CronWorkflow" # nightly\r\nspec: {}\r\n',
    '{\n  "kind": "WorkflowTemplate",\n  "spec": {}\n}',
    'kind: Workflow\nspec: [broken',
  ])('is %j', (text) => {
    expect(isManifestText(text)).toBe(true)
  })

  test.each(['', '- name: a\n  template: b\n', 'kind: Deployment\n', 'a kind: Workflow of ours'])(
    'is not %j',
    (text) => {
      expect(isManifestText(text)).toBe(false)
    },
  )
})

describe('a document as JSON', () => {
  const json = (text: string, index = 0) => documentAsJson(parseTree(text), index)

  test('has aliases followed', () => {
    expect(json('a: &x [1, yes, "2"]\nb: *x\n')).toEqual({
      ok: true,
      value: `${JSON.stringify({ a: [1, true, '2'], b: [1, true, '2'] }, null, 2)}\n`,
    })
  })

  test('is the one that is asked for', () => {
    expect(json('a: 1\n---\nb: 2\n', 1)).toMatchObject({ value: '{\n  "b": 2\n}\n' })
  })

  test.each([
    ['no anchor', 'a: *nowhere\n'],
    ['aliases without bounds', bomb()],
    ['broken YAML', 'a: [\n'],
  ])('is refused with words for %s', (_, text) => {
    const result = json(text)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.error.length).toBeGreaterThan(40)
  })
})

/** A few lines of aliases that stand for billions of nodes. */
function bomb(): string {
  const lines = ['a0: &a0 [x, x]']
  for (let level = 1; level < 40; level++) {
    lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`)
  }
  return `${lines.join('\n')}\n`
}
