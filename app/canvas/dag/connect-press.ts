import type { Point } from '../../../src/layout/index.ts'
import { swallowClick } from '../../authoring/index.ts'
import type { Designer } from '../../store/index.ts'
import { canvasUi, type Connecting } from '../canvas-ui.ts'
import { cardsOf } from '../cards.ts'
import { aimConnect, cancelConnect, finishConnect, startConnect } from './connect.ts'

/** Follows a pointer that went down on a handle or on the end of an edge, until it is let go; Escape and a lost pointer cancel. */
export function connectByPointer(
  designer: Designer,
  pointer: { readonly pointerId: number; readonly clientX: number; readonly clientY: number },
  toLayout: (point: Point) => Point,
  begin: Pick<Connecting, 'from' | 'end'> & Partial<Connecting>,
): void {
  const at = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
    toLayout({ x: clientX, y: clientY })
  if (!startConnect(designer, { ...begin, by: 'pointer', point: at(pointer) })) return
  const ending = new AbortController()
  const { signal } = ending
  const aim = (event: PointerEvent): void => {
    const point = at(event)
    const [place] = cardsOf(designer.scene())?.within({ ...point, width: 1, height: 1 }) ?? []
    aimConnect(designer, { point, target: place?.step })
  }
  const cancel = (): void => {
    ending.abort()
    cancelConnect(designer)
  }
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== pointer.pointerId) return
      event.preventDefault()
      aim(event)
    },
    { signal },
  )
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== pointer.pointerId) return
      ending.abort()
      aim(event)
      finishConnect(designer)
      swallowClick()
    },
    { signal },
  )
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener('blur', cancel, { signal })
  window.addEventListener('selectstart', (event) => event.preventDefault(), { signal })
  window.addEventListener(
    'keydown',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') cancel()
    },
    { signal, capture: true },
  )
}

/** Draws an edge by keys: arrows go from card to card, Enter joins, Escape cancels. Until then the keys belong to it. */
export function connectByKeys(designer: Designer, from: number, end: Connecting['end']): void {
  const cards = cardsOf(designer.scene())
  const start = cards?.rectOf({ lane: 0, step: from })
  if (cards === undefined || start === undefined) return
  const point = { x: start.x, y: start.y }
  if (!startConnect(designer, { from, end, by: 'keys', point })) return
  const ending = new AbortController()
  const { signal } = ending
  const cancel = (): void => {
    ending.abort()
    cancelConnect(designer)
    canvasUi(designer).set({ wantsFocus: true })
  }
  const step = (key: string): void => {
    const { connecting } = canvasUi(designer).getSnapshot()
    const place = { lane: 0, step: connecting?.target ?? from }
    const direction = DIRECTIONS[key]
    const all = cards.all()
    const next =
      direction !== undefined
        ? (cards.neighbour(place, direction) ?? (place.step === from ? undefined : place))
        : key === 'Home'
          ? all[0]
          : all.at(-1)
    const target = next ?? all.find((other) => other.step !== from)
    aimConnect(designer, { target: target?.step })
    const rect = target && cards.rectOf(target)
    if (rect) canvasUi(designer).view()?.reveal(rect)
  }
  window.addEventListener(
    'keydown',
    (event) => {
      if (canvasUi(designer).getSnapshot().connecting === undefined) {
        ending.abort()
        return
      }
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key in DIRECTIONS || event.key === 'Home' || event.key === 'End') step(event.key)
      else if (event.key === 'Enter' || event.key === ' ') {
        ending.abort()
        finishConnect(designer)
        canvasUi(designer).set({ wantsFocus: true })
      } else if (event.key === 'Escape' || event.key === 'Tab') cancel()
    },
    { signal, capture: true },
  )
  window.addEventListener('pointerdown', cancel, { signal, capture: true })
  window.addEventListener('blur', cancel, { signal })
}

const DIRECTIONS: Readonly<Partial<Record<string, 'left' | 'right' | 'up' | 'down'>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
