import { expect, test } from 'vitest'
import { checkTree, usualSettings } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const text = (line: string, above = '# nothing', head = ''): string => `${head}kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: a
        ${above}
        # and
        template: gone ${line}
    - - name: b
        template: lost
`

function codesAt(source: string, off: readonly 'template-unknown'[] = []): readonly string[] {
  return checkTree(parseTree(source), [], { ...usualSettings, off: new Set(off) }).map(
    ({ code, message }) => `${code} ${/template (\w+)/.exec(message)?.[1] ?? ''}`,
  )
}

const both = ['template-unknown gone', 'template-unknown lost']

test.each([
  [text('# stepwright: ignore template-unknown'), ['template-unknown lost']],
  [text('# why not; stepwright: ignore template-unknown'), both],
  [text('#stepwright: ignore shape,template-unknown , python'), ['template-unknown lost']],
  [text('', '# stepwright: ignore template-unknown'), ['template-unknown lost']],
  [text('', '# stepwright: ignore shape'), both],
  [text('', '# nothing', '# stepwright: ignore-file template-unknown\n'), []],
  [text('', '# nothing', '# stepwright: ignore template-unknown\n'), both],
])('comments say what nobody wants to hear of: %s', (source, codes) => {
  expect(codesAt(source)).toEqual(codes)
})

test('so do settings', () => {
  expect(codesAt(text(''), ['template-unknown'])).toEqual([])
  expect(codesAt(text(''))).toEqual(both)
})
