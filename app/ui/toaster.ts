import type { Tone } from './tone.ts'

export interface ToastMessage {
  readonly tone?: Tone
  readonly text: string
  readonly detail?: string
  readonly action?: { readonly label: string; readonly onSelect: () => void }
  /** A message with the key of one that is shown takes its place. */
  readonly key?: string
  /** Stay until dismissed. Errors do by default. */
  readonly sticky?: boolean
}

export interface Toast extends ToastMessage {
  readonly id: number
}

/** A list of messages to show. It knows no time: the region that shows them takes them away. */
export interface Toaster {
  readonly show: (message: ToastMessage) => number
  readonly dismiss: (id: number) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => readonly Toast[]
}

const SHOWN_AT_ONCE = 4

/** Makes an empty list. The oldest message that is not sticky goes when there are too many. */
export function createToaster(): Toaster {
  let toasts: readonly Toast[] = []
  let lastId = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly Toast[]) => {
    toasts = next
    listeners.forEach((listener) => listener())
  }
  return {
    show: (message) => {
      lastId += 1
      const toast = { ...message, id: lastId }
      const others = toasts.filter(({ key }) => key === undefined || key !== message.key)
      const drop =
        others.length >= SHOWN_AT_ONCE
          ? (others.find((other) => !isSticky(other)) ?? others[0])
          : undefined
      set([...others.filter((other) => other !== drop), toast])
      return toast.id
    },
    dismiss: (id) => set(toasts.filter((toast) => toast.id !== id)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => toasts,
  }
}

/** Whether a message waits for the user instead of leaving by itself. */
export function isSticky(message: ToastMessage): boolean {
  return message.sticky ?? message.tone === 'danger'
}
