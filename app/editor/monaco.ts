import type { Monaco } from './monaco-types.ts'

let loading: Promise<Monaco> | undefined

/** Loads Monaco once, when somebody first needs it. After a failure the next call tries again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco-setup.ts').then(
    ({ monaco }) => monaco,
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}
