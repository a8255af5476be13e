import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { metrics, cardRect } from '../../../src/layout/index.ts'
import { kindsOf, type FarLaneNode as FarLaneNodeType } from '../to-flow.ts'
import styles from './FarLaneNode.module.css'

/** A lane from afar: one shape for all cards of a kind, so that any number of steps is a handful of elements. */
export const FarLaneNode = memo(function FarLaneNode({ data }: NodeProps<FarLaneNodeType>) {
  const { graphLane, box, from, to, selected } = data
  const shape = (steps: readonly number[]): string =>
    steps
      .map((step) => {
        const { x, y, width, height } = cardRect(box, step)
        return `M${String(x - box.x)} ${String(y - box.y)}h${String(width)}v${String(height)}h${String(-width)}z`
      })
      .join('')
  const isSelected = selected === '' ? [] : selected.split(',').map(Number)
  return (
    <svg className={styles.lane} width={box.width} height={box.height} aria-hidden>
      <path
        className={styles.connector}
        d={`M${String(box.width / 2)} ${String(-metrics.gap)}v${String(metrics.gap)}`}
      />
      <rect
        className={styles.box}
        x="1"
        y="1"
        width={box.width - 2}
        height={box.height - 2}
        rx="12"
      />
      {[...kindsOf(graphLane, from, to)].map(([kind, steps]) => (
        <path key={kind} className={styles.cards} data-kind={kind} d={shape(steps)} />
      ))}
      {isSelected.length > 0 && <path className={styles.selected} d={shape(isSelected)} />}
    </svg>
  )
})
