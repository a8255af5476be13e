import { expect, test } from 'vitest'
import { createToaster } from '../../../app/ui/toaster.ts'

test('a message with a known key takes the place of the other', () => {
  const toaster = createToaster()
  toaster.show({ text: 'saving', key: 'save' })
  toaster.show({ text: 'saved', key: 'save' })
  expect(toaster.getSnapshot().map(({ text }) => text)).toEqual(['saved'])
})

test('an error is not pushed out by others', () => {
  const toaster = createToaster()
  toaster.show({ text: 'error', tone: 'danger' })
  for (const text of ['a', 'b', 'c', 'd', 'e']) toaster.show({ text })
  expect(toaster.getSnapshot().map(({ text }) => text)).toEqual(['error', 'c', 'd', 'e'])
})
