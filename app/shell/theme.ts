export type ThemeChoice = 'system' | 'light' | 'dark'
export type Theme = 'light' | 'dark'

export interface ThemeState {
  readonly choice: ThemeChoice
  readonly theme: Theme
}

export interface ThemeControl {
  readonly choose: (choice: ThemeChoice) => void
  readonly getSnapshot: () => ThemeState
  readonly subscribe: (listener: () => void) => () => void
}

/** The powers that the theme needs, so that tests can give others. */
export interface ThemeEnvironment {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly systemDark: {
    readonly matches: boolean
    readonly addEventListener: (type: 'change', listener: () => void) => void
  }
  /** Puts a theme on the page. */
  readonly apply: (theme: Theme) => void
  /** Calls back when another tab changed the storage. */
  readonly onStorage: (listener: (key: string | null) => void) => void
}

const KEY = 'stepwright.theme'

/** Applies the stored theme at once, then follows the user, the system and other tabs. */
export function createTheme(environment: ThemeEnvironment): ThemeControl {
  const { storage, systemDark, apply, onStorage } = environment
  const listeners = new Set<() => void>()
  let state = resolve(read(storage), systemDark.matches)
  apply(state.theme)

  const set = (choice: ThemeChoice) => {
    const next = resolve(choice, systemDark.matches)
    if (next.choice === state.choice && next.theme === state.theme) return
    state = next
    apply(state.theme)
    listeners.forEach((listener) => listener())
  }
  systemDark.addEventListener('change', () => set(state.choice))
  onStorage((key) => {
    if (key === KEY || key === null) set(read(storage))
  })

  return {
    choose: (choice) => {
      try {
        storage.setItem(KEY, choice)
      } catch {
        // A full or forbidden storage costs only the memory of the choice, not the choice.
      }
      set(choice)
    },
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function resolve(choice: ThemeChoice, systemDark: boolean): ThemeState {
  return { choice, theme: choice === 'system' ? (systemDark ? 'dark' : 'light') : choice }
}

function read(storage: ThemeEnvironment['storage']): ThemeChoice {
  try {
    const stored = storage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}
