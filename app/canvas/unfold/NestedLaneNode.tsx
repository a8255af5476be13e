import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { lanePath } from '../../../src/argo/index.ts'
import { ProblemBadge } from '../nodes/ProblemBadge.tsx'
import { useRunLane } from '../../store/index.ts'
import { pathsInFrame } from './nested-paths.ts'
import type { NestedLaneNode as NestedLaneNodeType } from './nested-nodes.ts'
import styles from './Unfold.module.css'

/** A lane inside of an unfolded card, with the line that leads to it from the one above, and what is wrong with it. */
export const NestedLaneNode = memo(function NestedLaneNode({
  data: { label, count, isFirst, shape, template, lane, of, frame },
}: NodeProps<NestedLaneNodeType>) {
  const run = useRunLane(lane, (scene) => pathsInFrame(scene, frame, { lane, step: 0 }))
  return (
    <div className={styles.lane} data-parallel={count > 1 || undefined} data-run={run?.phase}>
      <span className={styles.label}>{label}</span>
      {!isFirst && (
        <svg className={styles.connector} width="12" height="52" viewBox="-6 0 12 52" aria-hidden>
          <path d="M0 0V50M-4 45.5L0 50L4 45.5" />
        </svg>
      )}
      {shape === '' ? (
        <span className={styles.problems}>
          <ProblemBadge
            what={`lane ${String(lane + 1)} of ${of}`}
            path={({ manifest }) => lanePath(manifest, template, lane)}
          />
        </span>
      ) : (
        <svg className={styles.far} aria-hidden>
          <path d={shape} />
        </svg>
      )}
    </div>
  )
})
