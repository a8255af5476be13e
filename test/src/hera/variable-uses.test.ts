import { expect, test } from 'vitest'
import { variableUses } from '../../../src/hera/index.ts'

/** The text with the uses of `x` marked. */
function marked(code: string, isFunction = false): string {
  let at = 0
  let text = ''
  for (const { from, to } of variableUses(code, 'x', { isFunction })) {
    text += `${code.slice(at, from)}[${code.slice(from, to)}]`
    at = to
  }
  return text + code.slice(at)
}

test.each([
  ['print(x + xx)', 'print([x] + xx)'],
  ['x = x.x', '[x] = [x].x'],
  ['f(x=x, y=x)', 'f(x=[x], y=[x])'],
  ['"x" + f"{x} x"  # x', '"x" + f"{[x]} x"  # x'],
  ['def g(x):\n    return x\nx', 'def g(x):\n    return x\n[x]'],
  ['def g(y=x):\n    return x\n', 'def g(y=[x]):\n    return [x]\n'],
  ['h = lambda x: x\nx', 'h = lambda x: x\n[x]'],
  ['[x for y in x]', '[[x] for y in [x]]'],
  ['if x:\n  for i in x: x += 1', 'if [x]:\n  for i in [x]: [x] += 1'],
  ['no', 'no'],
])('%j', (code, uses) => {
  expect(marked(code)).toBe(uses)
})

test('a function has its parameters', () => {
  expect(marked('def f(x: str = "x", y=1):\n    def g(x): return x\n    return x\n', true)).toBe(
    'def f([x]: str = "x", y=1):\n    def g(x): return x\n    return [x]\n',
  )
})
