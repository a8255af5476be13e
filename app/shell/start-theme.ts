import { createTheme } from './theme.ts'

/**
 * The theme of this page. Evaluating this module applies it, so `main.tsx` imports it before all else:
 * a script in the page itself is ruled out by the content security policy.
 */
export const theme = createTheme({
  // Asked for each time: where storage is forbidden, even naming `localStorage` throws.
  storage: {
    getItem: (key) => window.localStorage.getItem(key),
    setItem: (key, value) => window.localStorage.setItem(key, value),
  },
  systemDark: window.matchMedia('(prefers-color-scheme: dark)'),
  apply: (name) => {
    document.documentElement.dataset['theme'] = name
  },
  onStorage: (listener) => {
    window.addEventListener('storage', (event) => listener(event.key))
  },
})
