import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { metrics } from '../../../src/layout/index.ts'
import { cardShape } from '../minimap-scale.ts'
import { useRunPhases } from '../../store/index.ts'
import { pathsOf } from '../cards.ts'
import { kindsOf, type FarLaneNode as FarLaneNodeType } from '../to-flow.ts'
import { RunShapes } from './RunShapes.tsx'
import styles from './FarLaneNode.module.css'

/** A lane from afar: one shape for all cards of a kind, so that any number of steps is a handful of elements. */
export const FarLaneNode = memo(function FarLaneNode({ data }: NodeProps<FarLaneNodeType>) {
  const { graphLane, box, from, to, selected, lane } = data
  const phases = useRunPhases((scene) =>
    graphLane.cards.map((_, step) => pathsOf(scene, { lane, step }) ?? []),
  )
  const shape = (steps: readonly number[]): string => cardShape(box, steps)
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
      {phases && <RunShapes phases={phases.slice(from, to)} shape={shape} from={from} />}
      {isSelected.length > 0 && <path className={styles.selected} d={shape(isSelected)} />}
    </svg>
  )
})
