import type { Drag, DragItem } from './drag.ts'

/** How far the pointer goes before a press is a drag. */
const THRESHOLD = 4

interface Press {
  readonly pointerId: number
  readonly clientX: number
  readonly clientY: number
}

/**
 * Waits, after a pointer went down, whether it becomes a drag; `itemOf` is asked when it does. Escape, a lost pointer and leaving the
 * window cancel.
 */
export function press(drag: Drag, start: Press, itemOf: () => DragItem | undefined): void {
  const ending = new AbortController()
  const { signal } = ending
  let lifted = false
  let frame = 0

  const end = (): void => {
    ending.abort()
    cancelAnimationFrame(frame)
  }
  const pan = (): void => {
    drag.autoPan()
    frame = requestAnimationFrame(pan)
  }
  const begin = (point: { readonly x: number; readonly y: number }): boolean => {
    const item = itemOf()
    if (item === undefined || !drag.lift(item, 'pointer', point)) return false
    lifted = true
    frame = requestAnimationFrame(pan)
    return true
  }
  const cancel = (): void => {
    end()
    if (lifted) drag.cancel()
  }

  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== start.pointerId) return
      const point = { x: event.clientX, y: event.clientY }
      const far = Math.hypot(point.x - start.clientX, point.y - start.clientY) >= THRESHOLD
      if (!lifted && far && !begin(point)) end()
      else if (lifted) {
        event.preventDefault()
        drag.moveTo(point)
      }
    },
    { signal },
  )
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== start.pointerId) return
      end()
      if (!lifted) return
      drag.moveTo({ x: event.clientX, y: event.clientY })
      drag.drop()
      swallowClick()
    },
    { signal },
  )
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener('blur', cancel, { signal })
  window.addEventListener(
    'keydown',
    (event) => {
      if (!lifted) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') cancel()
    },
    { signal, capture: true },
  )
  // A drag that began on text must not select it.
  window.addEventListener('selectstart', (event) => event.preventDefault(), { signal })
}

/** The browser makes a click of what was a drag; nobody is to hear it. */
export function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

const STEPS: Readonly<Partial<Record<string, 'next' | 'previous' | 'first' | 'last'>>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

/** Lifts something by the keyboard; until it is dropped or cancelled, the keys belong to the drag. Says whether it was lifted. */
export function liftByKeys(drag: Drag, item: DragItem, onEnd?: () => void): boolean {
  if (!drag.lift(item, 'keys')) return false
  const ending = new AbortController()
  const end = (finish: () => void): void => {
    ending.abort()
    finish()
    onEnd?.()
  }
  window.addEventListener(
    'keydown',
    (event) => {
      if (drag.getSnapshot().item === undefined) {
        ending.abort()
        return
      }
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      const step = STEPS[event.key]
      if (step !== undefined) drag.step(step)
      else if (event.key === ' ' || event.key === 'Enter') end(drag.drop)
      else if (event.key === 'Escape' || event.key === 'Tab') end(drag.cancel)
    },
    { signal: ending.signal, capture: true },
  )
  const cancel = (): void => end(drag.cancel)
  window.addEventListener('pointerdown', cancel, { signal: ending.signal, capture: true })
  window.addEventListener('blur', cancel, { signal: ending.signal })
  return true
}
