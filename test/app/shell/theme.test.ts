import { expect, test } from 'vitest'
import { createTheme } from '../../../app/shell/theme.ts'

function page(stored: string | null, dark: boolean) {
  const applied: string[] = []
  const memory = { value: stored }
  let systemListener = (): void => undefined
  let storageListener: (key: string | null) => void = () => undefined
  const systemDark = {
    matches: dark,
    addEventListener: (_type: string, listener: () => void) => {
      systemListener = listener
    },
  }
  const control = createTheme({
    storage: { getItem: () => memory.value, setItem: (_, value) => void (memory.value = value) },
    systemDark,
    apply: (theme) => void applied.push(theme),
    onStorage: (listener) => void (storageListener = listener),
  })
  return {
    control,
    applied,
    memory,
    setSystem: (matches: boolean) => {
      systemDark.matches = matches
      systemListener()
    },
    otherTab: (value: string) => {
      memory.value = value
      storageListener('stepwright.theme')
    },
  }
}

test('is applied at once, and follows the system until one is chosen', () => {
  const { control, applied, setSystem } = page(null, false)
  expect(applied).toEqual(['light'])
  setSystem(true)
  expect(control.getSnapshot()).toEqual({ choice: 'system', theme: 'dark' })
  control.choose('light')
  setSystem(false)
  setSystem(true)
  expect(applied).toEqual(['light', 'dark', 'light'])
})

test('is remembered, and shared with other tabs', () => {
  const { control, memory, otherTab } = page('dark', false)
  expect(control.getSnapshot().theme).toBe('dark')
  control.choose('light')
  expect(memory.value).toBe('light')
  otherTab('dark')
  expect(control.getSnapshot()).toEqual({ choice: 'dark', theme: 'dark' })
})

test('takes anything else that is stored for no choice', () => {
  expect(page('purple', true).control.getSnapshot()).toEqual({ choice: 'system', theme: 'dark' })
})
