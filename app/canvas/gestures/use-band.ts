import { useStore, type ReactFlowState } from '@xyflow/react'
import { bandOf, type Band } from '../viewport.ts'

/** The part of the layout that has to be drawn. Changes only when the picture has moved a good way. */
export function useBand(): Band {
  return useStore(selectBand, isSame)
}

function selectBand({ transform, width, height }: ReactFlowState): Band {
  const [x, y, zoom] = transform
  return bandOf({ x, y, zoom }, { width, height })
}

function isSame(a: Band, b: Band): boolean {
  return (
    a.isFar === b.isFar &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height
  )
}
