import { expect, test } from 'vitest'
import { eventWords } from '../../../../app/shell/actions/event-words.ts'

test.each([
  ['command.moveStep', 'move step'],
  ['command.setScriptSource', 'set script source'],
  ['input.type', 'typing'],
  ['input.type.compose', 'typing'],
  ['input.paste', 'paste'],
  ['command.fix.Call measure 2.0', 'fix: Call measure 2.0'],
  ['canvas.drag-steps', 'drag steps'],
])('%s reads as “%s”', (event, words) => {
  expect(eventWords(event)).toBe(words)
})
