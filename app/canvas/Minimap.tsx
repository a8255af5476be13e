import { useReactFlow, useStore } from '@xyflow/react'
import { memo, useMemo, type PointerEvent } from 'react'
import type { Rect } from '../../src/layout/index.ts'
import { minimapScale } from './minimap-scale.ts'
import styles from './Minimap.module.css'

/** The whole picture in small, with a frame around what is in sight; a click or drag goes there. */
export const Minimap = memo(function Minimap({
  bounds: whole,
  shape,
  isEmpty,
}: {
  readonly bounds: Rect
  /** All cards as one path. */
  readonly shape: string
  readonly isEmpty: boolean
}) {
  const flow = useReactFlow()
  const scale = useMemo(() => minimapScale(whole), [whole])
  const [x, y, zoom] = useStore(({ transform }) => transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  if (isEmpty) return null
  const { bounds } = scale
  const across = scale.width / bounds.width
  const down = scale.height / bounds.height

  const go = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    void flow.setCenter(
      bounds.x + ((event.clientX - box.x) / box.width) * bounds.width,
      bounds.y + ((event.clientY - box.y) / box.height) * bounds.height,
      { zoom },
    )
  }

  return (
    <div className={styles.map} aria-hidden>
      <svg
        width={scale.width}
        height={scale.height}
        viewBox={[bounds.x, bounds.y, bounds.width, bounds.height].map(String).join(' ')}
        preserveAspectRatio="none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) go(event)
        }}
      >
        <path className={styles.cards} d={shape} />
      </svg>
      {/* On its own, so that the shape is not painted again while the picture moves. */}
      <div
        className={styles.sight}
        style={{
          width: (width / zoom) * across,
          height: (height / zoom) * down,
          transform: `translate(${String((-x / zoom - bounds.x) * across)}px, ${String((-y / zoom - bounds.y) * down)}px)`,
        }}
      />
    </div>
  )
})
