import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLines, joinCommand, splitCommand } from '../../../app/inspector/split-command.ts'

test('words are parted by blanks, kept together by quotes and backslashes', () => {
  expect(splitCommand(' sh  -c\t"echo \\"hi\\" $A" ')).toEqual(['sh', '-c', 'echo "hi" $A'])
  expect(splitCommand(`'a b'c d\\ e "" '\\n'`)).toEqual(['a bc', 'd e', '', '\\n'])
  expect(splitCommand('')).toEqual([])
  expect(splitCommand('a\\')).toEqual(['a\\'])
})
test('a quote that is not closed is refused', () => {
  expect(splitCommand('sh -c "echo')).toBeUndefined()
  expect(splitCommand("it's")).toBeUndefined()
})
test('any list of words comes back', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '\\', '\n') })),
      ),
      (words) => {
        expect(splitCommand(joinCommand(words))).toEqual(words)
      },
    ),
  )
})
test('texts of several lines are no lines', () => {
  expect(isLines(['a', 'b c'])).toBe(true)
  expect(isLines(['a\nb'])).toBe(false)
})
