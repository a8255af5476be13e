import type { NodeProps } from '@xyflow/react'
import { GripVertical, Plus } from 'lucide-react'
import { memo } from 'react'
import { lanePath } from '../../../src/argo/index.ts'
import type { Path } from '../../../src/base/index.ts'
import { useRunLane, type Scene } from '../../store/index.ts'
import { pathsOf } from '../cards.ts'
import type { LaneNode as LaneNodeType } from '../to-flow.ts'
import styles from './LaneNode.module.css'
import { ProblemBadge } from './ProblemBadge.tsx'

/** The box around steps that start together, with a grip to move it and a button at its end. */
export const LaneNode = memo(function LaneNode({ data }: NodeProps<LaneNodeType>) {
  const { lane, label, count, isList } = data
  const number = String(lane + 1)
  const run = useRunLane(lane, (scene) => pathsOf(scene, { lane, step: 0 }))
  return (
    <div
      className={styles.lane}
      data-lane-box={lane}
      data-parallel={count > 1 || undefined}
      data-run={run?.phase}
    >
      <span
        className={`${styles.label ?? ''} nopan`}
        data-lane-grip={lane}
        title={`Lane ${number}: drag to move it`}
      >
        <GripVertical aria-hidden />
        {label}
      </span>
      <span className={styles.problems}>
        <ProblemBadge what={`lane ${number}`} path={laneAt(lane)} />
      </span>
      {count === 0 && (
        <span className={styles.empty}>
          {isList ? 'No steps' : 'Not a list of steps: see the YAML'}
        </span>
      )}
      {isList && (
        <button
          type="button"
          className={`${styles.add ?? ''} nopan`}
          data-add-lane={lane}
          tabIndex={-1}
          title="Add a step beside"
          aria-label={`Add a step to lane ${number}`}
        >
          <Plus />
        </button>
      )}
    </div>
  )
})

/** Where the lane is in a scene. */
function laneAt(lane: number): (scene: Scene) => Path | undefined {
  return ({ manifest, address }) =>
    address === undefined ? undefined : lanePath(manifest, address, lane)
}
