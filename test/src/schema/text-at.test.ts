import { describe, expect, it } from 'vitest'
import { textAt } from '../../../src/schema/index.ts'

/** What is found at `‸`: path, the text from its beginning to the cursor, and its style. */
function at(marked: string): string {
  const offset = marked.indexOf('‸')
  const text = marked.replace('‸', '')
  const found = textAt(text, offset)
  if (found === undefined) return 'nothing'
  return `${found.path.join('/')} ${found.style}: ${text.slice(found.from, offset)}`
}

const head = 'kind: Workflow\nspec:\n  templates:\n  - name: main\n'

describe('the text at a cursor', () => {
  it.each([
    ['    when: "{{st‸', 'spec/templates/0/when double: {{st'],
    ["    when: '{{st‸}}'\n", 'spec/templates/0/when single: {{st'],
    ['    when: a == {{st‸', 'spec/templates/0/when plain: a == {{st'],
    ['    when: {{‸}}\n', 'spec/templates/0/when plain: {{'],
    ['    when: {{steps.‸\n', 'spec/templates/0/when plain: {{steps.'],
    ['    when: ‸\n', 'spec/templates/0/when plain: '],
    ['    args: ["a", "{{i‸"]\n', 'spec/templates/0/args/1 double: {{i'],
    ['    args: ["a", \'b: "c, {{i‸', 'spec/templates/0/args/1 single: b: "c, {{i'],
    ['    args: [a, {{i‸', 'spec/templates/0/args/1 plain: {{i'],
    ['    args: {x: {name: a, value: "{{‸', 'spec/templates/0/args/x/value double: {{'],
    ['    args:\n    - "{{i‸\n', 'spec/templates/0/args/0 double: {{i'],
    ['    args:\n    - a\n    - {{i‸\n', 'spec/templates/0/args/1 plain: {{i'],
    ['    args:\n    - a\n    - b {{i‸\n', 'spec/templates/0/args/1 plain: b {{i'],
    [
      '    script:\n      source: |\n        a\n        {{i‸',
      'spec/templates/0/script/source lines:         {{i',
    ],
    [
      '    script:\n      source: |-\n        if x:\n            print("{{i‸")\n',
      'spec/templates/0/script/source lines:             print("{{i',
    ],
    [
      '    script:\n      source: >-\n        # {{i‸\n    next: 1\n',
      'spec/templates/0/script/source lines:         # {{i',
    ],
    ['    when: a\n      {{i‸\n', 'spec/templates/0/when lines:       {{i'],
    ['    when: "a\n      {{i‸"\n', 'spec/templates/0/when lines:       {{i'],
    ['    args: [a,\n      "{{i‸"]\n', 'spec/templates/0/args/1 double: {{i'],
    ['    # {{‸\n', 'nothing'],
    ['    when: a # {{‸\n', 'nothing'],
    ['    whe‸n: a\n', 'nothing'],
  ])('in %j', (text, found) => {
    expect(at(head + text)).toBe(found)
  })

  it('is found in JSON', () => {
    expect(at('{"kind": "Workflow", "spec": {"onExit": "{{w‸"}}')).toBe('spec/onExit double: {{w')
  })
})
