import { useReactFlow } from '@xyflow/react'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { samePath, type Path } from '../../../src/base/index.ts'
import type { CardGeometry } from './geometry.ts'

/** A pointer that only passes over a card shows nothing; one that leaves has time to reach what was shown. */
const REST = 110
const LEAVE = 260

/** The step whose card the pointer rests on. Works at any zoom, since it asks the layout and no element. */
export function useHovered(
  root: RefObject<HTMLElement | null>,
  geometry: CardGeometry,
): Path | undefined {
  const flow = useReactFlow()
  const [hovered, setHovered] = useState<Path>()
  const stepUnder = useEffectEvent((event: PointerEvent): Path | undefined => {
    // A finger presses, and what is pressed is selected; with a button down something is dragged.
    if (event.pointerType === 'touch' || event.buttons !== 0) return undefined
    const isOnPicture =
      event.target instanceof Element && event.target.closest('.react-flow__renderer') !== null
    if (!isOnPicture) return undefined
    return geometry.stepAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  })
  useEffect(() => {
    const element = root.current
    if (element === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let next: Path | undefined
    const aim = (path: Path | undefined): void => {
      if (isSame(path, next)) return
      next = path
      clearTimeout(timer)
      timer = setTimeout(() => setHovered(path), path === undefined ? LEAVE : REST)
    }
    const move = (event: PointerEvent): void => {
      const isOnStub =
        event.target instanceof Element && event.target.closest('[data-stubs]') !== null
      if (isOnStub) clearTimeout(timer)
      else aim(stepUnder(event))
    }
    const leave = (): void => aim(undefined)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerdown', move)
    element.addEventListener('pointerleave', leave)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerdown', move)
      element.removeEventListener('pointerleave', leave)
    }
  }, [root])
  return hovered
}

function isSame(a: Path | undefined, b: Path | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && samePath(a, b))
}
