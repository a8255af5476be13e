import type { NodeProps } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { memo } from 'react'
import { useRunLane } from '../../store/index.ts'
import { pathsOf } from '../cards.ts'
import type { GapNode as GapNodeType } from '../to-flow.ts'
import { FirstStep } from './FirstStep.tsx'
import styles from './GapNode.module.css'

/** What lies between two lanes: the connector, and a button to put a new lane there. */
export const GapNode = memo(function GapNode({ data }: NodeProps<GapNodeType>) {
  const { index, isEmpty } = data
  const run = useRunLane(index, (scene) => pathsOf(scene, { lane: 0, step: 0 }))
  // Behind the last lane there is none to begin.
  const isTaken = run?.phase !== undefined || (data.isLast && run?.call === 'Succeeded')
  if (isEmpty) return <FirstStep />
  return (
    <div className={styles.gap} data-taken={isTaken || undefined}>
      <svg className={styles.connector} width="12" height="52" viewBox="-6 0 12 52" aria-hidden>
        <path d="M0 0V50M-4 45.5L0 50L4 45.5" />
      </svg>
      <button
        type="button"
        className={`${styles.add ?? ''} nopan`}
        data-add-gap={index}
        tabIndex={-1}
        title="Add a step here"
        aria-label={
          index === 0 ? 'Add a step before lane 1' : `Add a step after lane ${String(index)}`
        }
      >
        <Plus />
      </button>
    </div>
  )
})
